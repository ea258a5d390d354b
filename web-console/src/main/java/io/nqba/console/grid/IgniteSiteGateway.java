package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.energy.AssetView;
import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.ReadingView;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.energy.SiteQuery;
import io.nqba.console.energy.SiteView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.energy.AssetKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Districts, sites and readings, over SQL. */
@Component
class IgniteSiteGateway implements SiteGateway {
    private static final String SITE_COLUMNS =
            "SELECT SITE_ID, DISTRICT_ID, NAME, TARIFF_ID, IMPORT_LIMIT_KW, EXPORT_LIMIT_KW FROM SITE WHERE ";
    private static final int PARALLEL_LOOKUPS = 4;

    private final GridSql sql;

    IgniteSiteGateway(GridSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<List<DistrictView>> districts() {
        return districts("1 = 1");
    }

    @Override
    public Mono<DistrictView> district(String districtId) {
        return districts("d.DISTRICT_ID = ?", districtId)
                .flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.just(found.get(0)));
    }

    private Mono<List<DistrictView>> districts(String where, Object... arguments) {
        return sql.rows("""
                        SELECT d.DISTRICT_ID, d.NAME, d.TIME_ZONE, d.INTERVAL_MINUTES, d.TARIFF_ID, t.NAME, t.CURRENCY,
                               t.DEMAND_CHARGE_PER_KW, d.CARBON_ZONE_ID
                        FROM DISTRICT d LEFT JOIN TARIFF t ON t.TARIFF_ID = d.TARIFF_ID
                        WHERE %s ORDER BY d.NAME, d.DISTRICT_ID""".formatted(where), arguments)
                .flatMapMany(Flux::fromIterable)
                .flatMapSequential(this::withExtent, PARALLEL_LOOKUPS)
                .collectList();
    }

    private Mono<DistrictView> withExtent(List<?> row) {
        String districtId = text(row, 0);
        // One site stands for all: readings of a district come together, and a look at each would read every index.
        return sql.rows("SELECT COUNT(*), MIN(SITE_ID) FROM SITE WHERE DISTRICT_ID = ?", districtId)
                .flatMap(count -> {
                    long sites = whole(count.get(0), 0);
                    if (sites == 0) {
                        return Mono.just(district(row, 0, Optional.empty(), Optional.empty()));
                    }
                    String site = text(count.get(0), 1);
                    return Mono.zip(edge(site, "ASC"), edge(site, "DESC"))
                            .map(edges -> district(row, sites, edges.getT1(), edges.getT2()));
                });
    }

    private Mono<Optional<Instant>> edge(String siteId, String order) {
        return sql.rows(
                        "SELECT START_MILLIS FROM METER_READING WHERE SITE_ID = ? ORDER BY START_MILLIS " + order
                                + " LIMIT 1",
                        siteId)
                .map(rows -> rows.stream().findFirst().map(row -> Instant.ofEpochMilli(whole(row, 0))));
    }

    private static DistrictView district(List<?> row, long sites, Optional<Instant> first, Optional<Instant> last) {
        boolean priced = row.get(5) != null;
        return new DistrictView(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                (int) whole(row, 3),
                text(row, 4),
                priced ? text(row, 5) : "",
                priced ? text(row, 6) : "",
                priced ? number(row, 7) : 0,
                text(row, 8),
                sites,
                first.orElse(null),
                last.orElse(null));
    }

    @Override
    public Mono<Page<SiteView>> sites(SiteQuery query) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (query.districtId() != null) {
            where.append(" AND DISTRICT_ID = ?");
            arguments.add(query.districtId());
        }
        if (query.search() != null && !query.search().isBlank()) {
            where.append(" AND (LOWER(NAME) LIKE ? OR LOWER(SITE_ID) LIKE ?)");
            String pattern = "%" + escaped(query.search()) + "%";
            arguments.addAll(List.of(pattern, pattern));
        }
        List<String> last = Cursor.parse(query.cursor(), 2);
        if (!last.isEmpty()) {
            where.append(" AND NAME >= ? AND (NAME > ? OR SITE_ID > ?)");
            arguments.addAll(List.of(last.get(0), last.get(0), last.get(1)));
        }
        arguments.add(query.limit() + 1);
        return sql.rows(SITE_COLUMNS + where + " ORDER BY NAME, SITE_ID LIMIT ?", arguments.toArray())
                .flatMap(this::withAssets)
                .map(sites -> Page.of(sites, query.limit(), site -> Cursor.after(site.name(), site.id())));
    }

    @Override
    public Mono<SiteView> site(String siteId) {
        return sql.rows(SITE_COLUMNS + "SITE_ID = ?", siteId)
                .flatMap(this::withAssets)
                .flatMap(sites -> sites.isEmpty() ? Mono.empty() : Mono.just(sites.get(0)));
    }

    private Mono<List<SiteView>> withAssets(List<List<?>> sites) {
        if (sites.isEmpty()) {
            return Mono.just(List.of());
        }
        Object ids = sites.stream().map(row -> text(row, 0)).toArray();
        return sql.rows("""
                        SELECT a.SITE_ID, a.ASSET_ID, a.KIND, a.CAPACITY_KWH, a.POWER_KW, a.CHARGE_EFFICIENCY,
                               a.DISCHARGE_EFFICIENCY, a.INITIAL_SOC_KWH, a.WEAR_PER_KWH, a.MIN_POWER_KW, a.ENERGY_KWH,
                               a.RUN_MINUTES, a.EARLIEST_MINUTE, a.LATEST_MINUTE, a.DIVISIBLE
                        FROM TABLE(ID VARCHAR = ?) wanted JOIN ASSET a ON a.SITE_ID = wanted.ID
                        ORDER BY a.SITE_ID, a.ASSET_ID""", ids)
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> text(row, 0),
                                Collectors.mapping(IgniteSiteGateway::asset, Collectors.toList()))))
                .map(assets -> sites.stream().map(row -> site(row, assets)).toList());
    }

    private static SiteView site(List<?> row, Map<String, List<AssetView>> assets) {
        return new SiteView(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                text(row, 3),
                RunViews.known(number(row, 4)),
                RunViews.known(number(row, 5)),
                assets.getOrDefault(text(row, 0), List.of()));
    }

    private static AssetView asset(List<?> row) {
        return new AssetView(
                text(row, 1),
                AssetKind.valueOf(text(row, 2)),
                number(row, 3),
                number(row, 4),
                number(row, 5),
                number(row, 6),
                number(row, 7),
                number(row, 8),
                number(row, 9),
                number(row, 10),
                (int) whole(row, 11),
                (int) whole(row, 12),
                (int) whole(row, 13),
                Boolean.TRUE.equals(row.get(14)));
    }

    @Override
    public Mono<Page<ReadingView>> readings(
            String siteId, Instant from, Instant to, @Nullable String cursor, int limit) {
        List<String> last = Cursor.parse(cursor, 1);
        long start = last.isEmpty()
                ? from.toEpochMilli()
                : Math.max(from.toEpochMilli(), Cursor.number(Objects.requireNonNull(cursor), last.get(0)) + 1);
        return sql.rows("""
                        SELECT START_MILLIS, LOAD_KWH, SOLAR_KWH FROM METER_READING
                        WHERE SITE_ID = ? AND START_MILLIS >= ? AND START_MILLIS < ? ORDER BY START_MILLIS LIMIT ?""", siteId, start, to.toEpochMilli(), limit + 1)
                .map(rows -> rows.stream()
                        .map(row ->
                                new ReadingView(Instant.ofEpochMilli(whole(row, 0)), number(row, 1), number(row, 2)))
                        .toList())
                .map(readings -> Page.of(
                        readings,
                        limit,
                        reading -> Cursor.after(Long.toString(reading.start().toEpochMilli()))));
    }

    private static String escaped(String search) {
        return search.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
