package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.storage.SiteProblem;
import java.util.List;

/**
 * A site with loads that may be shifted.
 *
 * @param problem the site without these loads: what remains of its net load, its prices, limits and battery
 * @param loads the loads, each within the slots of the site
 * @param seed what tells this site's draws from those of others, such as a digest of its id
 */
public record FlexibleSite(SiteProblem problem, List<FlexibleLoad> loads, long seed) {
    /** @throws IllegalArgumentException if a load's window ends after the last slot */
    public FlexibleSite {
        loads = List.copyOf(loads);
        for (FlexibleLoad load : loads) {
            if (load.endSlot() > problem.slots()) {
                throw new IllegalArgumentException("The endSlot (%d) must be at most the slots of the site (%d)."
                        .formatted(load.endSlot(), problem.slots()));
            }
        }
    }

    /** Returns the plans that start at once: what happens where nobody plans. */
    public double[][] earliest() {
        return loads.stream().map(load -> load.earliest(problem.slots())).toArray(double[][]::new);
    }

    /** Returns the site with its loads settled: a problem of the battery alone. */
    public SiteProblem with(double[][] plans) {
        double[] net = problem.netLoadKwh().clone();
        for (double[] plan : plans) {
            for (int t = 0; t < net.length; t++) {
                net[t] += plan[t];
            }
        }
        return problem.withNetLoad(net);
    }

    /** Returns a number in [0, 1) that depends on the site, the load and the trial only. */
    double draw(int load, int trial) {
        long mixed = seed + 0x9E3779B97F4A7C15L * (load + 1L + 1_000_003L * trial);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53;
    }
}
