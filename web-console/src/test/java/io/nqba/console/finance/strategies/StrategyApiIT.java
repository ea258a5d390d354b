package io.nqba.console.finance.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.finance.Universe;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Strategies, backtests and the state of a market over REST, on a real grid. */
class StrategyApiIT {
    private static final String STRATEGIES = "/api/v1/goliath/strategies/";
    private static final String BODY = """
            {"name": "Slow trend", "kind": "moving-average-crossover", "universeId": "quay", "parameters": {"longDays": 120}}""";

    private final WebTestClient api = TestConsole.shared().as(Role.ANALYST);

    @BeforeAll
    static void storePrices() {
        var random = new SplittableRandom(3);
        int days = 900;
        double[][] closes = new double[8][days];
        for (double[] series : closes) {
            series[0] = 50;
            for (int day = 1; day < days; day++) {
                series[day] = series[day - 1] * (1 + random.nextDouble(-0.02, 0.0207));
            }
        }
        List<String> ids = IntStream.range(0, 8).mapToObj(j -> "Q" + j).toList();
        long[] dates = IntStream.range(0, days).mapToLong(day -> 15_000 + day).toArray();
        new UniverseStore(TestConsole.grid().ignite())
                .put(new Universe("quay", "Quay", "EUR", ids, dates, 0, ""), closes);
    }

    @Test
    void aStrategyIsStoredChangedAndRemovedByWhoSawItLast() {
        String id = "trend-" + UUID.randomUUID();

        String tag = put(id, BODY, null)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.parameters.shortDays")
                .isEqualTo(50)
                .jsonPath("$.parameters.longDays")
                .isEqualTo(120)
                .jsonPath("$.revision")
                .isEqualTo(1)
                .returnResult()
                .getResponseHeaders()
                .getETag();
        put(id, BODY, null).expectStatus().isEqualTo(409);
        put(id, BODY.replace("120", "150"), tag)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        put(id, BODY.replace("120", "180"), tag).expectStatus().isEqualTo(409);
        put(id, BODY.replace("120", "180"), "W/none").expectStatus().isBadRequest();

        api.delete()
                .uri(STRATEGIES + id)
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        api.delete()
                .uri(STRATEGIES + id)
                .header(HttpHeaders.IF_MATCH, "\"2\"")
                .exchange()
                .expectStatus()
                .isNoContent();
        api.get().uri(STRATEGIES + id).exchange().expectStatus().isNotFound();
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        put("bad", BODY.replace("120", "30"), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("parameters.shortDays");
        put("bad", BODY.replace("moving-average-crossover", "astrology"), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("kind");
        put("bad", BODY.replace("quay", "nowhere"), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("universeId");
        put("Bad Id", BODY, null).expectStatus().isBadRequest();
        api.post()
                .uri("/api/v1/goliath/backtests")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"strategyId\": \"nothing\"}")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aGridIsPlayedAndToldBesideEqualWeights() {
        String id = "grid-" + UUID.randomUUID();
        put(id, BODY, null).expectStatus().isCreated();

        RunView run = Objects.requireNonNull(api.post()
                .uri("/api/v1/goliath/backtests")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"strategyId\": \"%s\", \"grid\": {\"shortDays\": [5, 10, 20], \"longDays\": [50, 80]}}"
                        .formatted(id))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(RunView.class)
                .returnResult()
                .getResponseBody());
        RunView ended = await().atMost(Duration.ofSeconds(60))
                .until(() -> find(run.id()), each -> each.state().terminal());

        assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(ended.subject()).isEqualTo("Slow trend");
        assertThat(ended.bound()).isNull();
        assertThat(ended.baselines())
                .singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo("equal-weight"));
        BacktestView result = Objects.requireNonNull(api.get()
                .uri("/api/v1/goliath/backtests/" + run.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(BacktestView.class)
                .returnResult()
                .getResponseBody());
        assertThat(result.trials()).hasSize(6);
        assertThat(result.best().later()).isNotNull();
        assertThat(result.best().chosen().sharpe()).isEqualTo(ended.value());
        api.get()
                .uri("/api/v1/goliath/backtests/{id}/equity?format=csv", run.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(text -> assertThat(text).startsWith("day,wealth,equal_weight,drawdown,equal_drawdown\r\n2011-"));
        api.get()
                .uri("/api/v1/goliath/backtests?strategyId=" + id)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].tries")
                .isEqualTo(6);
        api.get().uri(STRATEGIES + id + "/signals").exchange().expectStatus().isOk();
    }

    @Test
    void theStateOfAMarketIsTold() {
        api.get()
                .uri("/api/v1/goliath/market?universeId=quay")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.breadth.instruments")
                .isEqualTo(8)
                .jsonPath("$.forecasts[0].relativeError")
                .isNumber()
                .jsonPath("$.volatility.state")
                .isNotEmpty();
        api.get()
                .uri("/api/v1/goliath/market?universeId=quay&format=csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(text -> assertThat(text.split("\r\n")).hasSize(901));
        api.get()
                .uri("/api/v1/goliath/market?universeId=nowhere")
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    private RunView find(String runId) {
        return Objects.requireNonNull(api.get()
                .uri("/api/v1/optimisation/runs/" + runId)
                .exchange()
                .expectBody(RunView.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec put(String id, String body, @Nullable String tag) {
        var request = api.put()
                .uri(STRATEGIES + "{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
        return tag == null
                ? request.exchange()
                : request.header(HttpHeaders.IF_MATCH, tag).exchange();
    }
}
