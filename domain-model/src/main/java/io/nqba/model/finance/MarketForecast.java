package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A forecast with its interval and its score; there is none without. Crosses the grid wire. */
public final class MarketForecast {
    private final ForecastSubject subject;

    private final int horizonDays;

    private final double value;

    private final double low;

    private final double high;

    private final double naive;

    private final int scored;

    private final double relativeError;

    private final double pValue;

    private final double coverage;

    private final double level;

    /**
     * @param subject what is foretold
     * @param horizonDays trading days ahead
     * @param value forecast, a share: 0.1 is 10 %
     * @param low lower end of the interval
     * @param high upper end of the interval
     * @param naive what the naive forecast says
     * @param scored forecasts that were compared with what came, on days they had not seen
     * @param relativeError mean absolute error per that of the naive forecast; below 1 is better
     * @param pValue how likely the difference to the naive forecast is chance
     * @param coverage share of outcomes inside the interval
     * @param level share that the interval is made for
     */
    public MarketForecast(
            ForecastSubject subject,
            int horizonDays,
            double value,
            double low,
            double high,
            double naive,
            int scored,
            double relativeError,
            double pValue,
            double coverage,
            double level) {
        this.subject = subject;
        this.horizonDays = horizonDays;
        this.value = value;
        this.low = low;
        this.high = high;
        this.naive = naive;
        this.scored = Math.toIntExact(Require.within("scored", scored, 1, Integer.MAX_VALUE));
        this.relativeError = Require.notNegative("relativeError", relativeError, "");
        this.pValue = pValue;
        this.coverage = Require.fraction("coverage", coverage);
        this.level = level;
    }

    /** Returns what is foretold. */
    public ForecastSubject subject() {
        return subject;
    }

    /** Returns trading days ahead. */
    public int horizonDays() {
        return horizonDays;
    }

    /** Returns forecast, a share: 0.1 is 10 %. */
    public double value() {
        return value;
    }

    /** Returns lower end of the interval. */
    public double low() {
        return low;
    }

    /** Returns upper end of the interval. */
    public double high() {
        return high;
    }

    /** Returns what the naive forecast says. */
    public double naive() {
        return naive;
    }

    /** Returns forecasts that were compared with what came, on days they had not seen. */
    public int scored() {
        return scored;
    }

    /** Returns mean absolute error per that of the naive forecast; below 1 is better. */
    public double relativeError() {
        return relativeError;
    }

    /** Returns how likely the difference to the naive forecast is chance. */
    public double pValue() {
        return pValue;
    }

    /** Returns share of outcomes inside the interval. */
    public double coverage() {
        return coverage;
    }

    /** Returns share that the interval is made for. */
    public double level() {
        return level;
    }

    /** Returns whether it did better than the naive forecast, and hardly by chance. */
    public boolean better() {
        return relativeError < 1 && pValue < 0.05;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarketForecast that
                && subject.equals(that.subject)
                && horizonDays == that.horizonDays
                && Double.compare(value, that.value) == 0
                && Double.compare(low, that.low) == 0
                && Double.compare(high, that.high) == 0
                && Double.compare(naive, that.naive) == 0
                && scored == that.scored
                && Double.compare(relativeError, that.relativeError) == 0
                && Double.compare(pValue, that.pValue) == 0
                && Double.compare(coverage, that.coverage) == 0
                && Double.compare(level, that.level) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                subject, horizonDays, value, low, high, naive, scored, relativeError, pValue, coverage, level);
    }

    @Override
    public String toString() {
        return "MarketForecast[%s, %s, %s]".formatted(subject, horizonDays, value);
    }
}
