package io.nqba.preview;

import io.nqba.console.energy.AssetView;
import io.nqba.console.energy.ConsumptionGateway;
import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.ReadingView;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.energy.SiteQuery;
import io.nqba.console.energy.SiteView;
import io.nqba.console.paging.Page;
import io.nqba.console.platform.GridEvent;
import io.nqba.console.platform.GridStatusGateway;
import io.nqba.console.platform.GridStatusView;
import io.nqba.model.energy.AssetKind;
import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.energy.ConsumptionReport;
import io.nqba.model.energy.ReadingBatch;
import io.nqba.model.grid.IntakeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Places, meters and nodes that do not exist: plain waves in the shape of a district. */
@Component
class InventedGrid implements SiteGateway, ConsumptionGateway, GridStatusGateway {
    static final Instant START = Instant.parse("2026-07-31T22:00:00Z");
    static final int SITES = 17;
    static final DistrictView DISTRICT = new DistrictView(
            "maple",
            "Maple Street",
            "Europe/Berlin",
            60,
            "tou",
            "Time of use",
            "USD",
            2.3333,
            "de",
            SITES,
            START,
            START.plus(Duration.ofDays(60)));

    static double load(int hour, int site) {
        return 0.6
                + 0.4 * Math.sin((hour - 13) * Math.PI / 12)
                + 0.9 * Math.exp(-Math.pow((hour % 24 - 19) / 2.2, 2))
                + 0.1 * (site % 5);
    }

    static double solar(int hour, int site) {
        return Math.max(0, 2.4 * Math.sin((hour % 24 - 6) * Math.PI / 13)) * (0.7 + 0.06 * (site % 6));
    }

    @Override
    public Mono<List<DistrictView>> districts() {
        return Mono.just(List.of(DISTRICT));
    }

    @Override
    public Mono<DistrictView> district(String districtId) {
        return Mono.just(DISTRICT).filter(district -> district.id().equals(districtId));
    }

    @Override
    public Mono<Page<SiteView>> sites(SiteQuery query) {
        String wanted = query.search() == null ? "" : query.search();
        return Mono.just(new Page<>(
                IntStream.range(0, SITES)
                        .mapToObj(InventedGrid::site)
                        .filter(site -> site.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList(),
                null));
    }

    @Override
    public Mono<SiteView> site(String siteId) {
        return Flux.range(0, SITES)
                .map(InventedGrid::site)
                .filter(site -> site.id().equals(siteId))
                .next();
    }

    private static SiteView site(int index) {
        AssetView battery = new AssetView("b", AssetKind.BATTERY, 6.4, 5, 0.95, 0.95, 0, 0);
        AssetView solar = new AssetView("pv", AssetKind.SOLAR, 0, 4, 0, 0, 0, 0);
        return new SiteView(
                "maple-" + index, "maple", "Maple Street " + (index + 1), "tou", 17.0, null, List.of(battery, solar));
    }

    @Override
    public Mono<Page<ReadingView>> readings(
            String siteId, Instant from, Instant to, @Nullable String cursor, int limit) {
        int site = Integer.parseInt(siteId.substring(6));
        int hours = (int) Duration.between(from, to).toHours();
        return Mono.just(new Page<>(
                IntStream.range(0, hours)
                        .mapToObj(i -> new ReadingView(from.plusSeconds(3_600L * i), load(i, site), solar(i, site)))
                        .toList(),
                null));
    }

    @Override
    public Mono<IntakeReport> take(ReadingBatch batch) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<ConsumptionReport> report(ConsumptionQuery query) {
        double[] load = IntStream.range(0, 24).mapToDouble(h -> load(h, 1)).toArray();
        double[] solar = IntStream.range(0, 24).mapToDouble(h -> solar(h, 1)).toArray();
        double[] mean = IntStream.range(0, 24).mapToDouble(h -> load(h, 3)).toArray();
        int days = (int) ((query.endMillis() - query.startMillis()) / 86_400_000);
        var figures = new ConsumptionReport.Figures(
                1, 168, 190.2, 140.1, 96, 45, 6.4, START.toEpochMilli(), 0.31, 0.62, 41.3, 22.5);
        return Mono.just(new ConsumptionReport(
                figures,
                figures,
                load,
                solar,
                mean,
                IntStream.range(0, days)
                        .mapToObj(d -> new ConsumptionReport.Period(
                                query.startMillis() + 86_400_000L * d, 27, 20, 13 + d % 5, 6 + d % 3, 5, 3, 6))
                        .toList(),
                List.of(new ConsumptionReport.Anomaly("maple-3", START.toEpochMilli(), 8.1, 1.2, 6.3)),
                List.of("3 of 2,856 readings are missing.")));
    }

    @Override
    public Mono<GridStatusView> status() {
        return Mono.fromSupplier(() -> new GridStatusView(
                "ACTIVE",
                3,
                Instant.now(),
                IntStream.range(0, 3)
                        .mapToObj(i -> new GridStatusView.Node(
                                "id" + i,
                                "node-" + (i + 1),
                                "127.0.0.1:4750" + i,
                                i == 0,
                                Instant.now().minusSeconds(4_000),
                                4,
                                0.12 + 0.1 * i,
                                (180L + 30L * i) << 20,
                                512L << 20,
                                64L << 20,
                                341,
                                i))
                        .toList(),
                List.of(
                        new GridStatusView.Cache("MeterReading", 148_920, 52L << 20, 1_024, 1, false, 0),
                        new GridStatusView.Cache("Schedule", 2_856, 1L << 20, 1_024, 1, false, 0),
                        new GridStatusView.Cache("Site", 17, 40_000, 1_024, 1, false, 0),
                        new GridStatusView.Cache("Tariff", 1, 2_000, 1, 0, true, 0))));
    }

    @Override
    public Flux<GridEvent> events() {
        return Flux.interval(Duration.ZERO, Duration.ofSeconds(2))
                .concatMap(i -> status().map(status ->
                        new GridEvent(i + 1, GridEvent.Kind.STATUS, Instant.now(), null, "", status)));
    }

    @Override
    public boolean reachable() {
        return true;
    }

    @Override
    public Flux<Boolean> reachability() {
        return Flux.concat(Mono.just(true), Mono.never());
    }
}
