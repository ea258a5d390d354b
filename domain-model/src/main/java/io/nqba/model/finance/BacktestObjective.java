package io.nqba.model.finance;

/** What the choice between the tries of a backtest goes by. */
public enum BacktestObjective {
    SHARPE("Sharpe ratio", ""),
    SORTINO("Sortino ratio", ""),
    GROWTH("growth", "%");

    private final String label;
    private final String unit;

    BacktestObjective(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Returns what people call it. */
    public String label() {
        return label;
    }

    /** Returns what its values are counted in; empty for a ratio. */
    public String unit() {
        return unit;
    }

    /** Returns the value that figures have by it. */
    public double of(BacktestFigures figures) {
        return switch (this) {
            case SHARPE -> figures.sharpe();
            case SORTINO -> figures.sortino();
            case GROWTH -> 100 * figures.annualGrowth();
        };
    }
}
