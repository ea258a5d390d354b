package io.nqba.console.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.paging.Page;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.security.Role;
import io.nqba.node.testing.FinanceFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Instruments, prices, books and portfolios over REST. */
class PortfolioApiIT {
    private static final String API = "/api/v1/goliath";

    private final WebTestClient client = TestConsole.shared().as(Role.ANALYST);

    @BeforeAll
    static void store() {
        Ignite grid = TestConsole.grid().ignite();
        FinanceFixture.put(grid);
        for (long day = 20_000; day < 20_005; day++) {
            grid.cache(CacheNames.PRICE_BAR).put(new PriceBarKey("I0", day), new PriceBar(10, 12, 9, 11, 11, day));
        }
    }

    @Test
    void portfoliosComeInPagesEachOnce() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Page<PortfolioRow> page = Objects.requireNonNull(client.get()
                    .uri(API + "/portfolios?bookId={b}&limit=2&cursor={c}", FinanceFixture.BOOK, cursor)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(new ParameterizedTypeReference<Page<PortfolioRow>>() {})
                    .returnResult()
                    .getResponseBody());
            page.items().forEach(row -> ids.add(row.id()));
            cursor = page.next() == null ? "" : page.next();
        } while (!cursor.isEmpty());

        assertThat(ids).isEqualTo(FinanceFixture.PORTFOLIOS);
    }

    @Test
    void aPortfolioShowsItsValueItsMandateAndItsPositions() {
        get("/portfolios/p-short")
                .jsonPath("$.mandate.maxWeight")
                .isEqualTo(0.4)
                .jsonPath("$.positions")
                .isEqualTo(4)
                .jsonPath("$.cash")
                .isEqualTo(20_000);
        get("/portfolios/p-short/positions?limit=1")
                .jsonPath("$.items[0].instrumentId")
                .isEqualTo("I2")
                .jsonPath("$.items[0].sector")
                .isEqualTo("Software")
                .jsonPath("$.next")
                .isNotEmpty();
        assertThat(csv("/portfolios/p-short/positions")).hasSize(5);
    }

    @Test
    void aBookShowsItsDaysBesideEqualWeight() {
        get("/books/tiny-book/report?from=2025-01-01&to=2025-03-31")
                .jsonPath("$.portfolios")
                .isEqualTo(3)
                .jsonPath("$.days[0].day")
                .isEqualTo("2025-01-01")
                .jsonPath("$.lines.length()")
                .isEqualTo(3)
                .jsonPath("$.best.id")
                .isNotEmpty();
        assertThat(csv("/books/tiny-book/report?to=2025-12-31")).hasSize(FinanceFixture.DAYS + 1);
        get("/books").jsonPath("$.items[?(@.id == 'tiny-book')].portfolios").isEqualTo(3);
    }

    @Test
    void instrumentsAndPricesComeInPagesAndAsCsv() {
        get("/instruments?search=instrument 3").jsonPath("$.items[0].id").isEqualTo("I3");
        get("/instruments?sector=Health&limit=1").jsonPath("$.next").isNotEmpty();
        get("/instruments/I0/prices?from=2024-10-05&limit=2")
                .jsonPath("$.items[0].day")
                .isEqualTo("2024-10-05")
                .jsonPath("$.items.length()")
                .isEqualTo(2);
        assertThat(csv("/instruments/I0/prices?from=2024-10-05&to=2024-10-07")).hasSize(4);
        assertThat(csv("/instruments")).hasSizeGreaterThan(FinanceFixture.INSTRUMENTS);
        get("/universes").jsonPath("$.items[?(@.id == 'tiny')].instruments").isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "/instruments/none, 404",
        "/instruments/none/prices, 404",
        "/instruments/I0/prices?from=yesterday, 400",
        "/instruments/I0/prices?from=2025-01-02&to=2025-01-01, 400",
        "/portfolios/none, 404",
        "/portfolios?limit=0, 400",
        "/portfolios?cursor=x, 400",
        "/books/none/report, 404",
        "/books/tiny-book/report?from=1950-01-01&to=1950-02-01, 422"
    })
    void whatIsWrongIsSaid(String path, int status) {
        client.get()
                .uri(API + path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.remedy")
                .isNotEmpty();
    }

    @Test
    void ticksAreTakenOneByOneAndReachThePortfolio() {
        String batch = """
                {"rows": [{"instrumentId": "I4", "at": "2026-02-02T10:00:00Z", "price": 66, "volumeShares": 5},
                          {"instrumentId": "I4", "at": "2026-02-02T10:00:01Z", "price": -1},
                          {"instrumentId": "NONE", "at": "2026-02-02T10:00:00Z", "price": 1}]}""";

        send(batch)
                .expectStatus()
                .isEqualTo(207)
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1)
                .jsonPath("$.problems[0].field")
                .isEqualTo("rows[1].price")
                .jsonPath("$.problems[1].field")
                .isEqualTo("rows[2].instrumentId");

        get("/portfolios/p-narrow").jsonPath("$.pricedOn").isEqualTo("2026-02-02");
        get("/portfolios/p-narrow/positions?limit=5")
                .jsonPath("$.items[?(@.instrumentId == 'I4')].price")
                .isEqualTo(66.0);
        send("{\"rows\": []}").expectStatus().isBadRequest();
    }

    @Test
    void ticksComeAsCsvToo() {
        String batch = """
                instrumentId,at,price,volumeShares
                I5,2026-02-02T10:00:00Z,77.5,5
                I5,2026-02-02T10:00:01Z,much,
                NONE,2026-02-02T10:00:00Z,1,
                I5,+1000000000-12-31T23:59:59.999999999Z,77,
                I5,-1000000000-01-01T00:00:00Z,77,
                """;

        send(batch, MediaType.valueOf("text/csv"))
                .expectStatus()
                .isEqualTo(207)
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1)
                .jsonPath("$.problems[*].field")
                .value(fields -> assertThat(fields)
                        .isEqualTo(List.of("rows[1].price", "rows[2].instrumentId", "rows[3].at", "rows[4].at")));
        send("instrumentId,price\nI5,1\n", MediaType.valueOf("text/csv"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("header");
    }

    private static WebTestClient.ResponseSpec send(String batch) {
        return send(batch, MediaType.APPLICATION_JSON);
    }

    private static WebTestClient.ResponseSpec send(String batch, MediaType type) {
        return TestConsole.shared()
                .as(Role.SERVICE)
                .post()
                .uri(API + "/price-ticks")
                .contentType(type)
                .bodyValue(batch)
                .exchange();
    }

    private WebTestClient.BodyContentSpec get(String path) {
        return client.get().uri(API + path).exchange().expectStatus().isOk().expectBody();
    }

    private List<String> csv(String path) {
        String separator = path.contains("?") ? "&" : "?";
        return Objects.requireNonNull(client.get()
                        .uri(API + path + separator + "format=csv")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith("text/csv")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .lines()
                .toList();
    }
}
