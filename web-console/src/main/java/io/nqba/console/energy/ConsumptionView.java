package io.nqba.console.energy;

import io.nqba.model.energy.ConsumptionReport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a district, or one site of it, used energy over a range.
 *
 * @param subject the site asked for, or the district when none was
 * @param district the whole district
 * @param hourlyLoadKwh mean load of the subject by local hour of day, 24 values, kWh
 * @param hourlySolarKwh mean PV of the subject by local hour of day, 24 values, kWh
 * @param districtHourlyLoadKwh mean load of one site of the district by local hour of day, 24 values, kWh
 * @param periods by local day, or by month where the range is longer than 92 days, oldest first
 * @param anomalies intervals far from the site's own profile, largest deviation first
 */
public record ConsumptionView(
        Figures subject,
        Figures district,
        List<Double> hourlyLoadKwh,
        List<Double> hourlySolarKwh,
        List<Double> districtHourlyLoadKwh,
        List<Period> periods,
        List<Anomaly> anomalies) {
    static ConsumptionView of(ConsumptionReport report) {
        return new ConsumptionView(
                Figures.of(report.subject()),
                Figures.of(report.district()),
                Arrays.stream(report.hourlyLoadKwh()).boxed().toList(),
                Arrays.stream(report.hourlySolarKwh()).boxed().toList(),
                Arrays.stream(report.districtHourlyLoadKwh()).boxed().toList(),
                report.periods().stream().map(Period::of).toList(),
                report.anomalies().stream().map(Anomaly::of).toList());
    }

    /**
     * Key figures over the range.
     *
     * @param peakKw highest net draw as a whole, kW
     * @param loadFactor mean load / highest load, 0..1; null without load
     * @param selfConsumption share of the PV energy used on site, 0..1; null without PV
     * @param cost cost of the energy drawn minus pay for the energy fed in
     */
    public record Figures(
            int sites,
            long readings,
            double loadKwh,
            double solarKwh,
            double importKwh,
            double exportKwh,
            @Nullable Double peakKw,
            Instant peakAt,
            @Nullable Double loadFactor,
            @Nullable Double selfConsumption,
            double cost,
            double emissionsKg) {
        static Figures of(ConsumptionReport.Figures from) {
            return new Figures(
                    from.sites(),
                    from.readings(),
                    from.loadKwh(),
                    from.solarKwh(),
                    from.importKwh(),
                    from.exportKwh(),
                    known(from.peakKw()),
                    Instant.ofEpochMilli(from.peakMillis()),
                    known(from.loadFactor()),
                    known(from.selfConsumption()),
                    from.cost(),
                    from.emissionsKg());
        }
    }

    /** One day or month. */
    public record Period(
            Instant start,
            double loadKwh,
            double solarKwh,
            double importKwh,
            double exportKwh,
            double cost,
            double emissionsKg,
            double peakKw) {
        static Period of(ConsumptionReport.Period from) {
            return new Period(
                    Instant.ofEpochMilli(from.startMillis()),
                    from.loadKwh(),
                    from.solarKwh(),
                    from.importKwh(),
                    from.exportKwh(),
                    from.cost(),
                    from.emissionsKg(),
                    from.peakKw());
        }
    }

    /**
     * An interval far from the site's own profile.
     *
     * @param expectedKwh median at that hour and day type, kWh
     * @param score deviation in robust standard deviations; null when the profile does not vary
     */
    public record Anomaly(
            String siteId,
            Instant start,
            double loadKwh,
            double expectedKwh,
            @Nullable Double score) {
        static Anomaly of(ConsumptionReport.Anomaly from) {
            return new Anomaly(
                    from.siteId(),
                    Instant.ofEpochMilli(from.startMillis()),
                    from.loadKwh(),
                    from.expectedKwh(),
                    known(from.score()));
        }
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
