package io.nqba.console.energy;

/**
 * What one run does for one site, beside what the site would pay otherwise. Money in the currency of the tariff.
 *
 * @param siteName what people call the site
 * @param noBatteryCost energy cost without a battery
 * @param selfConsumptionCost energy cost under the self-consumption rule
 * @param timeOfUseCost energy cost under the time-of-use rule
 * @param aloneCost energy cost when the site optimises for itself
 * @param cost energy cost under the schedule, wear included
 * @param savings no-battery cost minus cost
 * @param peakCost share of the demand charge; negative when the site relieves the peak
 * @param noBatteryEmissionsKg kg CO2 without a battery
 * @param emissionsKg kg CO2 under the schedule
 * @param throughputKwh energy charged and discharged, kWh
 */
public record SiteResultView(
        String siteId,
        String siteName,
        double noBatteryCost,
        double selfConsumptionCost,
        double timeOfUseCost,
        double aloneCost,
        double cost,
        double savings,
        double peakCost,
        double noBatteryEmissionsKg,
        double emissionsKg,
        double throughputKwh) {}
