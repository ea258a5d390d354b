package io.nqba.compute.kernel.storage;

import java.util.Arrays;

/** Schedules by rule of thumb: what an optimised schedule has to beat. No price of another site, no forecast. Cost O(slots). */
public final class SiteRules {
    private SiteRules() {}

    /** The battery stays as it is. */
    public static SiteSchedule noBattery(SiteProblem site) {
        return SiteSchedule.alongPath(site, SiteSchedule.idlePath(site));
    }

    /** The classic home battery: takes every surplus and covers every load, as power and capacity allow. */
    public static SiteSchedule selfConsumption(SiteProblem site) {
        Battery battery = site.battery();
        double[] path = new double[site.slots()];
        double soc = battery.initialKwh();
        for (int t = 0; t < path.length; t++) {
            soc += changeAgainst(battery, soc, site.netLoadKwh()[t]);
            path[t] = soc;
        }
        return SiteSchedule.alongPath(site, path);
    }

    /**
     * Takes surplus in the cheap slots and covers load in the dear ones, those with an import price above the mean of the window.
     * Does nothing else, so it neither draws from the grid to charge nor covers load in a cheap slot.
     */
    public static SiteSchedule timeOfUse(SiteProblem site) {
        Battery battery = site.battery();
        double mean = Arrays.stream(site.importPrice()).average().orElseThrow();
        double[] path = new double[site.slots()];
        double soc = battery.initialKwh();
        for (int t = 0; t < path.length; t++) {
            boolean dear = site.importPrice()[t] > mean;
            if (dear == site.netLoadKwh()[t] > 0) {
                soc += changeAgainst(battery, soc, site.netLoadKwh()[t]);
            }
            path[t] = soc;
        }
        return SiteSchedule.alongPath(site, path);
    }

    /** The change of charge that brings the net draw as close to 0 as the battery can. */
    private static double changeAgainst(Battery battery, double soc, double netLoadKwh) {
        double wanted = netLoadKwh < 0
                ? soc - netLoadKwh * battery.chargeEfficiency()
                : battery.dischargeEfficiency() > 0 ? soc - netLoadKwh / battery.dischargeEfficiency() : soc;
        return SlotCost.possibleChange(battery, soc, wanted);
    }
}
