package io.nqba.console.energy;

import java.time.Instant;

/**
 * What the battery of a site does in one interval, and what the site then exchanges with the grid.
 *
 * @param start beginning of the interval, inclusive
 * @param chargeKwh energy into the battery, kWh
 * @param dischargeKwh energy from the battery, kWh
 * @param socKwh energy in the store at the end of the interval, kWh
 * @param importKwh energy drawn from the grid, kWh
 * @param exportKwh energy fed into the grid, kWh
 * @param netBeforeKwh what the site exchanges without a battery, kWh; negative when it feeds in
 */
public record ScheduleView(
        String siteId,
        Instant start,
        double chargeKwh,
        double dischargeKwh,
        double socKwh,
        double importKwh,
        double exportKwh,
        double netBeforeKwh) {}
