package io.nqba.node.energy;

import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.util.SplittableRandom;

/**
 * What makes one home differ from the next: how much it uses, when, and what stands on its roof. Ranges follow the 17
 * homes of the CityLearn 2022 set, two of which have a shaded or broken plant.
 *
 * @param meanKwh mean use over a year, kWh per hour
 * @param standbyShare share of the use that never rests
 * @param rhythm when it uses energy
 * @param weekendLift use at weekends relative to weekdays
 * @param seasonality how strongly it follows heat and cold; 1 is usual
 * @param restlessness standard deviation of the logarithm of its hourly use around the rhythm
 * @param solarKw PV installed, kW
 * @param solarQuality PV output relative to a plant without shade
 */
record Home(
        double meanKwh,
        double standbyShare,
        Rhythm rhythm,
        double weekendLift,
        double seasonality,
        double restlessness,
        double solarKw,
        double solarQuality) {
    static Home at(long seed, int index) {
        SplittableRandom dice = Dice.at(seed, Purpose.HOME, index, 0);
        double meanKwh = 1.12 * Dice.lognormal(dice.nextGaussian(), 0.22);
        double standbyShare = dice.nextDouble(0.12, 0.32);
        Rhythm rhythm = Rhythm.draw(dice);
        double weekendLift = dice.nextDouble(0.98, 1.20);
        double seasonality = dice.nextDouble(0.5, 1.5);
        double restlessness = dice.nextDouble(0.50, 0.90);
        double solarKw = dice.nextBoolean() ? 4.0 : 5.0;
        boolean shaded = dice.nextDouble() < 0.10;
        double solarQuality = shaded ? dice.nextDouble(0.10, 0.50) : dice.nextDouble(0.72, 1.0);
        return new Home(meanKwh, standbyShare, rhythm, weekendLift, seasonality, restlessness, solarKw, solarQuality);
    }
}
