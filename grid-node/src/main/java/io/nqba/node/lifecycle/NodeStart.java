package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCheckedException;
import org.apache.ignite.IgniteSpring;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.failure.FailureHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * How to start a node.
 *
 * @param settings a port of 0 takes a free one; {@link GridNode#settings} has the ports in use
 * @param xml the Spring file to read; null for the packaged one
 * @param embedded whether the node lives in the console's JVM
 * @param onFailure what to do on a fault that the node cannot survive; null for what the file says
 */
public record NodeStart(
        NodeSettings settings,
        @Nullable Path xml,
        boolean embedded,
        @Nullable FailureHandler onFailure) {
    private static final Logger LOG = LoggerFactory.getLogger(NodeStart.class);

    /** A node that is a process of its own. */
    public static NodeStart standalone(NodeSettings settings, @Nullable Path xml) {
        return new NodeStart(settings, xml, false, null);
    }

    /**
     * Joins or founds the grid. Caches can be used only after {@link GridNode#run}.
     *
     * @throws NqbaException when a check fails, no grid is found or the node is refused; nothing is left running then
     */
    public GridNode join() {
        NodeSettings checked = StartChecks.pass(settings);
        PlatformDefaults.apply();
        // Closed in reverse: the state file first, the lock last.
        Deque<AutoCloseable> resources = new ArrayDeque<>();
        try {
            resources.push(WorkLock.take(checked.workDirectory(), checked.text(Setting.NODE_NAME)));
            GenericApplicationContext context = NodeConfiguration.load(checked, xml);
            resources.push(context);
            Ignite ignite = IgniteSpring.start(configuration(checked, context, resources), context);
            resources.push(() -> Ignition.stop(ignite.name(), true));
            resources.push(StateFile.write(checked));
            LOG.info("Node joined. name={} client={}", ignite.name(), checked.whole(Setting.CLIENT_PORT));
            return new GridNode(ignite, checked, embedded, resources);
        } catch (IgniteCheckedException | RuntimeException e) {
            GridNode.closeAll(resources);
            throw StartFailures.explain(e, checked);
        }
    }

    private IgniteConfiguration configuration(
            NodeSettings checked, GenericApplicationContext context, Deque<AutoCloseable> resources) {
        IgniteConfiguration configuration = context.getBean(IgniteConfiguration.class);
        if (onFailure != null) {
            configuration.setFailureHandler(onFailure);
        }
        if (!checked.flag(Setting.PERSISTENCE)) {
            // Ignite writes type descriptions even then. They must neither stay nor meet those of a persistent grid.
            Path scratch = scratch(checked.workDirectory());
            resources.push(() -> FileSystemUtils.deleteRecursively(scratch));
            configuration.setWorkDirectory(scratch.toString());
        }
        return configuration;
    }

    private static Path scratch(Path work) {
        try {
            return Files.createTempDirectory(work, "in-memory-");
        } catch (IOException e) {
            throw new NqbaException(
                    ErrorCode.UNREADABLE_DIRECTORY,
                    "The NQBA_WORK (%s) takes no new directory: %s.".formatted(work, e.getMessage()),
                    "Set NQBA_WORK to a directory this user can write to.",
                    List.of(),
                    e);
        }
    }
}
