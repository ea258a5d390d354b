package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.coordination.SmoothResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers for one site with flexible loads: a valid lower bound at given prices, whole plans, and the reaction of its relaxation.
 * Exact for runs without a battery and for blocks where the ranking ends within its limit; bounded elsewhere. Workspaces for one thread.
 */
public final class FlexibleSolver {
    /** Combinations of starts that are tried in a round of a coordination, and when a site is solved for itself. */
    private static final int MOST_STARTS_PER_ROUND = 16;

    private static final int MOST_STARTS_ALONE = 200;
    /** Smoothing where none is asked for, as a share of the largest price of the site. */
    private static final double HARDLY_SMOOTH = 1e-8;

    /**
     * What a move away from the drawn plan must save, as a share of what the largest load costs. With 0 the cars of 16 homes met in one
     * slot and left 2 to 5 % open over two days, with 0.001 to 0.03 0.6 to 0.9 %; over one day it made no difference (November 2026).
     */
    private static final double WORTH_MOVING = 0.003;

    private final SiteBound bound = new SiteBound();
    private final PlanSearch search = new PlanSearch();

    /** Returns the best whole plans that are found for the site by itself, and their bound. */
    public WholeAnswer alone(FlexibleSite site, double @Nullable [] price) {
        if (RunCounting.suits(site)) {
            return RunCounting.solve(site, price);
        }
        RelaxedSite relaxed = relaxed(site, price, 0);
        double[] marginal = relaxed.marginalPrice();
        double[][] plans = rounded(site, relaxed, 0);
        double cost = search.descend(site, price, plans, 0);
        for (int trial = 1; trial <= 4; trial++) {
            double[][] other = trial == 4 ? site.earliest() : rounded(site, relaxed, trial);
            double otherCost = search.descend(site, price, other, 0);
            if (otherCost < cost) {
                cost = otherCost;
                plans = other;
            }
        }
        var known = new WholeAnswer(plans, cost, Math.min(cost, bound.of(site, price, marginal)));
        return StartRanking.suits(site)
                ? StartRanking.improve(site, price, marginal, known, search, MOST_STARTS_ALONE)
                : known;
    }

    /** Answers a smooth question: bound and whole plans at its prices; the reaction of the relaxation is added to {@code response}. */
    SmoothAnswer answer(FlexibleSite site, double[] price, double smoothing, int[] active, SmoothResponse response) {
        RelaxedSite relaxed = relaxed(site, price, smoothing);
        relaxed.addResponse(smoothing, active, response);
        double[] marginal = relaxed.marginalPrice();
        double[][] plans = drawn(site, price, relaxed, 0);
        return new SmoothAnswer(plans, sharpest(site, price, marginal, plans), relaxed.cost());
    }

    private double sharpest(FlexibleSite site, double[] price, double[] marginal, double[][] plans) {
        if (RunCounting.suits(site)) {
            return RunCounting.solve(site, price).bound();
        }
        double duality = bound.of(site, price, marginal);
        if (!StartRanking.suits(site)) {
            return duality;
        }
        var known = new WholeAnswer(plans, search.cost(site, price, plans), duality);
        return StartRanking.improve(site, price, marginal, known, search, MOST_STARTS_PER_ROUND)
                .bound();
    }

    /** Returns whole plans near the relaxation at given prices and smoothing, other ones with each trial. */
    double[][] settled(FlexibleSite site, double[] price, double smoothing, int trial) {
        return drawn(site, price, relaxed(site, price, smoothing), trial);
    }

    private double[][] drawn(FlexibleSite site, double[] price, RelaxedSite relaxed, int trial) {
        double[][] plans = rounded(site, relaxed, trial);
        search.descend(site, price, plans, WORTH_MOVING * worth(site));
        return plans;
    }

    /** The largest load's energy at the mean price. */
    private static double worth(FlexibleSite site) {
        double mean = 0;
        for (double each : site.problem().importPrice()) {
            mean += Math.abs(each) / site.problem().slots();
        }
        double kwh = 0;
        for (FlexibleLoad load : site.loads()) {
            kwh = Math.max(kwh, load.optionKwh() * load.optionSlots() * load.chosen());
        }
        return mean * kwh;
    }

    private static RelaxedSite relaxed(FlexibleSite site, double @Nullable [] price, double smoothing) {
        var program = new RelaxedProgram(site.problem(), site.loads(), price);
        var relaxed = new RelaxedSite(program);
        double least = HARDLY_SMOOTH * Math.max(program.scale, Double.MIN_NORMAL);
        relaxed.solve(smoothing > 0 ? smoothing : least);
        return relaxed;
    }

    private static double[][] rounded(FlexibleSite site, RelaxedSite relaxed, int trial) {
        double[][] plans = new double[site.loads().size()][];
        int free = 0;
        for (int d = 0; d < plans.length; d++) {
            FlexibleLoad load = site.loads().get(d);
            if (load.isFixed()) {
                plans[d] = load.earliest(site.problem().slots());
                continue;
            }
            plans[d] = load.rounded(
                    relaxed.values(),
                    relaxed.firstWeight(free++),
                    site.draw(d, trial),
                    site.problem().slots());
        }
        return plans;
    }

    /** What a site answers to a smooth question. */
    static final class SmoothAnswer {
        private final double[][] plans;
        private final double bound;
        private final double relaxedCost;

        SmoothAnswer(double[][] plans, double bound, double relaxedCost) {
            this.plans = plans;
            this.bound = bound;
            this.relaxedCost = relaxedCost;
        }

        double[][] plans() {
            return plans;
        }

        double bound() {
            return bound;
        }

        double relaxedCost() {
            return relaxedCost;
        }
    }
}
