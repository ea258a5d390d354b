package io.nqba.model.finance;

import io.nqba.model.optimisation.ObjectiveSense;
import java.util.Arrays;
import java.util.Optional;

/** What a portfolio shall be best at. */
public enum PortfolioObjective {
    MIN_VOLATILITY("min-volatility", "Volatility", "per year", ObjectiveSense.MINIMISE),
    MAX_SHARPE("max-sharpe", "Sharpe ratio", "", ObjectiveSense.MAXIMISE),
    /** Least volatility at an expected return of at least the target. */
    TARGET_RETURN("target-return", "Volatility", "per year", ObjectiveSense.MINIMISE),
    /** Greatest expected return at a volatility of at most the target. */
    TARGET_RISK("target-risk", "Expected return", "per year", ObjectiveSense.MAXIMISE),
    QUADRATIC_UTILITY("quadratic-utility", "Utility", "per year", ObjectiveSense.MAXIMISE),
    MIN_CVAR("min-cvar", "Expected shortfall", "per day", ObjectiveSense.MINIMISE),
    /** Least expected shortfall at an expected return of at least the target. */
    CVAR_AT_TARGET_RETURN("cvar-at-target-return", "Expected shortfall", "per day", ObjectiveSense.MINIMISE),
    /** Every asset carries the same share of the risk. */
    RISK_PARITY("risk-parity", "Uneven risk", "", ObjectiveSense.MINIMISE),
    /** Hierarchical risk parity. */
    HRP("hrp", "Volatility", "per year", ObjectiveSense.MINIMISE),
    EQUAL_WEIGHT("equal-weight", "Volatility", "per year", ObjectiveSense.MINIMISE);

    private final String key;
    private final String measure;
    private final String unit;
    private final ObjectiveSense sense;

    PortfolioObjective(String key, String measure, String unit, ObjectiveSense sense) {
        this.key = key;
        this.measure = measure;
        this.unit = unit;
        this.sense = sense;
    }

    /** Returns its name in requests. */
    public String key() {
        return key;
    }

    /** Returns what its value measures, in words. */
    public String measure() {
        return measure;
    }

    /** Returns the unit of its value; empty for a plain number. */
    public String unit() {
        return unit;
    }

    public ObjectiveSense sense() {
        return sense;
    }

    /** Returns whether it needs a target: a return, or a volatility. */
    public boolean wantsTarget() {
        return this == TARGET_RETURN || this == TARGET_RISK || this == CVAR_AT_TARGET_RETURN;
    }

    /** Returns whether it is measured over scenarios instead of a covariance. */
    public boolean overScenarios() {
        return this == MIN_CVAR || this == CVAR_AT_TARGET_RETURN;
    }

    /** Returns whether what is optimised is its measure (squared, where it is a volatility) plus the cost of trading. */
    public boolean addsCost() {
        return this == MIN_VOLATILITY || overScenarios();
    }

    /** Returns whether it is a rule that weighs by itself and knows no limits. */
    public boolean rule() {
        return this == RISK_PARITY || this == HRP || this == EQUAL_WEIGHT;
    }

    public static Optional<PortfolioObjective> of(String key) {
        return Arrays.stream(values())
                .filter(objective -> objective.key.equals(key))
                .findFirst();
    }
}
