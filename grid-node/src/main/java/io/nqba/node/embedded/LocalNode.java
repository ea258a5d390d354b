package io.nqba.node.embedded;

import io.nqba.model.grid.EmbeddedNode;
import io.nqba.node.health.HealthServer;
import io.nqba.node.lifecycle.FreePorts;
import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.lifecycle.NodeConfiguration;
import io.nqba.node.lifecycle.NodeStart;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grid node of a console that runs alone: on loopback, on the usual ports or, where one is taken, on a free one. It
 * founds a grid; further nodes join it at its discovery address.
 */
public final class LocalNode implements EmbeddedNode {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long WAIT_FOR_OWNERS_MILLIS = 120_000;

    @Override
    public RunningNode start(Path workDirectory, boolean inMemory, @Nullable Path dataDirectory) {
        NodeSettings settings = NodeSettings.readEnvironment();
        if (dataDirectory != null) {
            settings = settings.with(Setting.DATA_DIR, dataDirectory.toString());
        }
        return start(settings, workDirectory, inMemory);
    }

    RunningNode start(NodeSettings environment, Path workDirectory, boolean inMemory) {
        var ports = new FreePorts(InetAddress.getLoopbackAddress());
        NodeSettings settings = environment
                .with(Setting.WORK, workDirectory.toString())
                .with(Setting.PERSISTENCE, Boolean.toString(!inMemory))
                .with(Setting.BIND, LOOPBACK)
                .with(Setting.DISCOVERY, "static")
                .withPorts(port -> usualOrFree(port, ports));
        settings = settings.with(Setting.DISCOVERY_ADDRESSES, LOOPBACK + ":" + settings.text(Setting.DISCOVERY_PORT));
        String xml = NodeSettings.fromProcess(NodeConfiguration.FILE_VARIABLE);
        ReportFailure onFailure = new ReportFailure();
        return run(new NodeStart(settings, xml == null ? null : Path.of(xml), true, onFailure).join(), onFailure);
    }

    private static RunningNode run(GridNode node, ReportFailure onFailure) {
        try {
            HealthServer health = HealthServer.start(node, onFailure::problem);
            node.closeLater(health);
            node.run(WAIT_FOR_OWNERS_MILLIS);
            return new Running(node, onFailure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            node.close();
            throw new IllegalStateException("The start of the grid node was interrupted.", e);
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    /** Nobody has to know the embedded node's ports beforehand: what it took stands in its state file. */
    private static int usualOrFree(int port, FreePorts ports) {
        if (port == 0) {
            return ports.next();
        }
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return ports.next();
        }
    }

    private static final class Running implements RunningNode {
        private final GridNode node;
        private final ReportFailure onFailure;

        Running(GridNode node, ReportFailure onFailure) {
            this.node = node;
            this.onFailure = onFailure;
        }

        @Override
        public String clientAddress() {
            return LOOPBACK + ":" + node.settings().text(Setting.CLIENT_PORT);
        }

        @Override
        public String discoveryAddress() {
            return LOOPBACK + ":" + node.settings().text(Setting.DISCOVERY_PORT);
        }

        @Override
        public Optional<String> failure() {
            return onFailure.problem();
        }

        @Override
        public void close() {
            node.close();
        }
    }
}
