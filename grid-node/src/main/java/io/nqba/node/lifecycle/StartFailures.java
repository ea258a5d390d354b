package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Turns what Ignite throws at a failed start into one line that says what to do. */
final class StartFailures {
    private StartFailures() {}

    static NqbaException explain(Exception failure, NodeSettings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NqbaException own) {
                return own;
            }
        }
        Explanation explanation = explanation(trace(failure), rootMessage(failure), settings);
        return new NqbaException(explanation.code(), explanation.problem(), explanation.remedy(), List.of(), failure);
    }

    private static Explanation explanation(String trace, String root, NodeSettings settings) {
        if (trace.contains("BindException") || trace.contains("Failed to bind")) {
            return portTaken(settings);
        }
        if (trace.contains("has the same hash code for partitioned affinity") || trace.contains("same ID")) {
            return nameTaken(settings);
        }
        if (trace.contains("mismatch [")) {
            return differs(root);
        }
        if (trace.contains("Failed to connect to any address from IP finder")
                || trace.contains("join process timed out")) {
            return nobodyAnswers(settings);
        }
        return new Explanation(
                ErrorCode.INTERNAL,
                "The node (%s) cannot start: %s".formatted(settings.text(Setting.NODE_NAME), root),
                "See the log of the node for the whole cause.");
    }

    private static Explanation portTaken(NodeSettings settings) {
        return new Explanation(
                ErrorCode.PORT_TAKEN,
                "A port of the node was taken while it started (%s, %s, %s)."
                        .formatted(
                                settings.text(Setting.DISCOVERY_PORT),
                                settings.text(Setting.COMMUNICATION_PORT),
                                settings.text(Setting.CLIENT_PORT)),
                "Start again, or set the port to 0 to take a free one.");
    }

    private static Explanation nameTaken(NodeSettings settings) {
        return new Explanation(
                ErrorCode.INVALID_SETTING,
                "The NQBA_NODE_NAME (%s) belongs to another running node of this grid."
                        .formatted(settings.text(Setting.NODE_NAME)),
                "Set NQBA_NODE_NAME to a name that no other node has.");
    }

    /** Ignite's own advice, to skip the check, would break the grid later. */
    private static Explanation differs(String root) {
        return new Explanation(
                ErrorCode.INVALID_SETTING,
                "A setting of the node differs from the grid's: %s".formatted(root.replaceAll(" Fix .*", "")),
                "Give the node the grid's NQBA_BACKUPS, NQBA_PARTITIONS, NQBA_PERSISTENCE and NQBA_STATISTICS.");
    }

    private static Explanation nobodyAnswers(NodeSettings settings) {
        return new Explanation(
                ErrorCode.GRID_UNREACHABLE,
                "No node of a grid answers at NQBA_DISCOVERY_ADDRESSES (%s) within %s s."
                        .formatted(settings.text(Setting.DISCOVERY_ADDRESSES), settings.text(Setting.JOIN_SECONDS)),
                "Start the first node, or correct the addresses.");
    }

    /** Ignite has no types for most of its refusals, and hides some among the suppressed exceptions. */
    private static String trace(Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private record Explanation(ErrorCode code, String problem, String remedy) {}
}
