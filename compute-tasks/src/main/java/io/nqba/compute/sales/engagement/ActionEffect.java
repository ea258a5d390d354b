package io.nqba.compute.sales.engagement;

/**
 * How much more often leads were won with which something was done, beside leads of the same grade with which it was not. It is what was
 * seen, not what was caused: agents choose whom they call.
 *
 * <p>The difference of shares per grade is weighed as Mantel and Haenszel do, and drawn towards no difference by a normal prior: with few
 * leads it stays near 0, with many it is what was seen. Sources: N. Mantel and W. Haenszel, "Statistical Aspects of the Analysis of Data
 * From Retrospective Studies of Disease" (1959); S. Greenland and J. Robins, "Estimation of a Common Effect Parameter from Sparse
 * Follow-Up Data" (1985).
 *
 * @param mean expected difference of the shares won
 * @param deviation its standard deviation
 * @param with closed leads with which it was done
 * @param without closed leads with which it was not
 */
record ActionEffect(double mean, double deviation, long with, long without) {
    /** Differences beyond 0.1 are rare before anything is seen. */
    static final double PRIOR_DEVIATION = 0.05;

    /** Half the width of a 90 % interval, in standard deviations. */
    private static final double NINETY_PERCENT = 1.6449;

    /**
     * @param counts shape {@code [grade][0 without, 1 with][0 all, 1 won]}
     */
    static ActionEffect of(long[][][] counts) {
        double weights = 0;
        double difference = 0;
        double variance = 0;
        long with = 0;
        long without = 0;
        for (long[][] grade : counts) {
            double n0 = grade[0][0];
            double n1 = grade[1][0];
            without += grade[0][0];
            with += grade[1][0];
            if (n0 == 0 || n1 == 0) {
                continue;
            }
            double weight = n0 * n1 / (n0 + n1);
            weights += weight;
            difference += weight * (grade[1][1] / n1 - grade[0][1] / n0);
            variance += weight * weight * (spread(grade[1]) / n1 + spread(grade[0]) / n0);
        }
        if (weights == 0) {
            return new ActionEffect(0, PRIOR_DEVIATION, with, without);
        }
        double seen = difference / weights;
        double seenVariance = variance / (weights * weights);
        double prior = PRIOR_DEVIATION * PRIOR_DEVIATION;
        double kept = prior / (prior + seenVariance);
        return new ActionEffect(kept * seen, Math.sqrt(kept * seenVariance), with, without);
    }

    /** Variance of one outcome; half a lead of each kind more, so that a share of 0 or 1 is not taken for certain. */
    private static double spread(long[] group) {
        double share = (group[1] + 0.5) / (group[0] + 1.0);
        return share * (1 - share);
    }

    double low() {
        return mean - NINETY_PERCENT * deviation;
    }

    double high() {
        return mean + NINETY_PERCENT * deviation;
    }

    /** Returns whether the 90 % interval leaves no difference out. */
    boolean isSignal() {
        return low() > 0 || high() < 0;
    }
}
