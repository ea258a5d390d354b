package io.nqba.console;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.EmbeddedNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The grid node inside this JVM, if this console has one. Starts before everything that serves requests and stops after
 * it, so that no request meets a node that is already gone.
 */
@Component
public class EmbeddedGrid implements SmartLifecycle {
    /** Starts first, stops last. */
    public static final int PHASE = Integer.MIN_VALUE + 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedGrid.class);

    private final ConsoleProperties properties;
    private final String host;
    private final int port;
    private EmbeddedNode.@Nullable RunningNode node;

    EmbeddedGrid(
            ConsoleProperties properties,
            @Value("${server.address:127.0.0.1}") String host,
            @Value("${server.port:8080}") int port) {
        this.properties = properties;
        this.host = host;
        this.port = port;
    }

    /** Returns {@code host:port} of the nodes that clients connect to: configured ones, or the one in this JVM. */
    public synchronized List<String> addresses() {
        List<String> configured = properties.grid().addresses();
        if (!configured.isEmpty()) {
            return configured;
        }
        return node == null ? List.of() : List.of(node.clientAddress());
    }

    @Override
    public synchronized void start() {
        if (!properties.grid().addresses().isEmpty() || node != null) {
            return;
        }
        // The web server binds last. Looking now spares a node start that would be for nothing.
        requireFreePort();
        EmbeddedNode embedded =
                ServiceLoader.load(EmbeddedNode.class).findFirst().orElseThrow(EmbeddedGrid::noNode);
        node = embedded.start(properties.work(), properties.inMemory(), properties.dataDirectory());
        LOG.info("Embedded node started. client={} discovery={}", node.clientAddress(), node.discoveryAddress());
    }

    @Override
    public synchronized void stop() {
        if (node != null) {
            node.close();
            node = null;
            LOG.info("Embedded node stopped.");
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return node != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void requireFreePort() {
        if (port <= 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw portTaken(port);
        }
    }

    static NqbaException portTaken(int port) {
        return new NqbaException(
                ErrorCode.PORT_TAKEN,
                "The port (%d) is in use.".formatted(port),
                "Stop the other program, or choose another port with --server.port=%d.".formatted(port + 1));
    }

    private static NqbaException noNode() {
        return new NqbaException(
                ErrorCode.INVALID_SETTING,
                "There is neither a grid address (nqba.grid.addresses) nor a grid node on the class path.",
                "Set nqba.grid.addresses to host:port of a grid node, or start the packaged console.");
    }
}
