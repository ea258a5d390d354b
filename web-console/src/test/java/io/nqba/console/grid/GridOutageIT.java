package io.nqba.console.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.security.Role;
import io.nqba.node.lifecycle.FreePorts;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.ignite.Ignite;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;

/** The grid goes away and comes back under a console that stays. */
class GridOutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String RUNS = "/api/v1/optimisation/runs";

    @Test
    void theConsoleAnswers503MeanwhileAndRecoversByItself() {
        int port = new FreePorts(InetAddress.getLoopbackAddress()).next();
        try (TestConsole console = TestConsole.start("127.0.0.1:" + port, "--nqba.grid.heartbeat=200ms")) {
            // The console starts without a grid.
            expectUnavailable(console.stranger(), "/api/v1/auth/token");
            console.stranger()
                    .get()
                    .uri("/actuator/health/liveness")
                    .exchange()
                    .expectStatus()
                    .isOk();
            console.stranger()
                    .get()
                    .uri("/actuator/health/readiness")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503);

            List<RunEvent> seen = new CopyOnWriteArrayList<>();
            Disposable stream;
            String runId = UUID.randomUUID().toString();
            WebTestClient client;
            try (GridFixture grid = grid(port)) {
                awaitGrid(console);
                client = console.as(Role.OPERATOR);
                client.get().uri(RUNS).exchange().expectStatus().isOk();
                store(grid.ignite(), runId);
                write(grid.ignite(), runId, 1, RunState.RUNNING);
                stream = console.bean(RunGateway.class).events(runId, 0).subscribe(seen::add);
                await().atMost(PATIENCE).until(() -> seen.size() == 1);
            }
            expectFailsFast(client);

            // Another grid on the same port, as after a restart without persistence.
            try (GridFixture grid = grid(port)) {
                store(grid.ignite(), runId);
                write(grid.ignite(), runId, 1, RunState.RUNNING);
                write(grid.ignite(), runId, 2, RunState.RUNNING);
                awaitGrid(console);
                write(grid.ignite(), runId, 3, RunState.SUCCEEDED);

                await().atMost(PATIENCE).until(stream::isDisposed);
                assertThat(seen).extracting(RunEvent::sequence).containsExactly(1L, 2L, 3L);
            }
        }
    }

    private static void awaitGrid(TestConsole console) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> console.stranger()
                        .get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk());
        // The accounts of a new grid are made after it is there.
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(console.token(Role.OPERATOR)).isNotEmpty());
    }

    private static void expectFailsFast(WebTestClient client) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            long begin = System.nanoTime();
            client.get()
                    .uri(RUNS)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists(HttpHeaders.RETRY_AFTER)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NQBA-GRID-101");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        });
    }

    private static void expectUnavailable(WebTestClient client, String path) {
        client.post()
                .uri(path)
                .bodyValue(Map.of("name", "council", "password", "some password"))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-GRID-101");
    }

    private static GridFixture grid(int port) {
        return GridFixture.start(1, Map.of(Setting.PERSISTENCE, "false", Setting.CLIENT_PORT, Integer.toString(port)));
    }

    private static void store(Ignite ignite, String runId) {
        EnergyRequest request =
                new EnergyRequest("d", 0, 24, EnergyRequest.Source.READINGS, 0, 0, true, 1e-4, 100, 60_000);
        ignite.cache(CacheNames.OPTIMIZATION_RUN)
                .put(runId, OptimizationRun.queued(runId, request, "operator", "USD", 1));
    }

    private static void write(Ignite ignite, String runId, long sequence, RunState state) {
        ignite.cache(CacheNames.RUN_PROGRESS)
                .put(new RunProgressKey(runId, sequence), new RunProgress(state, (int) sequence, 1, 1, 0, 0, 1, 0, ""));
    }
}
