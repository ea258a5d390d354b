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
        // Ignite has no types for these, and hides some of them among the suppressed ones.
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        String text = trace.toString();
        if (text.contains("BindException") || text.contains("Failed to bind")) {
            return error(
                    ErrorCode.PORT_TAKEN,
                    "A port of the node was taken while it started (%s, %s, %s)."
                            .formatted(
                                    settings.text(Setting.DISCOVERY_PORT),
                                    settings.text(Setting.COMMUNICATION_PORT),
                                    settings.text(Setting.CLIENT_PORT)),
                    "Start again, or set the port to 0 to take a free one.",
                    failure);
        }
        if (text.contains("same ID") || text.contains("same consistent")) {
            return error(
                    ErrorCode.INVALID_SETTING,
                    "The NQBA_NODE_NAME (%s) belongs to another running node of this grid."
                            .formatted(settings.text(Setting.NODE_NAME)),
                    "Set NQBA_NODE_NAME to a name that no other node has.",
                    failure);
        }
        if (text.contains("Failed to connect to any address from IP finder")
                || text.contains("join process timed out")) {
            return error(
                    ErrorCode.GRID_UNREACHABLE,
                    "No node of a grid answers at NQBA_DISCOVERY_ADDRESSES (%s) within %s s."
                            .formatted(settings.text(Setting.DISCOVERY_ADDRESSES), settings.text(Setting.JOIN_SECONDS)),
                    "Start the first node, or correct the addresses.",
                    failure);
        }
        return error(
                ErrorCode.INTERNAL,
                "The node (%s) cannot start: %s".formatted(settings.text(Setting.NODE_NAME), rootMessage(failure)),
                "See the log of the node for the whole cause.",
                failure);
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

    private static NqbaException error(ErrorCode code, String problem, String remedy, Exception cause) {
        return new NqbaException(code, problem, remedy, List.of(), cause);
    }
}
