package io.nqba.node.process;

import static org.awaitility.Awaitility.await;

import io.nqba.model.grid.CacheNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.ClientException;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;

/** A grid whose nodes are processes of their own, so that one can be killed as the system kills it. Close it; all of them die. */
final class ProcessGrid implements AutoCloseable {
    private final Path directory;
    private final Map<String, String> settings;
    private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();
    private int started;

    private ProcessGrid(Path directory, Map<String, String> settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * Starts a grid; returns when all nodes are in it and its caches are there.
     *
     * @param settings environment of the nodes beside what makes them one grid
     */
    static ProcessGrid start(Path directory, int nodes, Map<String, String> settings) {
        ProcessGrid grid = new ProcessGrid(directory, settings);
        try {
            grid.add(1);
            grid.add(nodes - 1);
            try (IgniteClient client = grid.client()) {
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptionsInstanceOf(ClientException.class)
                        .until(() -> client.cluster().nodes().size() == nodes
                                && client.cacheNames().contains(CacheNames.RUN_CHECKPOINT));
            }
            return grid;
        } catch (RuntimeException | Error e) {
            grid.close();
            throw e;
        }
    }

    /** Starts one more node; returns its id in the grid when it has joined. */
    String add() {
        add(1);
        String name = name(started);
        try (IgniteClient client = client()) {
            return client.cluster().nodes().stream()
                    .filter(node -> node.consistentId().equals(name))
                    .map(node -> node.id().toString())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Starts some nodes side by side. */
    private void add(int count) {
        for (int i = 0; i < count; i++) {
            String name = name(++started);
            nodes.put(name, launch(name));
        }
        for (NodeProcess node : nodes.values()) {
            Objects.requireNonNull(node.state("client"), node::errors);
        }
    }

    private static String name(int number) {
        return "killed-" + number;
    }

    private NodeProcess launch(String name) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("NQBA_NODE_NAME", name);
        // Says nothing of a killed node, whose connections break at once; a busy machine may keep a living one silent
        // for seconds.
        environment.put("NQBA_FAILURE_DETECTION_MILLIS", "10000");
        environment.put("NQBA_CONNECTION_RECOVERY_MILLIS", "500");
        environment.put(
                "NQBA_DISCOVERY_ADDRESSES",
                nodes.isEmpty() ? "" : nodes.values().iterator().next().state("discovery"));
        try {
            return NodeProcess.fromJar(Files.createDirectories(directory.resolve(name)), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the node of this id without a word of warning. */
    void kill(String nodeId) {
        String name;
        try (IgniteClient client = client()) {
            name = client.cluster().nodes().stream()
                    .filter(node -> node.id().toString().equals(nodeId))
                    .map(node -> node.consistentId().toString())
                    .findFirst()
                    .orElseThrow();
        }
        Objects.requireNonNull(nodes.remove(name), name).close();
    }

    /** Opens a client that knows all nodes, so that it survives any of them. The caller closes it. */
    IgniteClient client() {
        String[] addresses =
                nodes.values().stream().map(node -> node.state("client")).toArray(String[]::new);
        return Ignition.startClient(
                new ClientConfiguration().setAddresses(addresses).setTimeout(20_000));
    }

    @Override
    public void close() {
        nodes.values().forEach(NodeProcess::close);
        nodes.clear();
    }
}
