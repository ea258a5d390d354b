package io.nqba.node.finance;

import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * What all instruments of a generated market share, day by day: the change of the market, of each sector, and how nervous
 * the times are. Quiet and nervous times follow one another as a Markov chain, and within each the changes have fat tails
 * (Student's t with five degrees of freedom), as those of real markets have. Immutable.
 */
final class MarketFactors {
    private static final double TO_NERVOUS = 0.006;
    private static final double TO_QUIET = 0.03;
    private static final double QUIET_VOLATILITY = 0.0070;
    private static final double NERVOUS_FACTOR = 2.6;
    private static final double QUIET_DRIFT = 0.00065;
    private static final double NERVOUS_DRIFT = -0.0009;
    private static final int TAIL_DEGREES = 5;

    private final double[] market;
    private final Map<Sector, double[]> sectors = new EnumMap<>(Sector.class);
    private final double[] nervousness;

    MarketFactors(long seed, int days) {
        market = new double[days];
        nervousness = new double[days];
        for (Sector sector : Sector.values()) {
            sectors.put(sector, new double[days]);
        }
        SplittableRandom dice = Dice.at(seed, Purpose.MARKET, 0, 0);
        boolean nervous = false;
        for (int t = 0; t < days; t++) {
            nervous = nervous ? dice.nextDouble() >= TO_QUIET : dice.nextDouble() < TO_NERVOUS;
            nervousness[t] = nervous ? NERVOUS_FACTOR : 1;
            double drift = nervous ? NERVOUS_DRIFT : QUIET_DRIFT;
            market[t] = drift + QUIET_VOLATILITY * nervousness[t] * fatTailed(dice);
            for (var sector : sectors.entrySet()) {
                sector.getValue()[t] = sector.getKey().dailyVolatility() * Math.sqrt(nervousness[t]) * fatTailed(dice);
            }
        }
    }

    /** Returns the logarithmic change of the market up to day {@code t}. */
    double market(int t) {
        return market[t];
    }

    double sector(Sector sector, int t) {
        return Objects.requireNonNull(sectors.get(sector))[t];
    }

    /** Returns 1 in quiet times, more in nervous ones. */
    double nervousness(int t) {
        return nervousness[t];
    }

    /** Returns a number of mean 0 and variance 1 with fat tails: a Gaussian over the root of a scaled chi-square. */
    static double fatTailed(SplittableRandom dice) {
        double squares = 0;
        for (int k = 0; k < TAIL_DEGREES; k++) {
            double gaussian = dice.nextGaussian();
            squares += gaussian * gaussian;
        }
        return dice.nextGaussian() * Math.sqrt((TAIL_DEGREES - 2) / squares);
    }
}
