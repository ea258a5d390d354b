package io.nqba.bench;

import io.nqba.node.lifecycle.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A console in a process of its own, in front of a grid of this JVM, and a program that asks it. */
final class BenchConsole implements AutoCloseable {
    /** Property with what follows {@code java} to start a console, such as {@code -jar web-console.jar}. */
    private static final String COMMAND = "nqba.bench.console";

    private static final String PASSWORD = "password-of-the-bench";
    private static final long READY_MILLIS = 120_000;
    private static final long POLL_MILLIS = 200;
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");

    private final Process process;
    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    private BenchConsole(Process process, String url) throws InterruptedException {
        this.process = process;
        this.url = url;
        this.token = awaitToken();
    }

    /** Returns whether there is something to start. */
    static boolean available() {
        return !System.getProperty(COMMAND, "").isBlank();
    }

    static BenchConsole start(String gridAddress, Path log) throws IOException, InterruptedException {
        int port = new FreePorts(InetAddress.getLoopbackAddress()).next();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(System.getProperty(COMMAND, "").trim().split(" +", -1)));
        command.addAll(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--nqba.grid.addresses=" + gridAddress,
                "--nqba.accounts.initial-passwords.service=" + PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            return new BenchConsole(process, "http://127.0.0.1:" + port);
        } catch (RuntimeException | InterruptedException failed) {
            process.destroy();
            throw failed;
        }
    }

    private String awaitToken() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READY_MILLIS);
        while (System.nanoTime() < until && process.isAlive()) {
            Optional<String> found = askToken();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IllegalStateException("The console did not answer in time.");
    }

    private Optional<String> askToken() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/api/v1/auth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\": \"service\", \"password\": \"%s\"}".formatted(PASSWORD)))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            Matcher matcher = TOKEN.matcher(answer.body());
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    /**
     * Posts bodies at a steady rate, whether earlier ones were answered or not.
     *
     * @return milliseconds from the moment each was due to its answer, in the order of the bodies
     */
    double[] post(String path, List<String> bodies, int perSecond) throws InterruptedException {
        double[] millis = new double[bodies.size()];
        var pending = new ArrayList<java.util.concurrent.CompletableFuture<Void>>();
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10);
        for (int k = 0; k < millis.length; k++) {
            int number = k;
            long due = begin + k * (1_000_000_000L / perSecond);
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            var request = HttpRequest.newBuilder(URI.create(url + path))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .timeout(Duration.ofSeconds(30))
                    .POST(BodyPublishers.ofString(bodies.get(k)))
                    .build();
            pending.add(client.sendAsync(request, BodyHandlers.ofString()).thenAccept(answer -> {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
                }
                millis[number] = (System.nanoTime() - due) / 1e6;
            }));
        }
        pending.forEach(java.util.concurrent.CompletableFuture::join);
        return millis;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
