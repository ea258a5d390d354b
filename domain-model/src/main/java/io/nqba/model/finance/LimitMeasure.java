package io.nqba.model.finance;

/** What a risk limit limits. All but the days are shares of the net value. */
public enum LimitMeasure {
    /** Historical value at risk of one day, 95 %. */
    VALUE_AT_RISK_95,
    /** Historical value at risk of one day, 99 %. */
    VALUE_AT_RISK_99,
    /** Historical expected shortfall of one day, 95 %. */
    EXPECTED_SHORTFALL_95,
    /** Historical expected shortfall of one day, 99 %. */
    EXPECTED_SHORTFALL_99,
    /** Size of one position without sign. */
    POSITION_WEIGHT,
    /** Size of one sector: its positions without sign. */
    SECTOR_WEIGHT,
    /** Size of one issuer: its positions without sign. */
    ISSUER_WEIGHT,
    /** All positions without sign. */
    LEVERAGE,
    /** Days that selling the slowest position takes. */
    LIQUIDITY_DAYS;

    /** Returns whether the measure is a tail loss, which never stands without its backtest. */
    public boolean tail() {
        return this == VALUE_AT_RISK_95
                || this == VALUE_AT_RISK_99
                || this == EXPECTED_SHORTFALL_95
                || this == EXPECTED_SHORTFALL_99;
    }

    /** Returns whether a limit may name one instrument, sector or issuer. */
    public boolean targeted() {
        return this == POSITION_WEIGHT || this == SECTOR_WEIGHT || this == ISSUER_WEIGHT;
    }

    /** Returns the confidence of a tail loss; 0 for the others. */
    public double confidence() {
        return switch (this) {
            case VALUE_AT_RISK_95, EXPECTED_SHORTFALL_95 -> 0.95;
            case VALUE_AT_RISK_99, EXPECTED_SHORTFALL_99 -> 0.99;
            case POSITION_WEIGHT, SECTOR_WEIGHT, ISSUER_WEIGHT, LEVERAGE, LIQUIDITY_DAYS -> 0;
        };
    }
}
