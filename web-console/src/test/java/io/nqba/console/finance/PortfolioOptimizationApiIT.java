package io.nqba.console.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.console.optimisation.RunView;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import io.nqba.node.testing.FinanceFixture;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Portfolio runs over REST, from request to trades. */
class PortfolioOptimizationApiIT {
    private static final String PATH = "/api/v1/goliath/portfolio-optimization";

    private final WebTestClient client = TestConsole.shared().as(Role.ANALYST);

    @BeforeAll
    static void store() {
        FinanceFixture.put(TestConsole.grid().ignite());
    }

    private EntityExchangeResult<RunView> start(String json, String... key) {
        var request = client.post().uri(PATH).contentType(MediaType.APPLICATION_JSON);
        if (key.length > 0) {
            request = request.header("Idempotency-Key", key[0]);
        }
        return request.bodyValue(json)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(RunView.class)
                .returnResult();
    }

    private RunView ended(RunView run) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Objects.requireNonNull(client.get()
                                .uri("/api/v1/optimisation/runs/{id}", run.id())
                                .exchange()
                                .expectBody(RunView.class)
                                .returnResult()
                                .getResponseBody()),
                        now -> now.state().terminal());
    }

    private String text(String path, String id) {
        return new String(
                Objects.requireNonNull(client.get()
                        .uri(PATH + path, id)
                        .accept(MediaType.parseMediaType("text/csv"))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    @Test
    void aRunEndsWithProposalTradesAndFrontier() {
        var started = start("""
                {"portfolioId": "p-balanced", "objective": "min-volatility", "frontierPoints": 6}""");
        RunView queued = Objects.requireNonNull(started.getResponseBody());
        assertThat(started.getResponseHeaders().getLocation())
                .isEqualTo(URI.create("/api/v1/optimisation/runs/" + queued.id()));

        RunView run = ended(queued);

        assertThat(run.parameters()).containsEntry("objective", "min-volatility");
        assertThat(run.baselines()).extracting(baseline -> baseline.name()).contains("current-portfolio");
        client.get()
                .uri(PATH + "/{id}", run.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.positions.length()")
                .isEqualTo(8)
                .jsonPath("$.objective")
                .isEqualTo("MIN_VOLATILITY")
                .jsonPath("$.now.volatility")
                .isNumber()
                .jsonPath("$.equalWeight.names")
                .isEqualTo(8)
                .jsonPath("$.pricesOf")
                .isEqualTo("2025-12-26");
        client.get()
                .uri(PATH + "/{id}/frontier", run.id())
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(6)
                .jsonPath("$[5].weights")
                .isNotEmpty();
        List<String> trades = text("/{id}/trades", run.id()).lines().toList();
        assertThat(trades.get(0)).isEqualTo("instrument_id,side,shares,price,value,cost,reason");
        assertThat(trades).hasSizeGreaterThan(2).anyMatch(line -> line.contains(",SELL,"));
        assertThat(text("/{id}", run.id()).lines()).hasSize(9);
        assertThat(text("/{id}/frontier", run.id()).lines()).hasSize(7);
    }

    @Test
    void theSameKeyLeadsToTheSameRun() {
        String json = "{\"universeId\": \"tiny\", \"capital\": 1000, \"objective\": \"hrp\"}";

        RunView first = Objects.requireNonNull(start(json, "key-of-hrp").getResponseBody());
        RunView again = Objects.requireNonNull(start(json, "key-of-hrp").getResponseBody());

        assertThat(again.id()).isEqualTo(first.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | objective",
                "[] | body",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"max-sharpe\", \"mostNames\": 0} | mostNames",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"max-sharpe\", \"capital\": -5} | capital",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"max-sharpe\", \"mostWeight\": 1e9} | mostWeight",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"max-sharpe\", \"wholeShares\": \"often\"} | wholeShares",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"max-sharpe\", \"shares\": 1} | shares",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"max-sharpe\", \"from\": \"yesterday\"} | from",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"x\"} | objective",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"target-return\"} | target",
                "{\"portfolioId\": \"none\", \"objective\": \"max-sharpe\"} | portfolioId",
                "{\"universeId\": \"none\", \"capital\": 5, \"objective\": \"max-sharpe\"} | universeId",
                "{\"universeId\": \"tiny\", \"objective\": \"max-sharpe\"} | capital",
                "{\"universeId\": \"tiny\", \"capital\": 5, \"objective\": \"hrp\", \"mostNames\": 3} | mostNames",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"hrp\", \"instrumentIds\": [\"NONE\"]} | instrumentIds[0]",
                "{\"portfolioId\": \"p-balanced\", \"objective\": \"max-sharpe\","
                        + " \"groups\": [{\"sector\": \"Shipping\", \"most\": 0.1}]} | groups[0].sector"
            })
    void hostileInputIsNamedFieldByField(String json, String field) {
        client.post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(HttpStatus.valueOf(status).is4xxClientError())
                        .isTrue())
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo(field)
                .jsonPath("$.fields[0].remedy")
                .isNotEmpty();
    }

    @Test
    void anUnknownRunIsSaid() {
        for (String path : List.of("/none", "/none/trades", "/none/frontier")) {
            client.get()
                    .uri(PATH + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NQBA-OPT-001");
        }
    }
}
