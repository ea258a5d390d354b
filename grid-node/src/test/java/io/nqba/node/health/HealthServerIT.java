package io.nqba.node.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HealthServerIT {
    private static final AtomicReference<Optional<String>> FAILURE = new AtomicReference<>(Optional.empty());

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @BeforeAll
    static void startGrid() {
        grid = GridFixture.inMemory(2);
        GridNode node = grid.node(0);
        node.closeLater(HealthServer.start(node, FAILURE::get));
    }

    @AfterAll
    static void stopGrid() {
        grid.close();
    }

    @Test
    void aNodeWithItsShareOfTheDataIsReady() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            HttpResponse<String> ready = get("/health/ready");
            assertThat(ready.body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(ready.statusCode()).isEqualTo(200);
        });
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultShowsInBothChecks() {
        FAILURE.set(Optional.of("SEGMENTATION: \"lost\""));
        try {
            assertThat(get("/health/live").statusCode()).isEqualTo(503);
            assertThat(get("/health/ready").body())
                    .isEqualTo("{\"status\":\"DOWN\",\"problems\":[\"SEGMENTATION: \\\"lost\\\"\"]}");
        } finally {
            FAILURE.set(Optional.empty());
        }
    }

    @Test
    void metricsTellOfTheJvmAndOfIgnite() {
        String metrics = get("/metrics").body();

        assertThat(metrics)
                .contains("jvm_memory_used_bytes{")
                .containsPattern("ignite_cache_gets\\{cache=\"MeterReading\",node=\"test-[0-9]+\"} ")
                .containsPattern("ignite_cache_group_local_node_owning_partitions_count\\{group=\"Site\"")
                .containsPattern("ignite_region_total_allocated_size\\{node=\"[^\"]+\",region=\"default\"}")
                .doesNotContain("communication_tcp");
        assertThat(get("/metrics").body().lines().count()).isBetween(500L, 10_000L);
    }

    @Test
    void onlyReadingIsAllowed() throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(uri("/metrics"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(post, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
        assertThat(get("/health/live/x").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + grid.node(0).settings().text(Setting.HTTP_PORT) + path);
    }
}
