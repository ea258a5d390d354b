package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.compute.kernel.storage.SiteSchedule;
import io.nqba.compute.kernel.storage.SiteSolver;
import org.jspecify.annotations.Nullable;

/**
 * Local search over whole plans with the exact battery inside: each load in turn takes its best plan while the rest of the site stays,
 * then the battery is solved again; until nothing gains. Never worse than where it starts. Deterministic.
 */
final class PlanSearch {
    private static final int MOST_PASSES = 12;

    private final SiteSolver solver = new SiteSolver();

    /** Returns the least cost of the battery beside settled loads, coordination prices and penalties included. */
    double cost(FlexibleSite site, double @Nullable [] price, double[][] plans) {
        return solver.solve(site.with(plans), price);
    }

    /**
     * Improves plans in place and returns their cost.
     *
     * @param plans allowed plans, one per load
     * @param threshold least gain that moves a load; a little above 0 it keeps loads of many sites apart that were spread over slots
     *     of equal price, and would all move to the one that a rounding makes the cheapest
     */
    double descend(FlexibleSite site, double @Nullable [] price, double[][] plans, double threshold) {
        var costs = new SlotCosts(site.problem(), price);
        double cost = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            SiteProblem settled = site.with(plans);
            cost = solver.solve(settled, price);
            SiteSchedule schedule = solver.schedule(settled);
            if (!moveLoads(site, costs, schedule.netKwh(), plans, threshold)) {
                return cost;
            }
        }
        return cost(site, price, plans);
    }

    private static boolean moveLoads(
            FlexibleSite site, SlotCosts costs, double[] net, double[][] plans, double threshold) {
        boolean moved = false;
        for (int d = 0; d < plans.length; d++) {
            double before = costs.sum(net);
            double[] old = plans[d];
            subtract(net, old);
            double[] best = site.loads().get(d).best(costs, net);
            add(net, best);
            double gain = before - costs.sum(net);
            if (gain > threshold + 1e-9 * Math.abs(before)) {
                plans[d] = best;
                moved = true;
            } else {
                subtract(net, best);
                add(net, old);
            }
        }
        return moved;
    }

    private static void add(double[] sum, double[] plan) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += plan[t];
        }
    }

    private static void subtract(double[] sum, double[] plan) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] -= plan[t];
        }
    }
}
