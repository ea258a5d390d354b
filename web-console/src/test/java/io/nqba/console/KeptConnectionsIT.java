package io.nqba.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A browser keeps its connections and uses them again at once: each request on them must be answered. */
class KeptConnectionsIT {
    private static final int BROWSERS = 12;
    private static final int REQUESTS = 200;
    private static final Duration LOST = Duration.ofSeconds(60);
    /** Answered on the event loop and, with the grid's answer, on another thread. */
    private static final List<String> PATHS =
            List.of("/css/base.css", "/api/v1/grid/status", "/js/app.js", "/runs", "/js/missing.js");

    @Test
    void everyRequestIsAnswered() throws Exception {
        String token = TestConsole.shared().token(Role.COUNCIL);
        ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
        try {
            List<Future<Integer>> answered = new ArrayList<>();
            for (int i = 0; i < BROWSERS; i++) {
                answered.add(browsers.submit(() -> visit(token)));
            }

            for (Future<Integer> one : answered) {
                assertThat(one.get()).isEqualTo(REQUESTS);
            }
        } finally {
            browsers.shutdownNow();
        }
    }

    private static int visit(String token) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        int answered = 0;
        for (int i = 0; i < REQUESTS; i++) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(TestConsole.shared().url() + PATHS.get(i % PATHS.size())))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/html, application/json")
                    .timeout(LOST)
                    .build();
            if (http.send(request, BodyHandlers.ofByteArray()).statusCode() > 0) {
                answered++;
            }
        }
        return answered;
    }
}
