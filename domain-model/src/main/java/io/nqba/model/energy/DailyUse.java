package io.nqba.model.energy;

import io.nqba.model.error.Require;

/**
 * What a flexible device needs every day and when it may have it; checked as a whole.
 *
 * @param minPowerKw least power of a charger that charges, kW
 * @param energyKwh energy that a car needs, kWh
 * @param runMinutes run of an appliance, minutes
 * @param earliestMinute beginning of the window, minutes after local midnight
 * @param latestMinute end of the window, minutes after the same midnight; 0 where nothing is flexible
 * @param divisible whether the run may pause
 */
record DailyUse(
        double minPowerKw, double energyKwh, int runMinutes, int earliestMinute, int latestMinute, boolean divisible) {
    static final DailyUse NONE = new DailyUse(0, 0, 0, 0, 0, false);

    private static final int DAY = 1440;
    /** Room for the rounding of sixtieths of an hour. */
    private static final double ROUNDING = 1e-9;

    static DailyUse ofCar(
            double powerKw,
            double minPowerKw,
            double efficiency,
            double energyKwh,
            int arrivalMinute,
            int departureMinute) {
        Require.finite("powerKw", Require.positive("powerKw", powerKw, "kW"), "kW");
        Require.notNegative("minPowerKw", minPowerKw, "kW");
        Require.fraction("efficiency", Require.positive("efficiency", efficiency, ""));
        Require.finite("energyKwh", Require.positive("energyKwh", energyKwh, "kWh"), "kWh");
        if (minPowerKw > powerKw) {
            throw new IllegalArgumentException(
                    "The minPowerKw (%s kW) must be at most the powerKw (%s kW).".formatted(minPowerKw, powerKw));
        }
        requireWindow("arrivalMinute", arrivalMinute, "departureMinute", departureMinute);
        double most = powerKw * efficiency * (departureMinute - arrivalMinute) / 60.0;
        if (energyKwh > most * (1 + ROUNDING)) {
            throw new IllegalArgumentException(
                    "The energyKwh (%s kWh) must be deliverable: %s kW deliver at most %.3f kWh in %d minutes."
                            .formatted(energyKwh, powerKw, most, departureMinute - arrivalMinute));
        }
        return new DailyUse(minPowerKw, energyKwh, 0, arrivalMinute, departureMinute, true);
    }

    static DailyUse ofAppliance(
            double powerKw, int runMinutes, int earliestMinute, int latestMinute, boolean divisible) {
        Require.finite("powerKw", Require.positive("powerKw", powerKw, "kW"), "kW");
        Require.within("runMinutes", runMinutes, 1, DAY);
        requireWindow("earliestMinute", earliestMinute, "latestMinute", latestMinute);
        if (runMinutes > latestMinute - earliestMinute) {
            throw new IllegalArgumentException("The runMinutes (%d) must fit into the window of %d minutes."
                    .formatted(runMinutes, latestMinute - earliestMinute));
        }
        return new DailyUse(0, 0, runMinutes, earliestMinute, latestMinute, divisible);
    }

    private static void requireWindow(String from, int fromMinute, String to, int toMinute) {
        Require.within(from, fromMinute, 0, DAY - 1);
        if (toMinute <= fromMinute || toMinute > fromMinute + DAY) {
            throw new IllegalArgumentException(
                    "The %s (%d) must lie after the %s (%d) and at most 1440 minutes after it."
                            .formatted(to, toMinute, from, fromMinute));
        }
    }
}
