package io.nqba.compute.finance.mandates;

import io.nqba.compute.kernel.mandate.Mandate;
import io.nqba.model.finance.Portfolio;

/** A portfolio as it enters a run: who it is and the problem that its mandate solves. */
final class PlannedMandate {
    private final String portfolioId;
    private final String name;
    private final Mandate mandate;

    /** The row itself is not kept: what a mandate may hold is most of its size, and stands in the problem already. */
    PlannedMandate(Portfolio portfolio, Mandate mandate) {
        this.portfolioId = portfolio.portfolioId();
        this.name = portfolio.name();
        this.mandate = mandate;
    }

    String portfolioId() {
        return portfolioId;
    }

    String name() {
        return name;
    }

    Mandate mandate() {
        return mandate;
    }

    /**
     * Returns a 64-bit digest of the problem, to notice that data changed between two rounds; mixing by the finaliser of SplitMix64
     * (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
     */
    long fingerprint() {
        double[] start = mandate.start();
        double[] lower = mandate.lower();
        double[] upper = mandate.upper();
        long state = portfolioId.hashCode();
        state = mixed(state, mandate.capital());
        state = mixed(state, mandate.aversion());
        state = mixed(state, mandate.costPerUnit());
        state = mixed(state, mandate.mostInvested());
        for (int i = 0; i < mandate.size(); i++) {
            state = mixed(state, mandate.assets()[i]);
            state = mixed(state, start[i]);
            state = mixed(state, lower[i]);
            state = mixed(state, upper[i]);
        }
        return state;
    }

    private static long mixed(long state, double value) {
        long next = (state ^ Double.doubleToLongBits(value)) + 0x9E3779B97F4A7C15L;
        next = (next ^ (next >>> 30)) * 0xBF58476D1CE4E5B9L;
        next = (next ^ (next >>> 27)) * 0x94D049BB133111EBL;
        return next ^ (next >>> 31);
    }
}
