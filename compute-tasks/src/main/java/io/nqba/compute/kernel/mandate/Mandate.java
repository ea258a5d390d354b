package io.nqba.compute.kernel.mandate;

import java.util.Arrays;

/**
 * One portfolio as a subproblem: maximise capital · (expected return − ½ aversion · variance − trading cost) over weights within
 * bounds whose sum lies between two shares of the capital.
 *
 * <p>A node keeps a hundred thousand of them between rounds, so weights and bounds are kept by their exceptions: a mandate that may hold
 * 200 assets, holds 20 and bounds all alike takes 1.3 kB instead of 5.7 kB. Readers copy them into arrays of their own. Immutable.
 */
public final class Mandate {
    private final double capital;
    private final double aversion;
    private final int[] assets;
    private final MostlyEqual start;
    private final MostlyEqual lower;
    private final MostlyEqual upper;
    private final double costPerUnit;
    private final double leastInvested;
    private final double mostInvested;

    /**
     * @param capital money, above 0
     * @param aversion risk aversion, above 0
     * @param assets positions in the universe, ascending; kept, not copied
     * @param start present weights, shape {@code [assets.length]}
     * @param lower least weights
     * @param upper greatest weights
     * @param costPerUnit cost of buying or selling one unit of weight, 0 or more
     * @param leastInvested least sum of the weights
     * @param mostInvested greatest sum of the weights
     * @throws IllegalArgumentException if no weights can meet the mandate, or a number is out of its range; the text says which
     */
    public Mandate(
            double capital,
            double aversion,
            int[] assets,
            double[] start,
            double[] lower,
            double[] upper,
            double costPerUnit,
            double leastInvested,
            double mostInvested) {
        require(capital > 0 && capital < Double.POSITIVE_INFINITY, "capital", capital, "above 0");
        require(aversion > 0 && aversion < Double.POSITIVE_INFINITY, "risk aversion", aversion, "above 0");
        require(costPerUnit >= 0 && costPerUnit < Double.POSITIVE_INFINITY, "trading cost", costPerUnit, "0 or more");
        require(leastInvested <= mostInvested, "least invested share", leastInvested, "at most " + mostInvested);
        double least = 0;
        double most = 0;
        for (int i = 0; i < assets.length; i++) {
            require(lower[i] <= upper[i], "least weight", lower[i], "at most " + upper[i]);
            require(Double.isFinite(start[i]), "present weight", start[i], "a number");
            least += lower[i];
            most += upper[i];
        }
        require(least <= mostInvested + 1e-9, "sum of the least weights", least, "at most " + mostInvested);
        require(most >= leastInvested - 1e-9, "sum of the greatest weights", most, "at least " + leastInvested);
        this.capital = capital;
        this.aversion = aversion;
        this.assets = assets;
        this.start = MostlyEqual.of(start);
        this.lower = MostlyEqual.of(lower);
        this.upper = MostlyEqual.of(upper);
        this.costPerUnit = costPerUnit;
        this.leastInvested = leastInvested;
        this.mostInvested = mostInvested;
    }

    private static void require(boolean met, String what, double value, String rule) {
        if (!met) {
            throw new IllegalArgumentException("The %s (%s) must be %s.".formatted(what, value, rule));
        }
    }

    public double capital() {
        return capital;
    }

    public double aversion() {
        return aversion;
    }

    /** Returns the positions in the universe, ascending; the array itself. */
    public int[] assets() {
        return assets;
    }

    /** Returns the present weights in a new array. */
    public double[] start() {
        double[] weights = new double[size()];
        copyStart(weights);
        return weights;
    }

    /** Returns the least weights in a new array. */
    public double[] lower() {
        double[] weights = new double[size()];
        copyLower(weights);
        return weights;
    }

    /** Returns the greatest weights in a new array. */
    public double[] upper() {
        double[] weights = new double[size()];
        copyUpper(weights);
        return weights;
    }

    /** Writes the present weights into the first {@link #size} cells. */
    void copyStart(double[] into) {
        start.copy(into, size());
    }

    void copyLower(double[] into) {
        lower.copy(into, size());
    }

    void copyUpper(double[] into) {
        upper.copy(into, size());
    }

    public double costPerUnit() {
        return costPerUnit;
    }

    public double leastInvested() {
        return leastInvested;
    }

    public double mostInvested() {
        return mostInvested;
    }

    public int size() {
        return assets.length;
    }

    /** Numbers of which most are the same: that one, and where others stand. Gives back the same bits. */
    private static final class MostlyEqual {
        private static final int[] NOWHERE = {};
        private static final double[] NOTHING = {};

        private final double common;
        private final int[] place;
        private final double[] other;

        private MostlyEqual(double common, int[] place, double[] other) {
            this.common = common;
            this.place = place;
            this.other = other;
        }

        static MostlyEqual of(double[] values) {
            double common = candidate(values);
            int count = 0;
            for (double value : values) {
                count += same(value, common) ? 0 : 1;
            }
            if (count == 0) {
                return new MostlyEqual(common, NOWHERE, NOTHING);
            }
            int[] place = new int[count];
            double[] other = new double[count];
            int at = 0;
            for (int i = 0; i < values.length; i++) {
                if (!same(values[i], common)) {
                    place[at] = i;
                    other[at++] = values[i];
                }
            }
            return new MostlyEqual(common, place, other);
        }

        /** The value of more than half of the cells, if there is one: each other value takes one vote away. */
        private static double candidate(double[] values) {
            double candidate = 0;
            int votes = 0;
            for (double value : values) {
                if (votes == 0) {
                    candidate = value;
                }
                votes += same(value, candidate) ? 1 : -1;
            }
            return candidate;
        }

        private static boolean same(double a, double b) {
            return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
        }

        void copy(double[] into, int size) {
            Arrays.fill(into, 0, size, common);
            for (int k = 0; k < place.length; k++) {
                into[place[k]] = other[k];
            }
        }
    }
}
