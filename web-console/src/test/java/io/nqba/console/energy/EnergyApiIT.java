package io.nqba.console.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.paging.Page;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.DeviceSchedule;
import io.nqba.model.energy.DeviceScheduleKey;
import io.nqba.model.energy.District;
import io.nqba.model.energy.DistrictProfile;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.Schedule;
import io.nqba.model.energy.ScheduleKey;
import io.nqba.model.energy.Site;
import io.nqba.model.energy.SiteResult;
import io.nqba.model.energy.SiteResultKey;
import io.nqba.model.energy.Tariff;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.security.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Districts, sites, readings and answers of a run over REST, on rows as the nodes store them. */
class EnergyApiIT {
    private static final String DISTRICT = "energy-api";
    private static final String RUN = "energy-api-run";
    private static final int SITES = 5;
    private static final int SLOTS = 4;
    private static final long HOUR = 3_600_000L;

    private final WebTestClient client = TestConsole.shared().as(Role.ANALYST);

    @BeforeAll
    static void store() {
        Ignite grid = TestConsole.grid().ignite();
        grid.cache(CacheNames.TARIFF).put("api-tariff", new Tariff("api-tariff", "Time of use", "USD", 2.5));
        grid.cache(CacheNames.DISTRICT)
                .put(DISTRICT, new District(DISTRICT, "API district", "api-tariff", "zone", "UTC", 60));
        EnergyRequest request =
                new EnergyRequest(DISTRICT, 0, SLOTS, EnergyRequest.Source.READINGS, 0, 0, true, 1e-4, 9, 1_000);
        grid.cache(CacheNames.OPTIMIZATION_RUN).put(RUN, OptimizationRun.queued(RUN, request, "a", "USD", 1));
        double[] flat = {1, 2, 3, 4};
        grid.cache(CacheNames.DISTRICT_PROFILE)
                .put(RUN, new DistrictProfile(RUN, DISTRICT, 0, 60, flat, flat, flat, flat, flat, flat));
        for (int i = 0; i < SITES; i++) {
            String site = "energy-api-" + i;
            // Two names twice: the border of a page may fall between them.
            grid.cache(CacheNames.SITE)
                    .put(site, new Site(site, DISTRICT, "Home " + i / 2, "api-tariff", 10, Double.POSITIVE_INFINITY));
            grid.cache(CacheNames.ASSET).put(new AssetKey(site, "battery"), Asset.battery(6.4, 5, 0.9, 0.9, 0, 0));
            grid.cache(CacheNames.SITE_RESULT)
                    .put(new SiteResultKey(site, RUN), new SiteResult(DISTRICT, 10, 9, 8, 7, 6, 1, 3, 2, 5));
            for (int t = 0; t < SLOTS; t++) {
                grid.cache(CacheNames.METER_READING)
                        .put(new MeterReadingKey(site, t * HOUR), new MeterReading(1.5 + t, 0.5));
                grid.cache(CacheNames.SCHEDULE)
                        .put(new ScheduleKey(site, RUN, t * HOUR), new Schedule(1, 0, t, 2, 0, 1));
                grid.cache(CacheNames.DEVICE_SCHEDULE)
                        .put(new DeviceScheduleKey(site, RUN, "car", t * HOUR), new DeviceSchedule(t, 1));
            }
        }
    }

    @Test
    void aDistrictShowsItsTariffItsSitesAndItsReadings() {
        client.get()
                .uri("/api/v1/flyfox/districts/{id}", DISTRICT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.currency")
                .isEqualTo("USD")
                .jsonPath("$.sites")
                .isEqualTo(SITES)
                .jsonPath("$.firstReadingAt")
                .isEqualTo("1970-01-01T00:00:00Z")
                .jsonPath("$.lastReadingAt")
                .isEqualTo("1970-01-01T03:00:00Z");
    }

    @Test
    void pagesHaveEachSiteOnceByName() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Page<SiteView> page = page(
                    "/api/v1/flyfox/sites?districtId=" + DISTRICT + "&limit=2&cursor=" + cursor,
                    new ParameterizedTypeReference<>() {});
            page.items().forEach(site -> ids.add(site.id()));
            cursor = page.next() == null ? "" : page.next();
        } while (!cursor.isEmpty());

        assertThat(ids).containsExactly("energy-api-0", "energy-api-1", "energy-api-2", "energy-api-3", "energy-api-4");
    }

    @Test
    void aSiteShowsItsDevicesAndNoLimitAsNull() {
        client.get()
                .uri("/api/v1/flyfox/sites/energy-api-0")
                .exchange()
                .expectBody()
                .jsonPath("$.assets[0].kind")
                .isEqualTo("BATTERY")
                .jsonPath("$.importLimitKw")
                .isEqualTo(10)
                .jsonPath("$.exportLimitKw")
                .isEmpty();
    }

    @Test
    void searchTakesItsTextLiterally() {
        assertThat(sites("API-3")).containsExactly("energy-api-3");
        assertThat(sites("%")).isEmpty();
        assertThat(sites("_")).isEmpty();
        assertThat(sites("' OR '1'='1")).isEmpty();
    }

    private List<String> sites(String search) {
        Page<SiteView> page = Objects.requireNonNull(client.get()
                .uri("/api/v1/flyfox/sites?districtId={d}&search={s}", DISTRICT, search)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<SiteView>>() {})
                .returnResult()
                .getResponseBody());
        return page.items().stream().map(SiteView::id).toList();
    }

    @Test
    void readingsOfARangeComeInPages() {
        String path = "/api/v1/flyfox/sites/energy-api-0/readings"
                + "?from=1970-01-01T01:00:00Z&to=1970-01-01T04:00:00Z&limit=2";
        Page<ReadingView> first = page(path, new ParameterizedTypeReference<>() {});
        Page<ReadingView> second = page(path + "&cursor=" + first.next(), new ParameterizedTypeReference<>() {});

        assertThat(first.items()).extracting(ReadingView::loadKwh).containsExactly(2.5, 3.5);
        assertThat(second.items()).extracting(ReadingView::loadKwh).containsExactly(4.5);
        assertThat(second.next()).isNull();
    }

    @Test
    void schedulesOfAllSitesComeInPagesAcrossSites() {
        Set<String> seen = new HashSet<>();
        List<String> sites = new ArrayList<>();
        String cursor = "";
        do {
            Page<ScheduleView> page = page(
                    "/api/v1/flyfox/runs/" + RUN + "/schedules?limit=3&cursor=" + cursor,
                    new ParameterizedTypeReference<>() {});
            page.items().forEach(row -> {
                assertThat(seen.add(row.siteId() + row.start())).isTrue();
                sites.add(row.siteId());
            });
            cursor = page.next() == null ? "" : page.next();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(SITES * SLOTS);
        assertThat(sites).isSorted();
    }

    @Test
    void csvHasAllRowsByLinkAndByHeader() {
        String byLink = csv("/api/v1/flyfox/runs/" + RUN + "/schedules?format=csv", null);
        String byHeader = csv("/api/v1/flyfox/runs/" + RUN + "/schedules", "text/csv");

        assertThat(byLink).isEqualTo(byHeader);
        assertThat(byLink.lines()).hasSize(1 + SITES * SLOTS);
        assertThat(byLink).startsWith("site_id,start,charge_kwh,");
        assertThat(csv("/api/v1/flyfox/runs/" + RUN + "/profile?format=csv", null)
                        .lines())
                .hasSize(1 + SLOTS);
        assertThat(csv("/api/v1/flyfox/runs/" + RUN + "/site-results?format=csv", null)
                        .lines())
                .hasSize(1 + SITES);
        assertThat(csv("/api/v1/flyfox/sites/energy-api-0/readings?format=csv", null)
                        .lines())
                .hasSize(1 + SLOTS);
    }

    @Test
    void aSiteResultShowsWhatTheSiteSaves() {
        client.get()
                .uri("/api/v1/flyfox/runs/{run}/site-results?limit=1", RUN)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].siteName")
                .isEqualTo("Home 0")
                .jsonPath("$.items[0].savings")
                .isEqualTo(4)
                .jsonPath("$.next")
                .isNotEmpty();
    }

    @Test
    void anEventSentTwiceIsStoredOnce() {
        String body = """
                {"id": "event-1", "districtId": "energy-api", "start": "2026-01-01T17:00:00Z",
                 "end": "2026-01-01T19:00:00Z", "capKw": %s, "issuer": "grid operator"}""";
        create(body.formatted(20)).expectStatus().isCreated();
        create(body.formatted(20)).expectStatus().isCreated();
        create(body.formatted(21)).expectStatus().isEqualTo(409);

        client.get()
                .uri("/api/v1/flyfox/demand-response-events?districtId={d}", DISTRICT)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    private static WebTestClient.ResponseSpec create(String body) {
        return TestConsole.shared()
                .as(Role.SERVICE)
                .post()
                .uri("/api/v1/flyfox/demand-response-events")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private String csv(String path, @Nullable String accept) {
        return Objects.requireNonNull(client.get()
                .uri(path)
                .headers(headers -> headers.set("Accept", accept == null ? "*/*" : accept))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/csv")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private <T> Page<T> page(String path, ParameterizedTypeReference<Page<T>> type) {
        return Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void deviceSchedulesComeInPagesOnceEach() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Page<DeviceScheduleView> page = page(
                    "/api/v1/flyfox/runs/" + RUN + "/device-schedules?limit=3&cursor=" + cursor,
                    new ParameterizedTypeReference<>() {});
            page.items().forEach(row -> seen.add(row.siteId() + row.start() + row.energyKwh()));
            cursor = page.next() == null ? "" : page.next();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(SITES * SLOTS).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aChargerIsStoredShownAndRemoved() {
        WebTestClient operator = TestConsole.shared().as(Role.OPERATOR);
        String uri = "/api/v1/flyfox/sites/energy-api-4/devices/wallbox";
        operator.put()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"kind": "EV_CHARGER", "powerKw": 7.4, "minPowerKw": 1.4, "efficiency": 0.92, "energyKwh": 12,
                         "earliestMinute": 1080, "latestMinute": 1860}""")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.energyKwh")
                .isEqualTo(12);
        client.get()
                .uri("/api/v1/flyfox/sites/energy-api-4")
                .exchange()
                .expectBody()
                .jsonPath("$.assets[1].id")
                .isEqualTo("wallbox")
                .jsonPath("$.assets[1].latestMinute")
                .isEqualTo(1860)
                .jsonPath("$.assets[1].minPowerKw")
                .isEqualTo(1.4);
        operator.delete().uri(uri).exchange().expectStatus().isNoContent();
        operator.delete().uri(uri).exchange().expectStatus().isNotFound();
    }

    @Test
    void aBatteryIsNotReplacedByAnAppliance() {
        TestConsole.shared()
                .as(Role.OPERATOR)
                .put()
                .uri("/api/v1/flyfox/sites/energy-api-0/devices/battery")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"kind": "LOAD", "powerKw": 1, "runMinutes": 60, "earliestMinute": 0, "latestMinute": 600}""")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }
}
