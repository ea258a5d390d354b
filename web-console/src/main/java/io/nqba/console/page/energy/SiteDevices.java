package io.nqba.console.page.energy;

import io.nqba.console.energy.AssetView;
import io.nqba.console.energy.DeviceScheduleView;
import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.SiteView;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriUtils;

/**
 * When the cars and appliances of a site draw power under a run.
 *
 * @param chart their power over time, and what they would draw without a plan
 * @param rows each time a device runs, in order of time
 */
record SiteDevices(ChartCard chart, List<Row> rows) {
    /** Direct labels stay readable up to five series; the last one is what happens without a plan. */
    private static final int MOST_DEVICES = 4;

    private static final List<String> COLOURS = List.of("charge", "after", "solar", "alone");

    /**
     * One uninterrupted run of a device.
     *
     * @param device the device and what it needs
     * @param from when it begins
     * @param to when it ends
     * @param energy what it draws, kWh
     * @param power its highest power, kW
     */
    record Row(String device, String from, String to, String energy, String power) {}

    /**
     * Draws the devices.
     *
     * @param starts beginnings of all slots of the plan
     * @param plans what the devices draw; slots without a draw may be missing
     */
    static SiteDevices of(
            List<Instant> starts, List<DeviceScheduleView> plans, SiteView site, DistrictView district, RunView run) {
        Map<Instant, Integer> slotOf = new HashMap<>();
        for (Instant start : starts) {
            slotOf.put(start, slotOf.size());
        }
        double perHour = 60.0 / district.intervalMinutes();
        double[] unplanned = new double[starts.size()];
        Map<String, double[]> planned = new TreeMap<>();
        for (DeviceScheduleView plan : plans) {
            Integer slot = slotOf.get(plan.start());
            if (slot != null) {
                unplanned[slot] += plan.unplannedKwh() * perHour;
                planned.computeIfAbsent(plan.deviceId(), id -> new double[starts.size()])[slot] =
                        plan.energyKwh() * perHour;
            }
        }
        ChartCard chart = new ChartCard(
                "devices",
                "When cars and appliances run",
                answer(planned, unplanned),
                "Time (" + district.timeZone() + ")",
                "Power (kW)",
                "",
                district.timeZone(),
                starts.stream()
                        .mapToDouble(start -> (double) start.toEpochMilli())
                        .toArray(),
                series(planned, unplanned),
                List.of(),
                "/api/v1/flyfox/runs/" + run.id() + "/device-schedules?format=csv&siteId="
                        + UriUtils.encodeQueryParam(site.id(), StandardCharsets.UTF_8),
                Scale.ZERO);
        return new SiteDevices(chart, rows(starts, planned, site, district));
    }

    private static String answer(Map<String, double[]> planned, double[] unplanned) {
        double[] sum = new double[unplanned.length];
        planned.values().forEach(power -> Arrays.setAll(sum, t -> sum[t] + power[t]));
        return "Together they draw at most %s, without a plan %s."
                .formatted(
                        Figures.kilowatts(Arrays.stream(sum).max().orElse(0)),
                        Figures.kilowatts(Arrays.stream(unplanned).max().orElse(0)));
    }

    private static List<Series> series(Map<String, double[]> planned, double[] unplanned) {
        List<Series> series = new ArrayList<>();
        planned.entrySet().stream()
                .limit(MOST_DEVICES)
                .forEach(device -> series.add(new Series(
                        device.getKey(),
                        "kW",
                        COLOURS.get(series.size()),
                        Kind.STEP,
                        false,
                        false,
                        device.getValue())));
        series.add(new Series("All, no plan", "kW", "before", Kind.STEP, true, false, unplanned));
        return series;
    }

    private static List<Row> rows(
            List<Instant> starts, Map<String, double[]> planned, SiteView site, DistrictView district) {
        List<Run> runs = new ArrayList<>();
        planned.forEach((id, power) -> {
            for (int t = 0; t < power.length; t++) {
                if (power[t] > 0 && (t == 0 || power[t - 1] == 0)) {
                    int end = t;
                    while (end < power.length && power[end] > 0) {
                        end++;
                    }
                    runs.add(new Run(name(id, site), starts.get(t), Arrays.copyOfRange(power, t, end)));
                }
            }
        });
        runs.sort(Comparator.comparing(Run::from));
        return runs.stream().map(run -> run.row(district)).toList();
    }

    private static String name(String id, SiteView site) {
        return site.assets().stream()
                .filter(asset -> asset.id().equals(id))
                .map(asset -> id + ": " + need(asset))
                .findFirst()
                .orElse(id);
    }

    /** A run before it is put into words. */
    @SuppressWarnings("ArrayRecordComponent") // Made and read once.
    private record Run(String name, Instant from, double[] power) {
        Row row(DistrictView district) {
            ZoneId zone = ZoneId.of(district.timeZone());
            Instant to = from.plus(Duration.ofMinutes((long) district.intervalMinutes() * power.length));
            double kwh = Arrays.stream(power).sum() * district.intervalMinutes() / 60;
            return new Row(
                    name,
                    Figures.shortMoment(from, zone),
                    Figures.shortMoment(to, zone),
                    Figures.number(kwh, 2),
                    Figures.number(Arrays.stream(power).max().orElse(0), 2));
        }
    }

    /** Returns what a device needs every day, in a few words. */
    static String need(AssetView asset) {
        String window = clock(asset.earliestMinute()) + " to " + clock(asset.latestMinute());
        return switch (asset.kind()) {
            case EV_CHARGER -> Figures.kilowattHours(asset.energyKwh()) + " from " + window;
            case LOAD ->
                "%s min%s from %s"
                        .formatted(asset.runMinutes(), asset.divisible() ? " in pieces" : " in one block", window);
            case BATTERY, SOLAR -> "";
        };
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60 % 24, minute % 60);
    }
}
