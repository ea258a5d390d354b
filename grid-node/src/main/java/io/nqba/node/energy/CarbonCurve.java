package io.nqba.node.energy;

import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/**
 * Carbon intensity of a public grid with much sun and gas: lowest before dawn, highest in the evening, higher in summer,
 * with weather from day to day. Level, shape and range are those of the CityLearn 2022 set (mean 0.157, range
 * 0.07 to 0.28 kg/kWh).
 */
final class CarbonCurve {
    static final double LOWEST = 0.07;
    static final double HIGHEST = 0.28;

    private static final double MEAN = 0.154;
    private static final double DAY_SPREAD = 0.15;
    private static final double HOUR_SPREAD = 0.06;

    private final long seed;

    CarbonCurve(long seed) {
        this.seed = seed;
    }

    /** Returns the intensity in the hour that begins then, kg CO2 per kWh. */
    double kgPerKwh(ZonedDateTime hour) {
        long day = hour.toLocalDate().toEpochDay();
        SplittableRandom dice = Dice.at(seed, Purpose.CARBON_DAY, day, 0);
        double dayFactor = 1 + DAY_SPREAD * dice.nextGaussian();
        SplittableRandom hourDice = Dice.at(seed, Purpose.CARBON_DAY, day, 1 + hour.getHour());
        double hourFactor = 1 + HOUR_SPREAD * hourDice.nextGaussian();
        double value = MEAN * season(hour.getDayOfYear()) * shape(hour.getHour()) * dayFactor * hourFactor;
        return Math.min(HIGHEST, Math.max(LOWEST, value));
    }

    private static double season(int dayOfYear) {
        return 1 + 0.14 * Math.cos(2 * Math.PI * (dayOfYear - 215) / 365.25);
    }

    private static double shape(int hour) {
        return 1 + 0.15 * Math.cos(2 * Math.PI * (hour - 15.5) / 24) + 0.05 * Math.cos(4 * Math.PI * (hour - 18) / 24);
    }
}
