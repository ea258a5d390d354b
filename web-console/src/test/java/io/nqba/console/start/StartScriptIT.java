package io.nqba.console.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StartScriptIT {
    @TempDir
    private Path folder;

    @Test
    void oneCommandGivesADistrictOptimisedToAProvenGapAndStopsCleanly() throws Exception {
        try (StartedProduct product = StartedProduct.start(folder.resolve("work"), "--in-memory")) {
            product.awaitReady();
            String token = product.signIn("council");
            JsonNode run = optimise(product, token, "riverside");

            assertThat(run.get("state").asString()).isEqualTo("SUCCEEDED");
            assertThat(run.get("gap").asDouble()).isBetween(0.0, 1e-4);
            assertThat(run.get("bound").asDouble())
                    .isLessThanOrEqualTo(run.get("value").asDouble());
            for (JsonNode baseline : run.get("baselines")) {
                assertThat(baseline.get("value").asDouble())
                        .as(baseline.get("name").asString())
                        .isGreaterThan(run.get("value").asDouble());
            }
            List<ProcessHandle> children = product.children();
            assertThat(product.stop()).isZero();
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void threeNodesShareTheWorkAndStopTogether() throws Exception {
        try (StartedProduct product = StartedProduct.start(folder.resolve("work"), "--in-memory", "--nodes", "3")) {
            product.awaitReady();
            String token = product.signIn("operator");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(product.get("/api/v1/grid/status", token)
                                    .get("nodes")
                                    .size())
                            .isEqualTo(3));

            JsonNode run = optimise(product, product.signIn("council"), "riverside");

            assertThat(run.get("state").asString()).isEqualTo("SUCCEEDED");
            assertThat(run.get("nodes").asInt()).isEqualTo(3);
            List<ProcessHandle> children = product.children();
            assertThat(product.stop()).isZero();
            assertThat(children).hasSizeGreaterThanOrEqualTo(3).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void aTakenPortIsOneClearLineAndLeavesNothingRunning() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StartedProduct product =
                        StartedProduct.startAt(taken.getLocalPort(), folder.resolve("work"), "--in-memory")) {
            int code = product.exitCode();

            assertThat(code).isNotZero();
            assertThat(product.output().lines().filter(line -> line.contains("Fix:")))
                    .singleElement()
                    .asString()
                    .contains(Integer.toString(taken.getLocalPort()));
            assertThat(product.children()).isEmpty();
        }
    }

    @Test
    void anUnreadableDataDirectoryIsOneClearLine() throws Exception {
        try (StartedProduct product = StartedProduct.start(
                folder.resolve("work"), "--data", folder.resolve("missing").toString())) {
            int code = product.exitCode();

            assertThat(code).isNotZero();
            assertThat(product.output().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("missing", "Fix:");
            assertThat(Files.exists(folder.resolve("work"))).isFalse();
        }
    }

    /** Replays the last full day that was measured. */
    private static JsonNode optimise(StartedProduct product, String token, String district) {
        JsonNode found = product.get("/api/v1/flyfox/districts", token)
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(district))
                .findFirst()
                .orElseThrow();
        Instant start = Instant.parse(found.get("lastReadingAt").asString()).minus(24, ChronoUnit.HOURS);
        String id = product.post("/api/v1/flyfox/energy-optimization", token, """
                        {"districtId": "%s", "start": "%s", "slots": 24, "source": "READINGS", "demandChargePerKw": 2.3333}
                        """.formatted(district, start))
                .get("id")
                .asString();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> product.get("/api/v1/optimisation/runs/" + id, token),
                        run -> !List.of("QUEUED", "RUNNING")
                                .contains(run.get("state").asString()));
    }
}
