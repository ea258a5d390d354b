package io.nqba.node.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.metrics.NodeMeters;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's HTTP port: {@code /health/live} (start me again when this fails), {@code /health/ready} (send me work) and
 * {@code /metrics} for Prometheus. Read-only and without sign-in, therefore on the node's own address only.
 */
public final class HealthServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
    private static final int THREADS = 2;
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, HealthServer::thread);
    private final NodeMeters meters;

    private HealthServer(HttpServer server, NodeMeters meters) {
        this.server = server;
        this.meters = meters;
    }

    /**
     * Starts to answer.
     *
     * @param failure answers why the node can no longer work; empty while it can
     * @throws NqbaException when the port is taken
     */
    public static HealthServer start(GridNode node, Supplier<Optional<String>> failure) {
        NodeSettings settings = node.settings();
        InetSocketAddress address =
                new InetSocketAddress(settings.text(Setting.BIND), settings.whole(Setting.HTTP_PORT));
        try {
            HealthServer health = new HealthServer(HttpServer.create(address, 0), NodeMeters.of(node.ignite()));
            health.serve(new Readiness(node), failure);
            return health;
        } catch (IOException e) {
            throw new NqbaException(
                    ErrorCode.PORT_TAKEN,
                    "The NQBA_HTTP_PORT (%s) cannot be opened: %s.".formatted(address, e.getMessage()),
                    "Stop the process that holds it, or set NQBA_HTTP_PORT to another port; 0 takes a free one.",
                    List.of(),
                    e);
        }
    }

    private void serve(Readiness readiness, Supplier<Optional<String>> failure) {
        route("/health/live", () -> health(failure.get().stream().toList()));
        route("/health/ready", () -> health(failure.get().map(List::of).orElseGet(readiness::problems)));
        route("/metrics", () -> new Answer(200, PROMETHEUS, meters.scrape()));
        server.setExecutor(threads);
        server.start();
        LOG.info("Health and metrics. address={}", server.getAddress());
    }

    private void route(String path, Supplier<Answer> answer) {
        HttpHandler handler = exchange -> {
            try (exchange) {
                send(exchange, exchange.getRequestURI().getPath().equals(path) ? answer(exchange, answer) : NOT_FOUND);
            }
        };
        server.createContext(path, handler);
    }

    private static Answer answer(HttpExchange exchange, Supplier<Answer> answer) {
        if (!exchange.getRequestMethod().matches("GET|HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return new Answer(405, JSON, "{\"status\":\"METHOD_NOT_ALLOWED\"}");
        }
        try {
            return answer.get();
        } catch (RuntimeException e) {
            // A node that is leaving refuses every question; that is an answer too.
            LOG.debug("Health question failed. path={}", exchange.getRequestURI(), e);
            return health(List.of(
                    "The node does not answer (%s).".formatted(e.getClass().getSimpleName())));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Answer health(List<String> problems) {
        String quoted = String.join(
                "\",\"", problems.stream().map(HealthServer::escaped).toList());
        return problems.isEmpty()
                ? new Answer(200, JSON, "{\"status\":\"UP\"}")
                : new Answer(503, JSON, "{\"status\":\"DOWN\",\"problems\":[\"" + quoted + "\"]}");
    }

    /** The texts are ours; only a name in them may hold what JSON forbids. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "node-http");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        meters.close();
    }

    private static final Answer NOT_FOUND = new Answer(404, JSON, "{\"status\":\"NOT_FOUND\"}");

    private record Answer(int status, String type, String body) {}
}
