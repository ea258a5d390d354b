package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.energy.DeviceScheduleView;
import io.nqba.console.energy.ProfileView;
import io.nqba.console.energy.ScheduleGateway;
import io.nqba.console.energy.ScheduleView;
import io.nqba.console.energy.SiteResultView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.energy.DistrictProfile;
import io.nqba.model.energy.Schedule;
import io.nqba.model.energy.ScheduleKey;
import io.nqba.model.grid.CacheNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers of energy runs. The profile of a run tells its slots, so the keys of a schedule are known without a search.
 */
@Component
class IgniteScheduleGateway implements ScheduleGateway {
    private static final String RESULT_COLUMNS = """
            SELECT r.SITE_ID, s.NAME, r.NO_BATTERY_COST, r.SELF_CONSUMPTION_COST, r.TIME_OF_USE_COST, r.ALONE_COST,
                   r.COST, r.PEAK_COST, r.NO_BATTERY_EMISSIONS_KG, r.EMISSIONS_KG, r.THROUGHPUT_KWH
            FROM SITE_RESULT r LEFT JOIN SITE s ON s.SITE_ID = r.SITE_ID WHERE r.RUN_ID = ? AND r.SITE_ID\s""";

    private final GridConnection grid;
    private final GridSql sql;

    IgniteScheduleGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<ProfileView> profile(String runId) {
        return stored(runId).map(IgniteScheduleGateway::view);
    }

    private Mono<DistrictProfile> stored(String runId) {
        return grid.call(client -> client.<String, DistrictProfile>cache(CacheNames.DISTRICT_PROFILE)
                .getAsync(runId));
    }

    private static ProfileView view(DistrictProfile profile) {
        double[] before = profile.netBeforeKwh();
        double[] alone = profile.netAloneKwh();
        double[] after = profile.netAfterKwh();
        double[] price = profile.importPricePerKwh();
        double[] carbon = profile.carbonKgPerKwh();
        double[] shadow = profile.shadowPricePerKwh();
        List<ProfileView.Slot> slots = new ArrayList<>(before.length);
        for (int t = 0; t < before.length; t++) {
            slots.add(new ProfileView.Slot(
                    Instant.ofEpochMilli(startOf(profile, t)),
                    before[t],
                    alone[t],
                    after[t],
                    price[t],
                    carbon[t],
                    shadow[t]));
        }
        return new ProfileView(profile.runId(), profile.districtId(), profile.slotMinutes(), slots);
    }

    private static long startOf(DistrictProfile profile, int slot) {
        return profile.startMillis()
                + slot * Duration.ofMinutes(profile.slotMinutes()).toMillis();
    }

    @Override
    public Mono<Page<ScheduleView>> schedules(
            String runId, @Nullable String siteId, @Nullable String cursor, int limit) {
        List<String> last = Cursor.parse(cursor, 2);
        String fromSite = last.isEmpty() ? "" : last.get(0);
        long afterMillis = last.isEmpty() ? Long.MIN_VALUE : Cursor.number(Objects.requireNonNull(cursor), last.get(1));
        return stored(runId)
                .flatMap(profile -> {
                    // Enough sites to fill the page even when the first one is nearly read.
                    int sites = limit / Math.max(1, profile.netBeforeKwh().length) + 2;
                    Mono<List<String>> ids =
                            siteId == null ? sitesFrom(runId, fromSite, sites) : Mono.just(List.of(siteId));
                    return ids.flatMap(found -> rows(keys(profile, found, fromSite, afterMillis, limit + 1)));
                })
                .defaultIfEmpty(List.of())
                .map(rows -> Page.of(
                        rows,
                        limit,
                        row -> Cursor.after(
                                row.siteId(), Long.toString(row.start().toEpochMilli()))));
    }

    private Mono<List<String>> sitesFrom(String runId, String fromSite, int limit) {
        return sql.rows(
                        "SELECT SITE_ID FROM SITE_RESULT WHERE RUN_ID = ? AND SITE_ID >= ? ORDER BY SITE_ID LIMIT ?",
                        runId,
                        fromSite,
                        limit)
                .map(rows -> rows.stream().map(row -> text(row, 0)).toList());
    }

    private static Set<ScheduleKey> keys(
            DistrictProfile profile, List<String> sites, String fromSite, long afterMillis, int most) {
        int slots = profile.netBeforeKwh().length;
        Set<ScheduleKey> keys = new LinkedHashSet<>();
        for (String site : sites) {
            for (int t = 0; t < slots && keys.size() < most; t++) {
                long start = startOf(profile, t);
                if (!site.equals(fromSite) || start > afterMillis) {
                    keys.add(new ScheduleKey(site, profile.runId(), start));
                }
            }
        }
        return keys;
    }

    private Mono<List<ScheduleView>> rows(Set<ScheduleKey> keys) {
        return grid.<Map<ScheduleKey, Schedule>>call(client ->
                        client.<ScheduleKey, Schedule>cache(CacheNames.SCHEDULE).getAllAsync(keys))
                .map(found -> keys.stream()
                        .filter(found::containsKey)
                        .map(key -> row(key, Objects.requireNonNull(found.get(key))))
                        .toList());
    }

    private static ScheduleView row(ScheduleKey key, Schedule schedule) {
        return new ScheduleView(
                key.siteId(),
                key.start(),
                schedule.chargeKwh(),
                schedule.dischargeKwh(),
                schedule.socKwh(),
                schedule.importKwh(),
                schedule.exportKwh(),
                schedule.netBeforeKwh());
    }

    @Override
    public Mono<Page<SiteResultView>> siteResults(String runId, @Nullable String cursor, int limit) {
        List<String> last = Cursor.parse(cursor, 1);
        return sql.rows(
                        RESULT_COLUMNS + "> ? ORDER BY r.SITE_ID LIMIT ?",
                        runId,
                        last.isEmpty() ? "" : last.get(0),
                        limit + 1)
                .map(rows -> rows.stream().map(IgniteScheduleGateway::result).toList())
                .map(results -> Page.of(results, limit, result -> Cursor.after(result.siteId())));
    }

    @Override
    public Mono<SiteResultView> siteResult(String runId, String siteId) {
        return sql.rows(RESULT_COLUMNS + "= ?", runId, siteId)
                .flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(result(rows.get(0))));
    }

    @Override
    public Mono<Page<DeviceScheduleView>> devices(
            String runId, @Nullable String siteId, @Nullable String cursor, int limit) {
        List<Object> arguments = new ArrayList<>(List.of(runId));
        StringBuilder where = new StringBuilder("RUN_ID = ?");
        if (siteId != null) {
            where.append(" AND SITE_ID = ?");
            arguments.add(siteId);
        }
        List<String> last = Cursor.parse(cursor, 3);
        if (!last.isEmpty()) {
            String site = last.get(0);
            String device = last.get(1);
            long start = Cursor.number(Objects.requireNonNull(cursor), last.get(2));
            where.append(
                    " AND (SITE_ID > ? OR (SITE_ID = ? AND (ASSET_ID > ? OR (ASSET_ID = ? AND START_MILLIS > ?))))");
            arguments.addAll(List.of(site, site, device, device, start));
        }
        arguments.add(limit + 1);
        return sql.rows(
                        "SELECT SITE_ID, ASSET_ID, START_MILLIS, ENERGY_KWH, UNPLANNED_KWH FROM DEVICE_SCHEDULE WHERE "
                                + where + " ORDER BY SITE_ID, ASSET_ID, START_MILLIS LIMIT ?",
                        arguments.toArray())
                .map(rows -> rows.stream().map(IgniteScheduleGateway::device).toList())
                .map(devices -> Page.of(
                        devices,
                        limit,
                        row -> Cursor.after(
                                row.siteId(),
                                row.deviceId(),
                                Long.toString(row.start().toEpochMilli()))));
    }

    private static DeviceScheduleView device(List<?> row) {
        return new DeviceScheduleView(
                text(row, 0), text(row, 1), Instant.ofEpochMilli(whole(row, 2)), number(row, 3), number(row, 4));
    }

    private static SiteResultView result(List<?> row) {
        double noBattery = number(row, 2);
        double cost = number(row, 6);
        return new SiteResultView(
                text(row, 0),
                row.get(1) == null ? text(row, 0) : text(row, 1),
                noBattery,
                number(row, 3),
                number(row, 4),
                number(row, 5),
                cost,
                noBattery - cost,
                number(row, 7),
                number(row, 8),
                number(row, 9),
                number(row, 10));
    }
}
