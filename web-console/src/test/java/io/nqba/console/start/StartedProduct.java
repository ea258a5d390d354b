package io.nqba.console.start;

import io.nqba.node.lifecycle.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code scripts/run.sh} as a process, and a client that signs in with the password it printed. Stopped when closed. */
final class StartedProduct implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path output;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private StartedProduct(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts the script with its data under {@code work} on a free port. */
    static StartedProduct start(Path work, String... options) {
        return startAt(freePort(), work, options);
    }

    static StartedProduct startAt(int port, Path work, String... options) {
        List<String> command = new ArrayList<>(List.of(
                ROOT.resolve("scripts/run.sh").toString(),
                "--port",
                Integer.toString(port),
                "--work",
                work.toString()));
        command.addAll(List.of(options));
        try {
            Path output = Files.createTempFile(work.getParent(), "run-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("NQBA_"));
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("NQBA_JVM_OPTIONS", "-Xmx512m");
            return new StartedProduct(builder.start(), output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        return new FreePorts(InetAddress.getLoopbackAddress()).next();
    }

    /** Waits for the line with the URL. */
    void awaitReady() {
        Awaitility.await()
                .atMost(START)
                .until(() -> output().contains("NQBA Grid is ready at http://127.0.0.1:" + port) || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("The product ended while starting:\n" + output());
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a token for the account, by the password printed at the start. */
    String signIn(String account) {
        Matcher printed = Pattern.compile("(?m)^\\s+" + account + "\\s+(\\S+)$").matcher(output());
        if (!printed.find()) {
            throw new AssertionError("No password of " + account + " was printed:\n" + output());
        }
        String body = JSON.writeValueAsString(Map.of("name", account, "password", printed.group(1)));
        return send("POST", "/api/v1/auth/token", "", body).get("accessToken").asString();
    }

    JsonNode get(String path, String token) {
        return send("GET", path, token, "");
    }

    JsonNode post(String path, String token, String body) {
        return send("POST", path, token, body);
    }

    private JsonNode send(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + path, e);
        }
    }

    /** Returns the processes it has started, the console among them. */
    List<ProcessHandle> children() {
        try (Stream<ProcessHandle> all = process.descendants()) {
            return all.toList();
        }
    }

    /** Asks it to stop, as Ctrl-C does, and returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Waits for its end and returns the exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The product does not end:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        List<ProcessHandle> left = children();
        process.destroyForcibly();
        left.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }
}
