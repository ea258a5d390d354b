package io.nqba.compute.finance.portfolio;

import io.nqba.model.finance.PortfolioObjective;

/** Units in which people read the objective: shares in per cent, a ratio as it is. */
final class RunUnits {
    private static final double PERCENT = 100;

    private RunUnits() {}

    static String of(PortfolioObjective objective) {
        return objective == PortfolioObjective.MAX_SHARPE ? "" : ("% " + objective.unit()).strip();
    }

    /** Returns a plain number in the unit of the run. */
    static double shown(PortfolioObjective objective, double plain) {
        return objective == PortfolioObjective.MAX_SHARPE ? plain : PERCENT * plain;
    }
}
