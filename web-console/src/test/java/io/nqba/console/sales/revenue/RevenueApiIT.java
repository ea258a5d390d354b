package io.nqba.console.sales.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.Product;
import io.nqba.model.security.Role;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Revenue and market over REST and on their pages, on a small book: every third deal is lost, those of price 120 always. */
class RevenueApiIT {
    private static final String REVENUE = "/api/v1/sigma/revenue/";
    private static final String MARKET = "/api/v1/sigma/market/";
    private static final long START = LocalDate.of(2026, 1, 5).toEpochDay();

    private final WebTestClient client = TestConsole.shared().as(Role.ANALYST);

    @BeforeAll
    static void store() {
        Ignite grid = TestConsole.grid().ignite();
        grid.cache(CacheNames.PRODUCT).put("rev-a", new Product("rev-a", "Revenue A", "", 100, 0.5, 1));
        grid.cache(CacheNames.PRODUCT).put("rev-b", new Product("rev-b", "Revenue B", "", 1_000, 0.5, 1));
        for (int a = 0; a < 6; a++) {
            grid.cache(CacheNames.ACCOUNT)
                    .put(
                            "rev-" + a,
                            Account.of("rev-" + a)
                                    .name("Revenue " + a)
                                    .nameKey("revenue" + a)
                                    .sector("revenue-sector")
                                    .employees(100)
                                    .region("Revenue land")
                                    .build());
        }
        for (int d = 0; d < 300; d++) {
            long engaged = START + d;
            long close = engaged + 10 + d % 40;
            boolean open = close > START + 300;
            boolean won = d / 6 % 3 > 0;
            // Only the first account never buys the second product.
            int account = d % 6;
            boolean second = account != 0 && d % 5 == 0;
            Opportunity.Builder deal = Opportunity.of("rev-" + d)
                    .accountId("rev-" + account)
                    .productId(second ? "rev-b" : "rev-a")
                    .repId("")
                    .stage(open ? DealStage.ENGAGING : won ? DealStage.WON : DealStage.LOST)
                    .engageDay(engaged)
                    .offer((second ? 10 : 1) * (won ? 95 : 120));
            if (!open) {
                deal.closeDay(close)
                        .amount(won ? (second ? 950 : 95) : 0)
                        .reason(won ? CloseReason.PRODUCT : CloseReason.PRICE);
            }
            grid.cache(CacheNames.OPPORTUNITY).put("rev-" + d, deal.build());
        }
    }

    private WebTestClient.BodyContentSpec get(String uri) {
        return client.get().uri(uri).exchange().expectStatus().isOk().expectBody();
    }

    private String csv(String uri) {
        String text = client.get()
                .uri(uri + (uri.contains("?") ? "&" : "?") + "format=csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(text);
    }

    @Test
    void aForecastHasItsPartsItsIntervalAndItsTrials() {
        get(REVENUE + "forecast?asOf=2026-10-20&quarters=1")
                .jsonPath("$.asOf")
                .isEqualTo("2026-10-20")
                .jsonPath("$.windows.length()")
                .isEqualTo(4)
                .jsonPath("$.windows[0].from")
                .isEqualTo("2026-10-21")
                .jsonPath("$.windows[3].quarter")
                .isEqualTo(true)
                .jsonPath("$.windows[3].low")
                .isNumber()
                .jsonPath("$.scores[0].months")
                .isEqualTo(1)
                .jsonPath("$.trials[0].naive.length()")
                .isEqualTo(3);
        assertThat(csv(REVENUE + "forecast?asOf=2026-10-20&quarters=1"))
                .hasLineCount(5)
                .startsWith("from,to,quarter,");
    }

    @Test
    void otherRatesBringOtherMoney() {
        String plain = csv(REVENUE + "what-if?asOf=2026-10-20&quarters=1");
        assertThat(csv(REVENUE + "forecast?asOf=2026-10-20&quarters=1")).isEqualTo(plain);
        assertThat(csv(REVENUE + "what-if?asOf=2026-10-20&quarters=1&winRate=0.5"))
                .isNotEqualTo(plain);
        client.get()
                .uri(REVENUE + "what-if?winRate=11")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("winRate");
        client.get()
                .uri(REVENUE + "forecast?asOf=1999-01-01")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("asOf")
                .jsonPath("$.fields[0].value")
                .isEqualTo("1999-01-01");
    }

    @Test
    void stagesSayHowManyGoAheadAndHowFast() {
        get(REVENUE + "conversion?asOf=2026-10-20")
                .jsonPath("$.stages[?(@.productId == 'rev-a')].medianDays")
                .isNotEmpty()
                .jsonPath("$.ages[0].days")
                .isEqualTo(0);
        assertThat(csv(REVENUE + "conversion")).contains("ENGAGING,rev-a,");
    }

    @Test
    void discountsSayWhatTheyWinAsOffersAreKept() {
        get(REVENUE + "price-ladder?productId=rev-a&by=REGION")
                .jsonPath("$.rows[0].ratio")
                .value(ratio -> assertThat((Double) ratio).isCloseTo(0.95, within(1e-9)))
                .jsonPath("$.bands[?(@.productId == 'rev-a' && @.from == 0.95)].rate")
                .isEqualTo(1.0)
                .jsonPath("$.bands[?(@.productId == 'rev-a' && @.from == 1.1)].rate")
                .isEqualTo(0.0);
        assertThat(csv(REVENUE + "price-ladder?productId=rev-a&by=REGION"))
                .contains("rev-a,REGION,Revenue land,100.0,");
    }

    @Test
    void outcomesHaveReasonsAndGroups() {
        get(REVENUE + "outcomes?productId=rev-a&by=SECTOR")
                .jsonPath("$.reasons[?(@.reason == 'PRICE')].won")
                .isEqualTo(0)
                .jsonPath("$.drivers.length()")
                .isEqualTo(1)
                .jsonPath("$.drivers[0].real")
                .isEqualTo(false);
        assertThat(csv(REVENUE + "outcomes?productId=rev-a&by=SECTOR")).contains("SECTOR,revenue-sector,");
        client.get()
                .uri(REVENUE + "outcomes?by=COLOUR")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("by"));
    }

    @Test
    void segmentsAndWhiteSpaceKnowTheirPeers() {
        get(MARKET + "segments?sector=revenue-sector&by=PRODUCT")
                .jsonPath("$.segments.length()")
                .isEqualTo(2)
                .jsonPath("$.segments[0].rate")
                .isNumber();
        get(MARKET + "white-space?sector=revenue-sector")
                .jsonPath("$.gaps.length()")
                .isEqualTo(1)
                .jsonPath("$.gaps[0].accountId")
                .isEqualTo("rev-0")
                .jsonPath("$.gaps[0].productId")
                .isEqualTo("rev-b")
                .jsonPath("$.gaps[0].peersBuying")
                .isEqualTo(5);
        assertThat(csv(MARKET + "segments?sector=revenue-sector")).contains("PRODUCT,rev-b,");
        assertThat(csv(MARKET + "white-space?sector=revenue-sector")).hasLineCount(2);
    }

    @Test
    void thePagesShowThem() {
        assertThat(page("/sigma/forecast?winRate=1.2&by=REGION"))
                .contains("How the forecast did", "At other rates ($)", "Revenue land", "Product");
        assertThat(page("/sigma/segments?by=product&sector=revenue-sector"))
                .contains("Revenue A", "White space", "5 of 5");
        String wrong = client.get()
                .uri("/sigma/forecast?speed=fast")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(wrong).contains("(fast) is not a number");
    }

    private String page(String uri) {
        String text = client.get()
                .uri(uri)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(text);
    }
}
