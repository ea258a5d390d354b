package io.nqba.console.annealing;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Problems over REST, as a program uses them. */
final class ProblemApi {
    static final String PROBLEMS = "/api/v1/optimisation/problems";
    static final String RUNS = "/api/v1/optimisation/runs";

    private final TestConsole console;

    ProblemApi(TestConsole console) {
        this.console = console;
    }

    WebTestClient as(Role role) {
        return console.as(role);
    }

    WebTestClient.ResponseSpec send(Role role, String query, byte[] body) {
        return as(role).post()
                .uri(PROBLEMS + query)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(body)
                .exchange();
    }

    ProblemView store(Role role, String query, String text) {
        return Objects.requireNonNull(send(role, query, text.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isCreated()
                .expectBody(ProblemView.class)
                .returnResult()
                .getResponseBody());
    }

    WebTestClient.ResponseSpec change(Role role, String id, String body) {
        return as(role).patch()
                .uri(PROBLEMS + "/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    WebTestClient.ResponseSpec solve(Role role, String body) {
        return as(role).post()
                .uri(RUNS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A random graph whose cuts a test can weigh by itself. */
    static final class Graph {
        private final int[][] weights;
        private final String text;

        Graph(int nodes, long seed) {
            SplittableRandom dice = new SplittableRandom(seed);
            weights = new int[nodes][nodes];
            StringBuilder lines = new StringBuilder();
            int edges = 0;
            for (int i = 0; i < nodes; i++) {
                for (int j = i + 1; j < nodes; j++) {
                    if (dice.nextInt(4) == 0) {
                        weights[i][j] = dice.nextInt(1, 8) * (dice.nextBoolean() ? 1 : -1);
                        lines.append(i + 1)
                                .append(' ')
                                .append(j + 1)
                                .append(' ')
                                .append(weights[i][j])
                                .append('\n');
                        edges++;
                    }
                }
            }
            text = nodes + " " + edges + "\n" + lines;
        }

        String rudy() {
            return text;
        }

        double cut(String bits) {
            double value = 0;
            for (int i = 0; i < weights.length; i++) {
                for (int j = i + 1; j < weights.length; j++) {
                    value += bits.charAt(i) == bits.charAt(j) ? 0 : weights[i][j];
                }
            }
            return value;
        }
    }
}
