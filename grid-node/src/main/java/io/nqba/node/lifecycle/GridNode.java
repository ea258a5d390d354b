package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;
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

/**
 * One running node. {@link #join} enters the grid, {@link #run} waits until the grid is active and starts the modules,
 * {@link #close} stops them in reverse and leaves.
 */
public final class GridNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GridNode.class);

    private final Ignite ignite;
    private final NodeSettings settings;
    private final boolean embedded;
    private final GenericApplicationContext context;
    private final Activation activation;
    private final Deque<NodeModule> started = new ArrayDeque<>();
    private volatile boolean running;
    private boolean closed;

    private GridNode(Ignite ignite, NodeSettings settings, boolean embedded, GenericApplicationContext context) {
        this.ignite = ignite;
        this.settings = settings;
        this.embedded = embedded;
        this.context = context;
        this.activation = new Activation(ignite);
    }

    /**
     * Joins or founds the grid. Caches can be used only after {@link #run}.
     *
     * @param settings a port of 0 takes a free one; {@link #settings} has the ports in use
     * @param xml the Spring file to read; null for the packaged one
     * @param onFailure what to do on a fault that the node cannot survive; null for what the file says
     * @throws NqbaException when a check fails or no grid is found
     */
    public static GridNode join(NodeSettings settings, @Nullable Path xml, @Nullable FailureHandler onFailure) {
        NodeSettings checked = StartChecks.pass(settings);
        GenericApplicationContext context = NodeConfiguration.load(checked, xml);
        try {
            IgniteConfiguration configuration = context.getBean(IgniteConfiguration.class);
            if (onFailure != null) {
                configuration.setFailureHandler(onFailure);
            }
            // A JVM hook of Ignite's own would race with ours, which stops the modules first.
            System.setProperty("IGNITE_NO_SHUTDOWN_HOOK", "true");
            Ignite ignite = IgniteSpring.start(configuration, context);
            LOG.info("Node joined. name={} client={}", ignite.name(), checked.whole(Setting.CLIENT_PORT));
            return new GridNode(ignite, checked, onFailure != null, context);
        } catch (IgniteCheckedException | RuntimeException e) {
            context.close();
            throw StartFailures.explain(e, checked);
        }
    }

    /**
     * Waits until the grid is active, then starts the modules that are on the class path.
     *
     * @param waitMillis how long to wait for nodes that own data and are not back yet, ms
     * @return false when the node was closed meanwhile
     * @throws NqbaException when the time is over or a module cannot start
     */
    public boolean run(long waitMillis) throws InterruptedException {
        return run(waitMillis, installedModules());
    }

    boolean run(long waitMillis, List<NodeModule> modules) throws InterruptedException {
        if (!activation.await(waitMillis)) {
            if (isClosed()) {
                return false;
            }
            throw new NqbaException(
                    ErrorCode.GRID_UNREACHABLE,
                    "The grid stays inactive: nodes that own data are missing (%s)."
                            .formatted(String.join(", ", activation.missingNodes())),
                    "Start these nodes on their work directories, or start on an empty NQBA_WORK.");
        }
        activation.adjustBaseline(settings);
        NodeContext nodeContext = new NodeContext(ignite, settings, embedded);
        for (NodeModule module : modules) {
            if (!startModule(module, nodeContext)) {
                return false;
            }
        }
        running = true;
        LOG.info("Node is ready. name={} modules={}", ignite.name(), modules.size());
        return true;
    }

    private synchronized boolean startModule(NodeModule module, NodeContext nodeContext) {
        if (closed) {
            return false;
        }
        started.push(module);
        module.start(nodeContext);
        return true;
    }

    private static List<NodeModule> installedModules() {
        return ServiceLoader.load(NodeModule.class, NodeModule.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(NodeModule::order))
                .toList();
    }

    public Ignite ignite() {
        return ignite;
    }

    /** Returns the settings with the ports that are in use. */
    public NodeSettings settings() {
        return settings;
    }

    /** Returns whether the grid was active and all modules have started. */
    public boolean isRunning() {
        return running;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Stops the modules and leaves the grid; returns when the node is down. A second call does nothing. */
    @Override
    public void close() {
        activation.abandon();
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = false;
            started.forEach(GridNode::stopModule);
            Ignition.stop(ignite.name(), true);
            context.close();
        }
        LOG.info("Node left the grid. name={}", ignite.name());
    }

    private static void stopModule(NodeModule module) {
        try {
            module.stop();
        } catch (RuntimeException e) {
            LOG.warn("Module did not stop cleanly. module={}", module.getClass().getName(), e);
        }
    }
}
