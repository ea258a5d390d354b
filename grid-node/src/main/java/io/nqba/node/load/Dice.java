package io.nqba.node.load;

import java.util.SplittableRandom;

/**
 * Random numbers by address: the same seed and the same coordinates give the same stream, in any order and on any node.
 * That is what lets sites and days be made in parallel, lazily and again.
 */
public final class Dice {
    /** Odd and irrational-like (golden ratio), so that neighbouring coordinates land far apart. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    /** What a stream is for; two purposes never share numbers. */
    public enum Purpose {
        HOME(1),
        HOME_DAY(2),
        WEATHER_DAY(3),
        CARBON_DAY(4),
        MARKET(5),
        INSTRUMENT(6),
        INSTRUMENT_DAY(7),
        PORTFOLIO(8),
        LEAD(9),
        SALES_ACCOUNT(10),
        SALES_REP(11),
        DEAL(12);

        private final long salt;

        Purpose(long salt) {
            this.salt = salt;
        }
    }

    private Dice() {}

    public static SplittableRandom at(long seed, Purpose purpose, long first, long second) {
        long address = scramble(seed + STRIDE * purpose.salt);
        address = scramble(address + STRIDE * first);
        return new SplittableRandom(scramble(address + STRIDE * second));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195). */
    private static long scramble(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Returns a factor with mean 1 whose logarithm has the given standard deviation. */
    public static double lognormal(double gaussian, double sigma) {
        return Math.exp(sigma * gaussian - sigma * sigma / 2);
    }
}
