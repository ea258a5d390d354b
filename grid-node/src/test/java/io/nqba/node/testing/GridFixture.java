package io.nqba.node.testing;

import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.lifecycle.NodeStart;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ignite.Ignite;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.springframework.util.FileSystemUtils;

/**
 * A real grid in this JVM: one or more nodes on loopback and free ports, with the caches of {@code node.xml} and the
 * modules on the class path. In memory unless asked otherwise. Close it; it leaves nothing behind.
 *
 * <pre>{@code
 * try (GridFixture grid = GridFixture.inMemory(3)) {
 *     grid.ignite().cache(CacheNames.SITE).put(...);
 * }
 * }</pre>
 */
public final class GridFixture implements AutoCloseable {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final long WAIT_MILLIS = 30_000;

    private final Path work;
    private final Map<Setting, String> changed;
    private final List<GridNode> nodes = new ArrayList<>();

    private GridFixture(Map<Setting, String> changed) {
        this.changed = changed;
        try {
            this.work = Files.createTempDirectory("nqba-grid-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a grid that keeps nothing. */
    public static GridFixture inMemory(int nodes) {
        return start(nodes, Map.of(Setting.PERSISTENCE, "false"));
    }

    /** Starts a grid with other settings than the tests' own; persistent unless they say otherwise. */
    public static GridFixture start(int nodes, Map<Setting, String> changed) {
        GridFixture fixture = new GridFixture(changed);
        try {
            for (int i = 0; i < nodes; i++) {
                fixture.addNode();
            }
            return fixture;
        } catch (RuntimeException e) {
            fixture.close();
            throw e;
        }
    }

    /** Starts one more node; returns when it is ready. */
    public GridNode addNode() {
        return add("test-" + NAMES.incrementAndGet(), nodes.size());
    }

    /** Stops all nodes, then starts as many again under their names and on their files. */
    public void restart() {
        List<String> names = nodes.stream()
                .map(node -> node.settings().text(Setting.NODE_NAME))
                .toList();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            nodes.remove(i).close();
        }
        for (int i = 0; i < names.size(); i++) {
            add(names.get(i), i);
        }
    }

    private GridNode add(String name, int directory) {
        NodeSettings settings = NodeSettings.read(variable -> null)
                .with(Setting.NODE_NAME, name)
                .with(Setting.WORK, work.resolve("node-" + directory).toString())
                .with(Setting.DISCOVERY_PORT, "0")
                .with(Setting.COMMUNICATION_PORT, "0")
                .with(Setting.CLIENT_PORT, "0")
                .with(Setting.HTTP_PORT, "0")
                .with(Setting.REGION_MB, "256")
                .with(Setting.PARTITIONS, "32")
                .with(Setting.BASELINE_ADJUST_MILLIS, "0")
                .with(Setting.FAILURE_DETECTION_MILLIS, "2000")
                .with(Setting.CONNECTION_RECOVERY_MILLIS, "500")
                .with(Setting.DISCOVERY_ADDRESSES, nodes.isEmpty() ? "" : discoveryAddress());
        for (var change : changed.entrySet()) {
            settings = settings.with(change.getKey(), change.getValue());
        }
        GridNode node = new NodeStart(settings, null, false, new StopNodeFailureHandler()).join();
        nodes.add(node);
        try {
            node.run(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return node;
    }

    /** Returns the first node that is still there. */
    public Ignite ignite() {
        return nodes.get(0).ignite();
    }

    public Ignite ignite(int node) {
        return nodes.get(node).ignite();
    }

    public GridNode node(int node) {
        return nodes.get(node);
    }

    public int size() {
        return nodes.size();
    }

    /** Stops a node as an operator would; the following ones move up. */
    public void stopNode(int node) {
        nodes.remove(node).close();
    }

    /** Returns {@code host:port} at which nodes join. */
    public String discoveryAddress() {
        return "127.0.0.1:" + nodes.get(0).settings().text(Setting.DISCOVERY_PORT);
    }

    /** Returns {@code host:port} of the first node for thin clients and JDBC. */
    public String clientAddress() {
        return "127.0.0.1:" + nodes.get(0).settings().text(Setting.CLIENT_PORT);
    }

    /** Opens a thin client to the first node, as the console does. The caller closes it. */
    public IgniteClient client() {
        return Ignition.startClient(
                new ClientConfiguration().setAddresses(clientAddress()).setTimeout(10_000));
    }

    @Override
    public void close() {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            nodes.get(i).close();
        }
        nodes.clear();
        delete(work);
    }

    private static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
