package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What one run does for one site, beside what the site would pay otherwise. Money in the currency of the tariff. */
public final class SiteResult {
    @QuerySqlField(name = "DISTRICT_ID")
    private final String districtId;

    @QuerySqlField(name = "NO_BATTERY_COST")
    private final double noBatteryCost;

    @QuerySqlField(name = "SELF_CONSUMPTION_COST")
    private final double selfConsumptionCost;

    @QuerySqlField(name = "TIME_OF_USE_COST")
    private final double timeOfUseCost;

    @QuerySqlField(name = "ALONE_COST")
    private final double aloneCost;

    @QuerySqlField(name = "COST")
    private final double cost;

    @QuerySqlField(name = "PEAK_COST")
    private final double peakCost;

    @QuerySqlField(name = "NO_BATTERY_EMISSIONS_KG")
    private final double noBatteryEmissionsKg;

    @QuerySqlField(name = "EMISSIONS_KG")
    private final double emissionsKg;

    @QuerySqlField(name = "THROUGHPUT_KWH")
    private final double throughputKwh;

    /**
     * @param districtId district of the site
     * @param noBatteryCost energy cost without a battery
     * @param selfConsumptionCost energy cost under the self-consumption rule
     * @param timeOfUseCost energy cost under the time-of-use rule
     * @param aloneCost energy cost when the site optimises for itself
     * @param cost energy cost under the schedule, wear included
     * @param peakCost share of the demand charge: shadow price times the site's net draw, summed over the slots; negative when the site relieves the peak
     * @param noBatteryEmissionsKg emissions of the energy drawn without a battery, kg CO2
     * @param emissionsKg emissions of the energy drawn under the schedule, kg CO2
     * @param throughputKwh energy charged and discharged, kWh
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public SiteResult(
            String districtId,
            double noBatteryCost,
            double selfConsumptionCost,
            double timeOfUseCost,
            double aloneCost,
            double cost,
            double peakCost,
            double noBatteryEmissionsKg,
            double emissionsKg,
            double throughputKwh) {
        this.districtId = Require.text("districtId", districtId);
        this.noBatteryCost = Require.finite("noBatteryCost", noBatteryCost, "");
        this.selfConsumptionCost = Require.finite("selfConsumptionCost", selfConsumptionCost, "");
        this.timeOfUseCost = Require.finite("timeOfUseCost", timeOfUseCost, "");
        this.aloneCost = Require.finite("aloneCost", aloneCost, "");
        this.cost = Require.finite("cost", cost, "");
        this.peakCost = Require.finite("peakCost", peakCost, "");
        this.noBatteryEmissionsKg = Require.finite("noBatteryEmissionsKg", noBatteryEmissionsKg, "kg");
        this.emissionsKg = Require.finite("emissionsKg", emissionsKg, "kg");
        this.throughputKwh = Require.notNegative("throughputKwh", throughputKwh, "kWh");
    }

    public String districtId() {
        return districtId;
    }

    public double noBatteryCost() {
        return noBatteryCost;
    }

    public double selfConsumptionCost() {
        return selfConsumptionCost;
    }

    public double timeOfUseCost() {
        return timeOfUseCost;
    }

    public double aloneCost() {
        return aloneCost;
    }

    public double cost() {
        return cost;
    }

    public double peakCost() {
        return peakCost;
    }

    public double noBatteryEmissionsKg() {
        return noBatteryEmissionsKg;
    }

    public double emissionsKg() {
        return emissionsKg;
    }

    public double throughputKwh() {
        return throughputKwh;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SiteResult that
                && districtId.equals(that.districtId)
                && Double.compare(noBatteryCost, that.noBatteryCost) == 0
                && Double.compare(selfConsumptionCost, that.selfConsumptionCost) == 0
                && Double.compare(timeOfUseCost, that.timeOfUseCost) == 0
                && Double.compare(aloneCost, that.aloneCost) == 0
                && Double.compare(cost, that.cost) == 0
                && Double.compare(peakCost, that.peakCost) == 0
                && Double.compare(noBatteryEmissionsKg, that.noBatteryEmissionsKg) == 0
                && Double.compare(emissionsKg, that.emissionsKg) == 0
                && Double.compare(throughputKwh, that.throughputKwh) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                districtId,
                noBatteryCost,
                selfConsumptionCost,
                timeOfUseCost,
                aloneCost,
                cost,
                peakCost,
                noBatteryEmissionsKg,
                emissionsKg,
                throughputKwh);
    }

    @Override
    public String toString() {
        return "SiteResult[%s, %s, %s, %s, %s]"
                .formatted(districtId, noBatteryCost, selfConsumptionCost, timeOfUseCost, aloneCost);
    }
}
