package io.nqba.compute.kernel.mandate;

/**
 * One portfolio as a subproblem: maximise capital · (expected return − ½ aversion · variance − trading cost) over weights within
 * bounds whose sum lies between two shares of the capital. Arrays are kept, not copied, so that mandates of one kind share them.
 *
 * @param capital money, above 0
 * @param aversion risk aversion, above 0
 * @param assets positions in the universe, ascending
 * @param start present weights, shape {@code [assets.length]}
 * @param lower least weights
 * @param upper greatest weights
 * @param costPerUnit cost of buying or selling one unit of weight, 0 or more
 * @param leastInvested least sum of the weights
 * @param mostInvested greatest sum of the weights
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Mandate(
        double capital,
        double aversion,
        int[] assets,
        double[] start,
        double[] lower,
        double[] upper,
        double costPerUnit,
        double leastInvested,
        double mostInvested) {
    /** @throws IllegalArgumentException if no weights can meet the mandate, or a number is out of its range; the text says which */
    public Mandate {
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
    }

    public int size() {
        return assets.length;
    }

    private static void require(boolean met, String what, double value, String rule) {
        if (!met) {
            throw new IllegalArgumentException("The %s (%s) must be %s.".formatted(what, value, rule));
        }
    }
}
