package io.nqba.compute.energy;

import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.model.energy.Site;

/** A site as it enters a plan: its row, the prices it pays, and the problem that its battery solves. */
final class PlannedSite {
    private final Site site;
    private final TariffPrices prices;
    private final SiteProblem problem;

    PlannedSite(Site site, TariffPrices prices, SiteProblem problem) {
        this.site = site;
        this.prices = prices;
        this.problem = problem;
    }

    Site site() {
        return site;
    }

    TariffPrices prices() {
        return prices;
    }

    SiteProblem problem() {
        return problem;
    }
}
