package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.apache.ignite.Ignite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running node. {@link NodeStart#join} enters the grid, {@link #run} waits until the grid is active and starts the
 * modules, {@link #close} stops them in reverse and leaves.
 */
public final class GridNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GridNode.class);

    private final Ignite ignite;
    private final NodeSettings settings;
    private final boolean embedded;
    private final Deque<AutoCloseable> resources;
    private final Activation activation;
    private final Deque<NodeModule> started = new ArrayDeque<>();
    private final Deque<AutoCloseable> guests = new ArrayDeque<>();
    private volatile boolean running;
    private boolean closed;

    /** @param resources what to close after the modules, the node itself among it, in this order */
    GridNode(Ignite ignite, NodeSettings settings, boolean embedded, Deque<AutoCloseable> resources) {
        this.ignite = ignite;
        this.settings = settings;
        this.embedded = embedded;
        this.resources = resources;
        this.activation = new Activation(ignite);
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
                            .formatted(String.join(", ", missingNodes())),
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

    /** Closes something before anything else of the node when the node closes. */
    public synchronized void closeLater(AutoCloseable part) {
        guests.push(part);
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

    /** Returns the names of nodes that own data and are not here; the grid waits for them. */
    public Set<String> missingNodes() {
        return activation.missingNodes();
    }

    /** Returns whether the node owns a share of the data; a new node does after a short while. */
    public boolean ownsData() {
        return activation.ownsData();
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
            closeAll(guests);
            started.forEach(module -> quietly("module", module::stop));
            closeAll(resources);
        }
        LOG.info("Node left the grid. name={}", ignite.name());
    }

    /** Closes all, whatever the others do: a node on its way out must not leave half of itself behind. */
    static void closeAll(Iterable<AutoCloseable> resources) {
        resources.forEach(resource -> quietly("resource", resource));
    }

    private static void quietly(String what, AutoCloseable action) {
        try {
            action.close();
        } catch (Exception e) {
            LOG.warn("A part of the node did not stop cleanly. part={}", what, e);
        }
    }
}
