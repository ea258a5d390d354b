package io.nqba.node.batch;

import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.lifecycle.NodeStart;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.springframework.util.FileSystemUtils;

/** A grid of this process alone: in memory, on free ports of loopback, gone with the command. */
final class OwnGrid implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long WAIT_MILLIS = 60_000;

    private final Path work;
    private final Deque<GridNode> nodes = new ArrayDeque<>();

    private OwnGrid(Path work) {
        this.work = work;
    }

    /** Starts nodes that share the cores of this machine. */
    static OwnGrid start(int count) throws IOException, InterruptedException {
        OwnGrid grid = new OwnGrid(Files.createTempDirectory("nqba-batch-"));
        try {
            for (int number = 1; number <= count; number++) {
                grid.add(number, count);
            }
            return grid;
        } catch (RuntimeException | InterruptedException failed) {
            grid.close();
            throw failed;
        }
    }

    private void add(int number, int count) throws InterruptedException {
        NodeSettings settings = NodeSettings.readEnvironment()
                .with(Setting.NODE_NAME, "batch-" + number)
                .with(Setting.WORK, work.resolve("node-" + number).toString())
                .with(Setting.PERSISTENCE, "false")
                .with(Setting.DEMO, "false")
                .with(Setting.BIND, LOOPBACK)
                .with(Setting.DISCOVERY, "static")
                .with(Setting.DISCOVERY_PORT, "0")
                .with(Setting.COMMUNICATION_PORT, "0")
                .with(Setting.CLIENT_PORT, "0")
                .with(Setting.HTTP_PORT, "0")
                .with(Setting.BACKUPS, "0")
                .with(Setting.SEARCH_THREADS, Integer.toString(threads(number, count)))
                .with(Setting.DISCOVERY_ADDRESSES, nodes.isEmpty() ? "" : discovery());
        GridNode node = new NodeStart(settings, null, false, new StopNodeFailureHandler()).join();
        nodes.add(node);
        node.run(WAIT_MILLIS);
    }

    /** Returns this node's share of the cores, one at least. */
    private static int threads(int number, int count) {
        int cores = Runtime.getRuntime().availableProcessors();
        return Math.max(1, cores / count + (number <= cores % count ? 1 : 0));
    }

    /** Returns {@code host:port} for thin clients. */
    String address() {
        return LOOPBACK + ":" + nodes.getFirst().settings().text(Setting.CLIENT_PORT);
    }

    private String discovery() {
        return LOOPBACK + ":" + nodes.getFirst().settings().text(Setting.DISCOVERY_PORT);
    }

    @Override
    public void close() throws IOException {
        while (!nodes.isEmpty()) {
            nodes.removeLast().close();
        }
        FileSystemUtils.deleteRecursively(work);
    }
}
