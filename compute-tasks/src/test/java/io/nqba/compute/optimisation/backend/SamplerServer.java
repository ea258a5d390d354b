package io.nqba.compute.optimisation.backend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.optimisation.format.ProblemFormat;
import io.nqba.compute.optimisation.format.ProblemReader;
import io.nqba.compute.optimisation.format.ReadLimits;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The far side of the protocol over our own annealer, on loopback: written from docs/back-ends.md alone. */
final class SamplerServer implements AutoCloseable {
    private static final Pattern SUBMISSION = Pattern.compile(
            "\\{\"samples\":(\\d+)(?:,\"seconds\":([0-9.]+))?(?:,\"sweeps\":(\\d+))?,\"seed\":(-?\\d+),\"problem\":(.*)}",
            Pattern.DOTALL);

    private final LocalAnnealerBackend annealer = new LocalAnnealerBackend();
    private final HttpServer server;

    SamplerServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/jobs", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    @Override
    public void close() {
        server.stop(0);
        annealer.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            String job = path.length > 3 ? path[3] : "";
            try {
                switch (exchange.getRequestMethod() + (path.length > 4 ? " samples" : "")) {
                    case "POST" -> answer(exchange, 202, "{\"id\":\"" + submit(exchange) + "\"}");
                    case "DELETE" -> {
                        annealer.cancel(job);
                        exchange.sendResponseHeaders(204, -1);
                    }
                    case "GET" -> answer(exchange, 200, status(job));
                    case "GET samples" -> answer(exchange, 200, samples(job));
                    default -> answer(exchange, 405, "{}");
                }
            } catch (NqbaException e) {
                answer(exchange, e.code() == ErrorCode.NOT_FOUND ? 404 : 409, "{}");
            }
        }
    }

    private String submit(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher fields = SUBMISSION.matcher(body);
        if (!fields.matches()) {
            throw new IOException("The submission must be as documented.");
        }
        QuadraticProblem problem = ProblemReader.read(
                        new ByteArrayInputStream(fields.group(5).getBytes(StandardCharsets.UTF_8)),
                        Optional.of(ProblemFormat.COO_JSON),
                        ReadLimits.defaults())
                .problem();
        return annealer.submit(
                problem,
                new SamplingRequest(
                        Integer.parseInt(fields.group(1)),
                        Optional.ofNullable(fields.group(2)).map(SamplerServer::seconds),
                        fields.group(3) == null
                                ? OptionalLong.empty()
                                : OptionalLong.of(Long.parseLong(fields.group(3))),
                        Long.parseLong(fields.group(4))));
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(1_000 * Double.parseDouble(text)));
    }

    private String status(String job) {
        return "{\"id\":\"%s\",\"state\":\"%s\"}"
                .formatted(job, annealer.poll(job).state().name().toLowerCase(Locale.ROOT));
    }

    private String samples(String job) {
        return annealer.samples(job).stream()
                .map(sample -> "{\"bits\":\"%s\",\"objective\":%s}"
                        .formatted(
                                text(sample.bits()), sample.claimedObjective().orElseThrow()))
                .collect(Collectors.joining(",", "{\"samples\":[", "]}"));
    }

    private static String text(byte[] bits) {
        StringBuilder text = new StringBuilder();
        for (byte bit : bits) {
            text.append(bit);
        }
        return text.toString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
