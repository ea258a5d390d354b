package io.nqba.compute.energy;

import io.nqba.compute.kernel.flexible.FlexibleSite;
import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.model.energy.Site;
import java.util.List;

/** A site as it enters a plan: its row, the prices it pays, and the problem that its battery and its flexible devices solve. */
final class PlannedSite {
    private final Site site;
    private final TariffPrices prices;
    private final FlexibleSite flexible;
    private final SiteProblem unplanned;
    private final List<String> devices;

    /**
     * @param site the row
     * @param prices what it pays
     * @param flexible what it decides
     * @param devices asset of each flexible load, in their order
     */
    PlannedSite(Site site, TariffPrices prices, FlexibleSite flexible, List<String> devices) {
        this.site = site;
        this.prices = prices;
        this.flexible = flexible;
        this.unplanned = flexible.loads().isEmpty() ? flexible.problem() : flexible.with(flexible.earliest());
        this.devices = List.copyOf(devices);
    }

    Site site() {
        return site;
    }

    TariffPrices prices() {
        return prices;
    }

    FlexibleSite flexible() {
        return flexible;
    }

    /** Returns the battery's problem where every flexible device runs as soon as it may: what happens without a plan. */
    SiteProblem unplanned() {
        return unplanned;
    }

    /** Returns the asset of each flexible load, in their order; one that runs on several days is there several times. */
    List<String> devices() {
        return devices;
    }
}
