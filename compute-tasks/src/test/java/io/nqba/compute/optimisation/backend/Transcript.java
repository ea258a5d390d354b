package io.nqba.compute.optimisation.backend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A recorded conversation, replayed on loopback: each request must be the next one of the record, to the letter in method, path, the
 * headers that matter and body, with the token blacked out. What differs is kept for the test to see and answered by 599.
 */
final class Transcript implements AutoCloseable {
    static final String TOKEN = "token-that-must-not-be-recorded";
    private static final List<String> HEADERS = List.of("Accept", "Authorization", "Content-Type", "Idempotency-Key");

    private final Deque<Exchange> left = new ArrayDeque<>();
    private final List<String> differences = new ArrayList<>();
    private final HttpServer server;

    /** One request with its answer. */
    private static final class Exchange {
        private final List<String> request = new ArrayList<>();
        private final List<String> answer = new ArrayList<>();
    }

    Transcript(String name) throws IOException {
        read(name);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Returns what was asked otherwise than recorded, and what was never asked. */
    synchronized List<String> differences() {
        List<String> all = new ArrayList<>(differences);
        left.forEach(exchange -> all.add("never asked: " + exchange.request));
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void read(String name) throws IOException {
        try (InputStream file = Transcript.class.getResourceAsStream(name + ".transcript")) {
            if (file == null) {
                throw new IOException("There is no record " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Exchange exchange = new Exchange();
            for (String line : text.split("\n", -1)) {
                if (line.startsWith(">")) {
                    if (!exchange.answer.isEmpty()) {
                        exchange = new Exchange();
                    }
                    if (exchange.request.isEmpty()) {
                        left.add(exchange);
                    }
                    exchange.request.add(content(line));
                } else if (line.startsWith("<")) {
                    exchange.answer.add(content(line));
                }
            }
        }
    }

    private static String content(String line) {
        return line.length() > 1 ? line.substring(2) : "";
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<String> asked = recorded(exchange);
            Exchange expected = left.poll();
            if (expected == null || !expected.request.equals(asked)) {
                differences.add("asked " + asked + " instead of " + (expected == null ? "nothing" : expected.request));
                exchange.sendResponseHeaders(599, -1);
                return;
            }
            answer(exchange, expected.answer);
        }
    }

    /** Returns a request as it would stand in a record. */
    private static List<String> recorded(HttpExchange exchange) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        for (String header : HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                lines.add(header + ": " + value.replace(TOKEN, "[redacted]"));
            }
        }
        lines.add("");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!body.isEmpty()) {
            lines.addAll(List.of(body.split("\n", -1)));
        }
        return lines;
    }

    private static void answer(HttpExchange exchange, List<String> answer) throws IOException {
        int blank = answer.indexOf("");
        for (String header : answer.subList(1, blank)) {
            String[] parts = header.split(": ", 2);
            exchange.getResponseHeaders().set(parts[0], parts[1]);
        }
        byte[] body =
                String.join("\n", answer.subList(blank + 1, answer.size())).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.get(0)), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
