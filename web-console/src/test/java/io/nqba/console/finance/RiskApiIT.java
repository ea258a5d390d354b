package io.nqba.console.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.finance.orders.OrderFills;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.PriceTick;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.security.Role;
import io.nqba.node.testing.FinanceFixture;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Risk, limits and paper orders over REST, on a small book. */
class RiskApiIT {
    private static final String API = "/api/v1/goliath";
    private static final String PORTFOLIO = "p-balanced";

    private final WebTestClient trader = TestConsole.shared().as(Role.ANALYST);
    private final WebTestClient council = TestConsole.shared().as(Role.COUNCIL);

    @BeforeAll
    static void store() {
        FinanceFixture.put(TestConsole.grid().ignite());
    }

    @Test
    void aValueAtRiskNeverComesWithoutItsBacktest() {
        trader.get()
                .uri(API + "/risk/books/{id}", FinanceFixture.BOOK)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tailRisks.length()")
                .isEqualTo(8)
                .jsonPath("$.tailRisks[?(@.valueAtRisk != null && @.backtest.kupiecPValue != null"
                        + " && @.backtest.christoffersenPValue != null && @.backtest.light != null)].length()")
                .value(all -> assertThat((List<?>) all).hasSize(8))
                .jsonPath("$.contributions.length()")
                .isEqualTo(8)
                .jsonPath("$.stress[0].profit")
                .value(profit -> assertThat(((Number) profit).doubleValue()).isNegative())
                .jsonPath("$.marketId")
                .isEqualTo("I0");
    }

    @Test
    void aBookIsToldPortfolioByPortfolio() {
        trader.get()
                .uri(API + "/risk/books/{id}/portfolios?limit=1", FinanceFixture.BOOK)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines.length()")
                .isEqualTo(2)
                .jsonPath("$.lines[1].portfolioId")
                .doesNotExist()
                .jsonPath("$.valueAtRisk99")
                .value(loss -> assertThat(((Number) loss).doubleValue()).isPositive());
        String csv = Objects.requireNonNull(trader.get()
                .uri(API + "/risk/books/{id}/portfolios?format=csv", FinanceFixture.BOOK)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(csv.lines())
                .startsWith("portfolio_id,name,value,value_at_risk_95,value_at_risk_99,share_of_book")
                .hasSize(FinanceFixture.PORTFOLIOS.size() + 1);
    }

    @Test
    void aBookThatIsNotThereIsNotFound() {
        trader.get()
                .uri(API + "/risk/books/{id}", "<script>")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.remedy")
                .isEqualTo("Check the id; GET /api/v1/goliath/books lists them.");
    }

    @Test
    void theDaysOfTheBacktestComeAsCsv() {
        String csv = Objects.requireNonNull(trader.get()
                .uri(API + "/risk/portfolios/{id}?format=csv", PORTFOLIO)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith(
                        "day,profit,value_at_risk_95_historical,value_at_risk_99_historical,value_at_risk_95_normal");
        assertThat(csv.lines()).hasSize(1 + FinanceFixture.DAYS - 1);
    }

    @Test
    void aShockMovesWhatItNames() {
        trader.post()
                .uri(API + "/stress")
                .bodyValue(Map.of(
                        "scope",
                        "PORTFOLIO",
                        "id",
                        "p-narrow",
                        "name",
                        "All down",
                        "shocks",
                        List.of(Map.of("target", "ALL", "change", -0.5))))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("USER")
                .jsonPath("$.from")
                .isEmpty()
                .jsonPath("$.worst.length()")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/stress | {\"scope\":\"BOOK\",\"id\":\"tiny-book\",\"name\":\"x\",\"shocks\":[]} | shocks",
                "/stress | {\"scope\":\"BOOK\",\"id\":\"tiny-book\",\"name\":\"x\",\"shocks\":[{\"target\":\"ALL\",\"change\":-2}]} | shocks[0].change",
                "/stress | {\"scope\":\"BOOK\",\"id\":\"tiny-book\",\"name\":\"x\",\"shocks\":[{\"target\":\"SECTOR\",\"name\":\"'; DROP TABLE TRADE\",\"change\":-0.2}]} | shocks[0].name",
                "/stress | {\"scope\":\"BOOK\",\"id\":\"tiny-book\",\"name\":\"x\",\"shocks\":[{\"target\":\"ALL\",\"change\":NaN}]} | shocks[0].change",
                "/orders | {\"portfolioId\":\"p-balanced\",\"instrumentId\":\"I1\",\"side\":\"BUY\",\"shares\":-5} | shares",
                "/orders | {\"portfolioId\":\"p-balanced\",\"instrumentId\":\"I1\",\"side\":\"BUY\",\"shares\":1e300} | shares",
                "/orders | {\"portfolioId\":\"p-balanced\",\"instrumentId\":\"<script>\",\"side\":\"BUY\",\"shares\":1} | instrumentId",
                "/orders | {\"portfolioId\":\"p-balanced\",\"instrumentId\":\"I1\",\"side\":\"HOLD\",\"shares\":1} | side",
                "/orders | {\"portfolioId\":\"p-balanced\",\"instrumentId\":\"I1\",\"side\":\"SELL\",\"shares\":9999} | shares",
                "/orders | {\"portfolioId\":\"p-balanced\",\"instrumentId\":\"I1\",\"side\":\"BUY\",\"kind\":\"LIMIT\",\"shares\":1} | limitPrice"
            })
    void nonsenseIsRefusedByItsField(String path, String body, String field) {
        trader.post()
                .uri(API + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo(field)
                .jsonPath("$.fields[0].remedy")
                .isNotEmpty();
    }

    @Test
    void aLimitIsChangedOnlyByWhoHasSeenIt() {
        String id = "api-" + UUID.randomUUID();
        Map<String, Object> body = limit(id, "LEVERAGE", 5, 9);
        council.post()
                .uri(API + "/risk-limits")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .location(API + "/risk-limits/" + id);
        assertThat(put(id, body, "\"1\"")).isEqualTo(HttpStatus.OK);

        assertThat(put(id, body, "\"1\"")).isEqualTo(HttpStatus.CONFLICT);
        assertThat(put(id, body, "*")).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(put(id, limit(id, "LEVERAGE", 10, 9), "\"2\"")).isEqualTo(HttpStatus.BAD_REQUEST);
        council.get()
                .uri(API + "/risk-limits/{id}", id)
                .exchange()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.changedBy")
                .isEqualTo("council");
        assertThat(delete(id, "\"1\"")).isEqualTo(HttpStatus.CONFLICT);
        assertThat(delete(id, "\"2\"")).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(delete(id, "\"2\"")).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void anOrderSentTwiceUnderAKeyIsOneOrderAndFillsAndIsAudited() {
        String key = UUID.randomUUID().toString();
        String first = place(key, "I2", 10, HttpStatus.CREATED);
        String second = place(key, "I2", 10, HttpStatus.CREATED);
        place(key, "I2", 11, HttpStatus.CONFLICT);
        Order order = TestConsole.grid()
                .ignite()
                .<OrderKey, Order>cache(CacheNames.PAPER_ORDER)
                .get(new OrderKey(PORTFOLIO, first));

        OrderFills.apply(TestConsole.grid().ignite(), List.of(new PriceTick("I2", order.createdMillis() + 1, 40, 30)));

        assertThat(second).isEqualTo(first);
        trader.get()
                .uri(API + "/orders/{id}", first)
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PARTIALLY_FILLED")
                .jsonPath("$.filledShares")
                .isEqualTo(6)
                .jsonPath("$.averagePrice")
                .isEqualTo(40.0)
                .jsonPath("$.limitPrice")
                .isEmpty();
        trader.get()
                .uri(API + "/trades?orderId={id}", first)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].side")
                .isEqualTo("BUY");
        trader.get()
                .uri(API + "/orders?portfolioId={id}&open=true&limit=1000", PORTFOLIO)
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '%s')].length()".formatted(first))
                .isNotEmpty();
        trader.delete()
                .uri(API + "/orders/{id}", first)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("CANCELLED");
        assertThat(audited("order.place", first + " accepted")).isEqualTo(2);
        assertThat(audited("order.cancel", first)).isEqualTo(1);
    }

    @Test
    void aRejectedOrderSaysWhichLimitAndWhatWouldPass() {
        String id = "api-" + UUID.randomUUID();
        council.post()
                .uri(API + "/risk-limits")
                .bodyValue(limit(id, "VALUE_AT_RISK_99", 0.01, 0.025))
                .exchange()
                .expectStatus()
                .isCreated();

        trader.post()
                .uri(API + "/orders")
                .bodyValue(Map.of("portfolioId", PORTFOLIO, "instrumentId", "I6", "side", "BUY", "shares", 1_000_000))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REJECTED")
                .jsonPath("$.reason")
                .value(reason -> assertThat((String) reason).contains(id, "shares would pass"))
                .jsonPath("$.refusals[?(@.limitId == '%s')].backtest".formatted(id))
                .isNotEmpty()
                .jsonPath("$.refusals[?(@.limitId == '%s')].largestShares".formatted(id))
                .isNotEmpty();
        assertThat(delete(id, "\"1\"")).isEqualTo(HttpStatus.NO_CONTENT);
    }

    private static Map<String, Object> limit(String id, String measure, double warn, double breach) {
        return Map.of(
                "id",
                id,
                "scope",
                "BOOK",
                "subjectId",
                FinanceFixture.BOOK,
                "measure",
                measure,
                "warnLevel",
                warn,
                "breachLevel",
                breach);
    }

    private HttpStatus put(String id, Map<String, Object> body, String tag) {
        return HttpStatus.valueOf(council.put()
                .uri(API + "/risk-limits/{id}", id)
                .header("If-Match", tag)
                .bodyValue(body)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value());
    }

    private HttpStatus delete(String id, String tag) {
        return HttpStatus.valueOf(council.delete()
                .uri(API + "/risk-limits/{id}", id)
                .header("If-Match", tag)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value());
    }

    private String place(String key, String instrumentId, long shares, HttpStatus expected) {
        Map<?, ?> order = Objects.requireNonNull(trader.post()
                .uri(API + "/orders")
                .header("Idempotency-Key", key)
                .bodyValue(
                        Map.of("portfolioId", PORTFOLIO, "instrumentId", instrumentId, "side", "BUY", "shares", shares))
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        return String.valueOf(order.get("id"));
    }

    private static long audited(String action, String subject) {
        return (Long) TestConsole.grid()
                .ignite()
                .cache(CacheNames.AUDIT_ENTRY)
                .query(new SqlFieldsQuery("SELECT COUNT(*) FROM AUDIT_ENTRY WHERE ACTION = ? AND SUBJECT = ?")
                        .setArgs(action, subject)
                        .setSchema("PUBLIC"))
                .getAll()
                .get(0)
                .get(0);
    }
}
