package io.nqba.console.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.paging.Pages;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.FirmLimitResult;
import io.nqba.model.finance.MandateReport;
import io.nqba.model.finance.MandateRequest;
import io.nqba.model.finance.MandateResult;
import io.nqba.model.finance.MandateResultKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.security.Role;
import java.time.Duration;
import java.util.List;
import org.apache.ignite.Ignite;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Mandate runs over REST, on rows as the nodes store them. */
class MandateApiIT {
    private static final String RUN = "mandate-api-run";
    private static final int MANDATES = 5;

    private final WebTestClient client = TestConsole.shared().as(Role.ANALYST);

    @BeforeAll
    static void store() {
        Ignite grid = TestConsole.grid().ignite();
        var tight = new FirmLimit(FirmLimit.Kind.SECTOR, "Energy", 0.1);
        var loose = new FirmLimit(FirmLimit.Kind.FACTOR, "market", 1);
        var request = new MandateRequest(
                "none", List.of(tight, loose), MandateRequest.ExpectedReturn.CAPM, 250, 5, 0, 1e-4, 9, 1_000);
        grid.cache(CacheNames.OPTIMIZATION_RUN).put(RUN, OptimizationRun.queued(RUN, request, "a", "USD", 1));
        List<FirmLimitResult> limits = List.of(
                new FirmLimitResult(tight, 0.2, 0.3, 0.1, 250_000), new FirmLimitResult(loose, 0.9, 0.8, 0.7, 0));
        grid.cache(CacheNames.MANDATE_REPORT)
                .put(RUN, new MandateReport(RUN, "none", "USD", MANDATES, 5e6, 1e6, 2e3, limits));
        for (int i = 0; i < MANDATES; i++) {
            var result = new MandateResult(
                    "none",
                    1e6,
                    10,
                    30,
                    25,
                    0.08,
                    0.15,
                    0.2,
                    0.4,
                    400,
                    0.05,
                    List.of("AAA", "BBB"),
                    new double[] {0.5, 0},
                    new double[] {0.25, 0.7});
            grid.cache(CacheNames.MANDATE_RESULT).put(new MandateResultKey("mandate-api-" + i, RUN), result);
        }
    }

    @Test
    void limitsTellUseAndPriceInWords() {
        client.get()
                .uri("/api/v1/goliath/runs/{run}/firm-limits", RUN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mandates")
                .isEqualTo(MANDATES)
                .jsonPath("$.limits[0].useAlone")
                .isEqualTo(0.3)
                .jsonPath("$.limits[0].words")
                .isEqualTo("It binds; one more per cent of the capital would be worth 2,500.00 USD a year.")
                .jsonPath("$.limits[1].words")
                .isEqualTo("It does not bind.");
    }

    @Test
    void resultsComeInPagesAndAsOneTable() {
        client.get()
                .uri("/api/v1/goliath/runs/{run}/mandate-results?limit=2", RUN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].givenUp")
                .isEqualTo(5.0)
                .jsonPath("$.next")
                .isNotEmpty();
        String csv = client.get()
                .uri("/api/v1/goliath/runs/{run}/mandate-results?format=csv", RUN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(csv).startsWith("portfolio_id,portfolio_name,capital").hasLineCount(MANDATES + 1);
    }

    /** All give up the same, so that only the id says where a page begins. */
    @Test
    void orderedPagesMissNobodyAndRepeatNobody() {
        MandateRunGateway gateway = TestConsole.shared().bean(MandateRunGateway.class);
        for (MandateResultQuery.Order order : MandateResultQuery.Order.values()) {
            List<String> seen = Pages.all(cursor ->
                            gateway.results(new MandateResultQuery(RUN, order, true, "MANDATE-api", cursor, 2)))
                    .map(MandateResultView::portfolioId)
                    .collectList()
                    .block(Duration.ofSeconds(30));

            assertThat(seen).as("by %s", order).hasSize(MANDATES).doesNotHaveDuplicates();
        }
    }

    @Test
    void weightsOfOneMandateStandSideBySide() {
        client.get()
                .uri("/api/v1/goliath/runs/{run}/mandate-results/mandate-api-0/weights", RUN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.weights[1].instrumentId")
                .isEqualTo("BBB")
                .jsonPath("$.weights[1].proposed")
                .isEqualTo(0.7);
    }

    @Test
    void anUnknownBookAndALimitSentTwiceAreRefusedByName() {
        post("{\"bookId\": \"atlantis\"}")
                .contains("There is no book (atlantis)")
                .contains("bookId");
        post("""
                {"bookId": "atlantis", "limits": [{"kind": "SECTOR", "name": "Energy", "most": 0.1},
                                                  {"kind": "SECTOR", "name": "Energy", "most": 0.2}]}""").contains("SECTOR Energy is there twice");
        post("{\"bookId\": \"atlantis\", \"limits\": [{\"kind\": \"SECTOR\", \"name\": \"Energy\"}]}")
                .contains("limits[0].most");
    }

    private AbstractStringAssert<?> post(String body) {
        String answer = client.post()
                .uri("/api/v1/goliath/mandate-optimization")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is4xxClientError()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return assertThat(answer);
    }
}
