package io.nqba.model.finance;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Value at risk and expected shortfall of one day by one method, with the backtest of that method on the same book. The two never travel apart. Crosses the grid wire. */
public final class TailRisk {
    private final RiskMethod method;

    private final double confidence;

    private final double valueAtRisk;

    private final double expectedShortfall;

    private final int periods;

    private final int exceedances;

    private final double expectedExceedances;

    private final double kupiecPValue;

    private final double christoffersenPValue;

    private final double coveragePValue;

    private final BacktestLight light;

    private final double[] forecasts;

    /**
     * @param method how it was estimated
     * @param confidence such as 0.99
     * @param valueAtRisk loss that is exceeded with probability 1 - confidence, money
     * @param expectedShortfall mean loss beyond, money
     * @param periods days tested
     * @param exceedances days whose loss was beyond the forecast
     * @param expectedExceedances as many as the confidence promises
     * @param kupiecPValue probability of a count at least as odd if the confidence is right
     * @param christoffersenPValue probability of clusters at least as odd if exceedances are independent
     * @param coveragePValue both together
     * @param light colour after the Basel rule
     * @param forecasts value at risk forecast for each of the last days before it came, money, shape {@code [periods]}; read only
     */
    public TailRisk(
            RiskMethod method,
            double confidence,
            double valueAtRisk,
            double expectedShortfall,
            int periods,
            int exceedances,
            double expectedExceedances,
            double kupiecPValue,
            double christoffersenPValue,
            double coveragePValue,
            BacktestLight light,
            double[] forecasts) {
        this.method = method;
        this.confidence = confidence;
        this.valueAtRisk = valueAtRisk;
        this.expectedShortfall = expectedShortfall;
        this.periods = periods;
        this.exceedances = exceedances;
        this.expectedExceedances = expectedExceedances;
        this.kupiecPValue = kupiecPValue;
        this.christoffersenPValue = christoffersenPValue;
        this.coveragePValue = coveragePValue;
        this.light = light;
        this.forecasts = forecasts;
    }

    public RiskMethod method() {
        return method;
    }

    public double confidence() {
        return confidence;
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

    public double coveragePValue() {
        return coveragePValue;
    }

    public BacktestLight light() {
        return light;
    }

    public double[] forecasts() {
        return forecasts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TailRisk that
                && method == that.method
                && Double.compare(confidence, that.confidence) == 0
                && Double.compare(valueAtRisk, that.valueAtRisk) == 0
                && Double.compare(expectedShortfall, that.expectedShortfall) == 0
                && periods == that.periods
                && exceedances == that.exceedances
                && Double.compare(expectedExceedances, that.expectedExceedances) == 0
                && Double.compare(kupiecPValue, that.kupiecPValue) == 0
                && Double.compare(christoffersenPValue, that.christoffersenPValue) == 0
                && Double.compare(coveragePValue, that.coveragePValue) == 0
                && light == that.light
                && Arrays.equals(forecasts, that.forecasts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                method,
                confidence,
                valueAtRisk,
                expectedShortfall,
                periods,
                exceedances,
                expectedExceedances,
                kupiecPValue,
                christoffersenPValue,
                coveragePValue,
                light,
                Arrays.hashCode(forecasts));
    }

    @Override
    public String toString() {
        return "TailRisk[%s, %s, %s, %s, %s]".formatted(method, confidence, valueAtRisk, exceedances, light);
    }
}
