package io.nqba.compute.kernel.revenue;

/**
 * Rates of many groups, the small ones drawn towards the rate of all (empirical Bayes). How far is learnt from the groups: where they
 * differ no more than chance would have it, all get the common rate, which weighs as much as all tries. Immutable.
 *
 * <p>Source: J. C. Kleinman, "Proportions with extraneous variance" (1973), doi:10.1080/01621459.1973.10481332, for the moments of a
 * beta-binomial.
 */
public final class ShrunkRates {
    private static final double LEAST_PRIOR = 1;

    private final double common;
    private final double prior;

    private ShrunkRates(double common, double prior) {
        this.common = common;
        this.prior = prior;
    }

    /**
     * Learns from groups how far small ones shall lean.
     *
     * @param hits of each group
     * @param tries of each group
     */
    public static ShrunkRates of(long[] hits, long[] tries) {
        double all = 0;
        double allHits = 0;
        double squares = 0;
        int groups = 0;
        for (int g = 0; g < tries.length; g++) {
            all += tries[g];
            allHits += hits[g];
            squares += (double) tries[g] * tries[g];
            groups += tries[g] > 0 ? 1 : 0;
        }
        // Half a hit keeps a rate off 0 and 1, where no interval has a width.
        double common = (allHits + 0.5) / (all + 1);
        // The common rate is known from all tries and no better: it never weighs more than they do.
        double most = Math.max(LEAST_PRIOR, all);
        if (groups < 2) {
            return new ShrunkRates(common, most);
        }
        double spread = 0;
        for (int g = 0; g < tries.length; g++) {
            if (tries[g] > 0) {
                double distance = (double) hits[g] / tries[g] - common;
                spread += tries[g] * distance * distance;
            }
        }
        double chance = common * (1 - common);
        double between = (spread - (groups - 1) * chance) / (all - squares / all);
        double prior = between <= 0 ? most : chance / between - 1;
        return new ShrunkRates(common, Math.min(most, Math.max(LEAST_PRIOR, prior)));
    }

    /** Returns the rate of all groups together. */
    public double common() {
        return common;
    }

    /** Returns how many tries the common rate weighs beside a group's own. */
    public double prior() {
        return prior;
    }

    /** Returns the rate of a group with its interval. */
    public Interval rate(long hits, long tries, double level) {
        double won = hits + prior * common;
        double lost = tries - hits + prior * (1 - common);
        return new Interval(
                won / (won + lost),
                BetaDistribution.quantile(won, lost, (1 - level) / 2),
                BetaDistribution.quantile(won, lost, (1 + level) / 2));
    }
}
