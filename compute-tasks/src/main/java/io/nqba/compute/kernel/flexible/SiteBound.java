package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.compute.kernel.storage.SiteSolver;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A lower bound of what a site can cost: the net draw, the battery and every load each answer a price per slot for themselves, exactly
 * and with whole decisions. Any price gives a valid bound (weak duality); the marginal price of the relaxation gives the best one of
 * this kind, as good as the convex hull of each device's plans.
 */
final class SiteBound {
    private static final double[] NOTHING = {};

    private final SiteSolver solver = new SiteSolver();

    /**
     * Returns the bound of cost + penalised violation + Σ price · net draw.
     *
     * @param marginal the price that the parts of the site answer, per kWh and slot; all finite
     */
    double of(FlexibleSite flexible, double @Nullable [] price, double[] marginal) {
        SiteProblem site = flexible.problem();
        double bound = solver.solve(batteryAlone(site, marginal), null);
        for (FlexibleLoad load : flexible.loads()) {
            bound += load.least(marginal);
        }
        var costs = new SlotCosts(site, price);
        for (int t = 0; t < site.slots(); t++) {
            bound += leastOfNet(flexible, costs, t, marginal[t]) + marginal[t] * site.netLoadKwh()[t];
        }
        return bound;
    }

    /** The battery on a meter that pays and charges the same price for either direction. */
    private static SiteProblem batteryAlone(SiteProblem site, double[] marginal) {
        double[] nothing = marginal.length == 0 ? NOTHING : new double[marginal.length];
        return new SiteProblem(
                nothing,
                marginal,
                marginal,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                site.violationPrice(),
                site.battery());
    }

    /** Least cost of a net draw that is paid for at the marginal price, over all that the slot can reach. */
    private static double leastOfNet(FlexibleSite flexible, SlotCosts costs, int slot, double marginal) {
        SiteProblem site = flexible.problem();
        double down = site.battery().moves() ? site.battery().dischargeKwh() : 0;
        double up = site.battery().moves() ? site.battery().chargeKwh() : 0;
        double base = site.netLoadKwh()[slot];
        for (FlexibleLoad load : flexible.loads()) {
            boolean open = slot >= load.firstSlot() && slot < load.endSlot();
            up += open && !load.isFixed() ? load.optionKwh() : 0;
            base += open && load.isFixed() ? load.optionKwh() : 0;
        }
        double end = base + up;
        double at = base - down;
        double least = costs.of(slot, at) - marginal * at;
        while (at < end) {
            at = Math.min(end, costs.nextKink(at));
            least = Math.min(least, costs.of(slot, at) - marginal * at);
        }
        return least;
    }

    /** Returns the sum of the devices' shares alone, to rank whole decisions: what each start of a run costs at the marginal price. */
    static double[] startCosts(BlockRun run, double[] marginal) {
        double[] cost = run.startCosts(marginal, run.slotKwh());
        double least = Arrays.stream(cost).min().orElseThrow();
        Arrays.setAll(cost, o -> cost[o] - least);
        return cost;
    }
}
