package io.nqba.compute.energy;

import io.nqba.compute.kernel.flexible.FlexibleLoad;
import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;

/**
 * A 64-bit digest of what a site's problem was compiled from. Not against forgery, only to notice that data changed between two
 * rounds; mixing by the finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
 */
final class Fingerprint {
    private long state;

    private Fingerprint(String name) {
        for (int i = 0; i < name.length(); i++) {
            add(name.charAt(i));
        }
    }

    /** Returns the digest of a name. */
    static long of(String name) {
        return new Fingerprint(name).state;
    }

    static long of(PlannedSite site) {
        var print = new Fingerprint(site.site().siteId());
        SiteProblem problem = site.unplanned();
        print.add(problem.netLoadKwh());
        print.add(problem.importPrice());
        print.add(problem.exportPrice());
        print.add(problem.importLimitKwh(), problem.exportLimitKwh());
        Battery battery = problem.battery();
        print.add(battery.capacityKwh(), battery.chargeKwh(), battery.dischargeKwh(), battery.chargeEfficiency());
        print.add(battery.dischargeEfficiency(), battery.initialKwh(), battery.finalMinKwh(), battery.wearPerKwh());
        for (FlexibleLoad load : site.flexible().loads()) {
            print.add(load.firstSlot(), load.endSlot(), load.options(), load.optionSlots());
            print.add(load.optionKwh(), load.chosen());
        }
        return print.state;
    }

    private void add(double... values) {
        for (double value : values) {
            add(Double.doubleToLongBits(value));
        }
    }

    private void add(long bits) {
        long mixed = (state ^ bits) + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        state = mixed ^ (mixed >>> 31);
    }
}
