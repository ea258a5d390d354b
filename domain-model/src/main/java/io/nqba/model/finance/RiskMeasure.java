package io.nqba.model.finance;

import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Tail loss of a book or portfolio as measured on one day, with its backtest. */
public final class RiskMeasure {
    @QuerySqlField(name = "NET_VALUE")
    private final double netValue;

    @QuerySqlField(name = "GROSS_VALUE")
    private final double grossValue;

    @QuerySqlField(name = "VALUE_AT_RISK")
    private final double valueAtRisk;

    @QuerySqlField(name = "EXPECTED_SHORTFALL")
    private final double expectedShortfall;

    @QuerySqlField(name = "PERIODS")
    private final int periods;

    @QuerySqlField(name = "EXCEEDANCES")
    private final int exceedances;

    @QuerySqlField(name = "EXPECTED_EXCEEDANCES")
    private final double expectedExceedances;

    @QuerySqlField(name = "KUPIEC_PVALUE")
    private final double kupiecPValue;

    @QuerySqlField(name = "CHRISTOFFERSEN_PVALUE")
    private final double christoffersenPValue;

    @QuerySqlField(name = "LIGHT")
    private final BacktestLight light;

    @QuerySqlField(name = "MEASURED_MILLIS")
    private final long measuredMillis;

    /**
     * @param netValue positions and cash, money
     * @param grossValue positions without sign, money
     * @param valueAtRisk loss of one day that is exceeded with probability 1 - confidence, money
     * @param expectedShortfall mean loss beyond, money
     * @param periods days tested
     * @param exceedances days whose loss was beyond the forecast
     * @param expectedExceedances as many as the confidence promises
     * @param kupiecPValue probability of a count at least as odd if the confidence is right
     * @param christoffersenPValue probability of clusters at least as odd if exceedances are independent
     * @param light colour after the Basel rule
     * @param measuredMillis when it was measured, epoch milliseconds
     */
    public RiskMeasure(
            double netValue,
            double grossValue,
            double valueAtRisk,
            double expectedShortfall,
            int periods,
            int exceedances,
            double expectedExceedances,
            double kupiecPValue,
            double christoffersenPValue,
            BacktestLight light,
            long measuredMillis) {
        this.netValue = netValue;
        this.grossValue = grossValue;
        this.valueAtRisk = valueAtRisk;
        this.expectedShortfall = expectedShortfall;
        this.periods = periods;
        this.exceedances = exceedances;
        this.expectedExceedances = expectedExceedances;
        this.kupiecPValue = kupiecPValue;
        this.christoffersenPValue = christoffersenPValue;
        this.light = light;
        this.measuredMillis = measuredMillis;
    }

    public double netValue() {
        return netValue;
    }

    public double grossValue() {
        return grossValue;
    }

    public double valueAtRisk() {
        return valueAtRisk;
    }

    public double expectedShortfall() {
        return expectedShortfall;
    }

    public int periods() {
        return periods;
    }

    public int exceedances() {
        return exceedances;
    }

    public double expectedExceedances() {
        return expectedExceedances;
    }

    public double kupiecPValue() {
        return kupiecPValue;
    }

    public double christoffersenPValue() {
        return christoffersenPValue;
    }

    public BacktestLight light() {
        return light;
    }

    public long measuredMillis() {
        return measuredMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RiskMeasure that
                && Double.compare(netValue, that.netValue) == 0
                && Double.compare(grossValue, that.grossValue) == 0
                && Double.compare(valueAtRisk, that.valueAtRisk) == 0
                && Double.compare(expectedShortfall, that.expectedShortfall) == 0
                && periods == that.periods
                && exceedances == that.exceedances
                && Double.compare(expectedExceedances, that.expectedExceedances) == 0
                && Double.compare(kupiecPValue, that.kupiecPValue) == 0
                && Double.compare(christoffersenPValue, that.christoffersenPValue) == 0
                && light == that.light
                && measuredMillis == that.measuredMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                netValue,
                grossValue,
                valueAtRisk,
                expectedShortfall,
                periods,
                exceedances,
                expectedExceedances,
                kupiecPValue,
                christoffersenPValue,
                light,
                measuredMillis);
    }

    @Override
    public String toString() {
        return "RiskMeasure[%s, %s, %s, %s]".formatted(valueAtRisk, expectedShortfall, exceedances, light);
    }
}
