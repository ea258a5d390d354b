package io.nqba.compute.kernel.revenue;

import io.nqba.compute.kernel.risk.NormalDistribution;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Which groups of deals win more or fewer than all others. Many groups are looked at, so some stand out by chance: the share of false
 * ones among those called real is held (Benjamini and Hochberg, "Controlling the false discovery rate", 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x).
 */
public final class OutcomeDrivers {
    private OutcomeDrivers() {}

    /**
     * How a group's win rate differs from that of the rest.
     *
     * @param difference of the rates, with its interval (Newcombe's hybrid score)
     * @param pValue how likely a difference at least as large is chance, for this group alone
     * @param real whether it is called real beside all the others that were looked at
     */
    public record Difference(Interval difference, double pValue, boolean real) {}

    /**
     * Compares each group with the rest.
     *
     * @param won of each group
     * @param closed of each group
     * @param allWon of the deals that the group is compared within
     * @param allClosed of the same
     * @param falseShare share of false ones to be held, such as 0.05
     */
    public static Difference[] of(
            long[] won, long[] closed, long[] allWon, long[] allClosed, double level, double falseShare) {
        int n = won.length;
        double[] p = new double[n];
        for (int g = 0; g < n; g++) {
            p[g] = pValue(won[g], closed[g], allWon[g] - won[g], allClosed[g] - closed[g]);
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, g -> g);
        Arrays.sort(order, Comparator.comparingDouble(g -> p[g]));
        int real = 0;
        for (int rank = 1; rank <= n; rank++) {
            real = p[order[rank - 1]] <= falseShare * rank / n ? rank : real;
        }
        Difference[] found = new Difference[n];
        for (int rank = 1; rank <= n; rank++) {
            int g = order[rank - 1];
            found[g] = new Difference(
                    difference(won[g], closed[g], allWon[g] - won[g], allClosed[g] - closed[g], level),
                    p[g],
                    rank <= real);
        }
        return found;
    }

    /** Two-sided, by the normal limit; 1 where one side is empty. */
    static double pValue(long won, long closed, long restWon, long restClosed) {
        if (closed == 0 || restClosed == 0) {
            return 1;
        }
        double pooled = (double) (won + restWon) / (closed + restClosed);
        double variance = pooled * (1 - pooled) * (1.0 / closed + 1.0 / restClosed);
        double distance = Math.abs((double) won / closed - (double) restWon / restClosed);
        return variance <= 0 ? 1 : 2 * NormalDistribution.cumulative(-distance / Math.sqrt(variance));
    }

    private static Interval difference(long won, long closed, long restWon, long restClosed, double level) {
        if (closed == 0 || restClosed == 0) {
            return Interval.UNKNOWN;
        }
        Interval own = score(won, closed, level);
        Interval rest = score(restWon, restClosed, level);
        double value = own.value() - rest.value();
        return new Interval(
                value,
                value - Math.hypot(own.value() - own.low(), rest.high() - rest.value()),
                value + Math.hypot(own.high() - own.value(), rest.value() - rest.low()));
    }

    /** Wilson's interval. */
    private static Interval score(long hits, long tries, double level) {
        double z = NormalDistribution.quantile((1 + level) / 2);
        double rate = (double) hits / tries;
        double centre = (rate + z * z / (2 * tries)) / (1 + z * z / tries);
        double half = z / (1 + z * z / tries) * Math.sqrt(rate * (1 - rate) / tries + z * z / (4.0 * tries * tries));
        return new Interval(rate, centre - half, centre + half);
    }
}
