package io.nqba.model.finance;

/** Colour of a value at risk after its backtest, by the Basel rule. */
public enum BacktestLight {
    /** As many exceedances as a right model has. */
    GREEN,
    /** More than 95 % of right models have. */
    YELLOW,
    /** More than 99.99 % of right models have. */
    RED
}
