package io.nqba.console.page.energy;

import io.nqba.console.energy.SiteView;
import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.TimeRange;
import io.nqba.model.energy.ConsumptionReport;
import io.nqba.model.energy.ConsumptionReport.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a district or a site used energy over a range: key figures, the mean day, each day, and what was unlike it.
 *
 * @param range the range
 * @param stats key figures
 * @param profile the mean day
 * @param periods day by day, or month by month
 * @param anomalies hours unlike the site's own profile
 * @param notes what the figures leave out
 */
record ConsumptionTab(
        TimeRange range,
        List<StatCard> stats,
        ChartCard profile,
        ChartCard periods,
        List<Anomaly> anomalies,
        List<String> notes) {
    private static final int HOURS = 24;
    private static final int MONTHS_FROM = 92;
    private static final int SHOWN_ANOMALIES = 20;

    /** One hour unlike the others. */
    record Anomaly(String siteId, String siteName, String at, String load, String expected, String deviation) {}

    /** Returns the tab of a district. */
    static ConsumptionTab ofDistrict(ConsumptionReport report, TimeRange range, String currency, List<SiteView> sites) {
        return of(report, range, currency, false, sites);
    }

    /** Returns the tab of a site, beside its district. */
    static ConsumptionTab ofSite(ConsumptionReport report, TimeRange range, String currency, SiteView site) {
        return of(report, range, currency, true, List.of(site));
    }

    private static ConsumptionTab of(
            ConsumptionReport report, TimeRange range, String currency, boolean site, List<SiteView> sites) {
        Map<String, String> names = sites.stream().collect(Collectors.toMap(SiteView::id, SiteView::name));
        return new ConsumptionTab(
                range,
                stats(report, range, currency, site),
                profile(report, site),
                periods(report, range),
                report.anomalies().stream()
                        .limit(SHOWN_ANOMALIES)
                        .map(anomaly -> anomaly(anomaly, names, range))
                        .toList(),
                report.notes());
    }

    private static List<StatCard> stats(ConsumptionReport report, TimeRange range, String currency, boolean site) {
        ConsumptionReport.Figures used = report.subject();
        ConsumptionReport.Figures all = report.district();
        String peak = used.readings() == 0
                ? "no readings"
                : Figures.shortMoment(Instant.ofEpochMilli(used.peakMillis()), range.zone());
        return List.of(
                StatCard.plain(
                        "Energy used",
                        Figures.kilowattHours(used.loadKwh()),
                        "PV made " + Figures.kilowattHours(used.solarKwh())),
                StatCard.plain("Cost without batteries", Figures.money(used.cost(), currency), "import less export"),
                StatCard.plain("Peak", Figures.kilowatts(used.peakKw()), peak),
                StatCard.plain(
                        "Load factor",
                        Figures.percent(used.loadFactor()),
                        site ? "district " + Figures.percent(all.loadFactor()) : "mean load of the highest"),
                StatCard.plain(
                        "Self-consumption",
                        Figures.percent(used.selfConsumption()),
                        site ? "district " + Figures.percent(all.selfConsumption()) : "of the PV energy used on site"),
                StatCard.plain("Emissions", Figures.kilograms(used.emissionsKg()), "CO₂ of the import"));
    }

    private static ChartCard profile(ConsumptionReport report, boolean site) {
        double[] load = report.hourlyLoadKwh();
        int highest = IntStream.range(0, HOURS).reduce(0, (a, b) -> load[b] > load[a] ? b : a);
        String answer = "The mean day is highest from %d:00 to %d:00.".formatted(highest, highest + 1);
        Series used = new Series(site ? "Load" : "District load", "kWh", "before", Kind.STEP, false, false, load);
        Series made = new Series("PV", "kWh", "solar", Kind.AREA, false, false, report.hourlySolarKwh());
        Series others = new Series("Mean site", "kWh", "price", Kind.STEP, true, false, report.districtHourlyLoadKwh());
        return new ChartCard(
                "profile",
                site ? "The mean day, beside the mean site" : "The mean day",
                answer,
                "Hour of the day",
                "Energy (kWh)",
                "",
                "",
                IntStream.range(0, HOURS).asDoubleStream().toArray(),
                site ? List.of(used, made, others) : List.of(used, made),
                List.of(),
                "",
                Scale.ZERO);
    }

    private static ChartCard periods(ConsumptionReport report, TimeRange range) {
        List<Period> periods = report.periods();
        boolean months = range.days() > MONTHS_FROM;
        return new ChartCard(
                "periods",
                months ? "Month by month" : "Day by day",
                "Energy drawn from the grid and fed into it.",
                "Time (" + range.zone().getId() + ")",
                "Energy (kWh)",
                "",
                range.zone().getId(),
                column(periods, Period::startMillis),
                List.of(
                        new Series(
                                "Import", "kWh", "before", Kind.BAR, false, false, column(periods, Period::importKwh)),
                        new Series(
                                "Export",
                                "kWh",
                                "solar",
                                Kind.BAR,
                                false,
                                false,
                                column(periods, p -> -p.exportKwh()))),
                List.of(),
                "",
                Scale.ZERO);
    }

    private static double[] column(List<Period> periods, ToDoubleFunction<Period> of) {
        return periods.stream().mapToDouble(of).toArray();
    }

    private static Anomaly anomaly(ConsumptionReport.Anomaly anomaly, Map<String, String> names, TimeRange range) {
        double expected = anomaly.expectedKwh();
        return new Anomaly(
                anomaly.siteId(),
                names.getOrDefault(anomaly.siteId(), anomaly.siteId()),
                Figures.shortMoment(Instant.ofEpochMilli(anomaly.startMillis()), range.zone()),
                Figures.number(anomaly.loadKwh(), 2),
                Figures.number(expected, 2),
                Figures.number(anomaly.score(), 1));
    }
}
