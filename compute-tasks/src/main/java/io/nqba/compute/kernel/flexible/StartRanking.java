package io.nqba.compute.kernel.flexible;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Plans of loads that run as one block: combinations of starts in the order of a lower bound of their cost, each tried with the exact
 * battery, until no combination left can be better. Exact when it ends by itself; else the bound of the next combination holds.
 *
 * <p>The lower bound of a combination is the site's bound plus what its starts cost more than the cheapest ones at the marginal price:
 * the weak duality of {@link SiteBound} with the starts held fast. Best sums of several sorted lists by a heap of neighbours.
 */
final class StartRanking {
    /** Starts by their rank in each run's order, and what they cost more than the cheapest ones. */
    private static final class Combination {
        private final int[] rank;
        private final double more;

        Combination(int[] rank, double more) {
            this.rank = rank;
            this.more = more;
        }
    }

    private final FlexibleSite site;
    private final BlockRun[] runs;
    private final int[][] order;
    private final double[][] more;

    private StartRanking(FlexibleSite site, double[] marginal) {
        this.site = site;
        runs = site.loads().stream().map(BlockRun.class::cast).toArray(BlockRun[]::new);
        order = new int[runs.length][];
        more = new double[runs.length][];
        for (int d = 0; d < runs.length; d++) {
            more[d] = SiteBound.startCosts(runs[d], marginal);
            order[d] = Choice.cheapest(more[d], more[d].length);
        }
    }

    /** Whether all loads of a site run as one block. */
    static boolean suits(FlexibleSite site) {
        return site.loads().stream().allMatch(BlockRun.class::isInstance);
    }

    /**
     * Improves on an answer.
     *
     * @param known plans with their cost, and the bound of all combinations at the marginal price
     * @param most most combinations that are tried
     */
    static WholeAnswer improve(
            FlexibleSite site,
            double @Nullable [] price,
            double[] marginal,
            WholeAnswer known,
            PlanSearch search,
            int most) {
        return new StartRanking(site, marginal).improve(price, known, search, most);
    }

    private WholeAnswer improve(double @Nullable [] price, WholeAnswer known, PlanSearch search, int most) {
        double[][] plans = known.plans();
        double cost = known.cost();
        double bound = known.bound();
        var queue = new PriorityQueue<Combination>(Comparator.comparingDouble(each -> each.more));
        queue.add(new Combination(new int[runs.length], 0));
        for (int tried = 0; !queue.isEmpty(); tried++) {
            Combination next = queue.remove();
            bound = Math.min(cost, known.bound() + next.more);
            if (bound >= cost || tried >= most) {
                return new WholeAnswer(plans, cost, bound);
            }
            double[][] candidate = plans(next);
            double candidateCost = search.cost(site, price, candidate);
            if (candidateCost < cost) {
                cost = candidateCost;
                plans = candidate;
            }
            addNeighbours(next, queue);
        }
        return new WholeAnswer(plans, cost, cost);
    }

    /** Each combination has one parent: the one whose last raised rank is one lower. */
    private void addNeighbours(Combination of, PriorityQueue<Combination> queue) {
        int last = 0;
        for (int d = 0; d < runs.length; d++) {
            last = of.rank[d] > 0 ? d : last;
        }
        for (int d = last; d < runs.length; d++) {
            if (of.rank[d] + 1 < order[d].length) {
                int[] rank = of.rank.clone();
                rank[d]++;
                double sum = 0;
                for (int e = 0; e < runs.length; e++) {
                    sum += more[e][order[e][rank[e]]];
                }
                queue.add(new Combination(rank, sum));
            }
        }
    }

    private double[][] plans(Combination combination) {
        double[][] plans = new double[runs.length][];
        for (int d = 0; d < runs.length; d++) {
            int start = runs[d].firstSlot() + order[d][combination.rank[d]];
            plans[d] = runs[d].startingIn(start, site.problem().slots());
        }
        return plans;
    }
}
