package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.storage.SiteSchedule;

/** What one site does: its loads and its battery. */
public final class SitePlan {
    private final double[][] loadKwh;
    private final SiteSchedule schedule;

    SitePlan(double[][] loadKwh, SiteSchedule schedule) {
        this.loadKwh = loadKwh;
        this.schedule = schedule;
    }

    /** Returns the energy of a load per slot, kWh; the array itself. Loads are counted in the order of the site. */
    public double[] loadKwh(int load) {
        return loadKwh[load];
    }

    /** Returns what the battery does beside the loads, and what the site exchanges with the grid. */
    public SiteSchedule schedule() {
        return schedule;
    }
}
