package io.nqba.model.finance;

import io.nqba.model.error.FieldProblem;
import java.math.BigDecimal;
import java.util.Optional;

/** One setting of a kind of strategy: what it means and which values it may take. */
public enum StrategyParameter {
    SHORT_DAYS("shortDays", "trading days", "Days of the fast average", 1, 250, 50, true),
    LONG_DAYS("longDays", "trading days", "Days of the slow average", 2, 1_000, 200, true),
    LOOKBACK_DAYS("lookbackDays", "trading days", "Days back at which the measured gain begins", 5, 1_000, 252, true),
    SKIP_DAYS("skipDays", "trading days", "Latest days that the measured gain leaves out", 0, 250, 21, true),
    HELD_SHARE("heldShare", "share", "Part of the listed instruments that is held", 0.01, 1, 0.3, false),
    WINDOW_DAYS("windowDays", "trading days", "Days of the moving window", 5, 1_000, 20, true),
    ENTRY_DEVIATIONS(
            "entryDeviations", "standard deviations", "Distance at which a position is opened", 0.1, 10, 2, false),
    EXIT_DEVIATIONS("exitDeviations", "standard deviations", "Distance at which it is closed", 0, 10, 0.5, false),
    TARGET_VOLATILITY("targetVolatility", "share a year", "Volatility that is aimed at", 0.01, 1, 0.12, false),
    MOST_LEVERAGE("mostLeverage", "times", "Most invested capital per own capital", 0.1, 3, 1, false),
    FORMATION_DAYS("formationDays", "trading days", "Days from which pairs are formed", 20, 1_000, 252, true),
    PAIRS("pairs", "pairs", "Pairs that are traded at a time", 1, 50, 5, true),
    REBALANCE_DAYS("rebalanceDays", "trading days", "Days from one decision to the next", 1, 252, 21, true);

    private final String label;
    private final String unit;
    private final String meaning;
    private final double least;
    private final double most;
    private final double usual;
    private final boolean whole;

    StrategyParameter(
            String label, String unit, String meaning, double least, double most, double usual, boolean whole) {
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
        this.least = least;
        this.most = most;
        this.usual = usual;
        this.whole = whole;
    }

    /** Returns its name in requests, such as {@code shortDays}. */
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** Returns what it sets, for people. */
    public String meaning() {
        return meaning;
    }

    public double least() {
        return least;
    }

    public double most() {
        return most;
    }

    /** Returns the value it has where nobody gives one. */
    public double usual() {
        return usual;
    }

    /** Returns whether only whole numbers make sense. */
    public boolean whole() {
        return whole;
    }

    /** Returns what is wrong with a value; empty when it may be used. */
    public Optional<FieldProblem> problem(double value) {
        boolean inside = value >= least && value <= most;
        if (inside && (!whole || value == Math.rint(value))) {
            return Optional.empty();
        }
        return Optional.of(new FieldProblem(
                "parameters." + label,
                text(value),
                "The %s must be %s between %s and %s (%s)."
                        .formatted(label, whole ? "a whole number" : "a number", text(least), text(most), unit),
                "Give a value in this range, such as %s.".formatted(text(usual))));
    }

    private static String text(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
