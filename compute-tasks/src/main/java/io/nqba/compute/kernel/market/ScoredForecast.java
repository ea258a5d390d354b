package io.nqba.compute.kernel.market;

import io.nqba.compute.kernel.risk.NormalDistribution;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * A forecast with its interval and its score. It cannot be made without the score: every factory plays the forecast over the past
 * first, each time with what was known then, and refuses where there is too little past to do so. Immutable.
 *
 * <p>The interval is taken from the errors of the forecasts before, so it is as wide as the model was wrong, not as the model
 * believes. Forecasts do not overlap: the next one begins where the one before has ended.
 */
public final class ScoredForecast {
    /** Share of outcomes that the interval is made for. */
    public static final double LEVEL = 0.9;

    private static final int FIRST_DAYS = 250;
    /** Errors that must be known before an interval is made of them. */
    private static final int LEAST_ERRORS = 20;

    private static final int LEAST_SCORED = 10;

    private final int horizonDays;
    private final double value;
    private final double low;
    private final double high;
    private final double naive;
    private final ForecastScore score;

    private ScoredForecast(int horizonDays, double value, double low, double high, double naive, ForecastScore score) {
        this.horizonDays = horizonDays;
        this.value = value;
        this.low = low;
        this.high = high;
        this.naive = naive;
        this.score = score;
    }

    /**
     * Forecasts the volatility a year of the coming days, by a GARCH(1,1) model with the long-run variance of the sample. The naive
     * forecast is the volatility of as many days before.
     *
     * @param returns daily
     * @param horizonDays days ahead, 2 or more
     * @throws NqbaException if there are too few returns to score it
     */
    public static ScoredForecast volatility(double[] returns, int horizonDays) {
        return scored(new VolatilityForecaster(), returns, horizonDays);
    }

    /**
     * Forecasts the return over the coming days, by a first-order autoregression shrunk towards no memory and no drift. The naive
     * forecast is the mean of the past.
     *
     * @param returns daily
     * @param horizonDays days ahead, 2 or more
     * @throws NqbaException if there are too few returns to score it
     */
    public static ScoredForecast growth(double[] returns, int horizonDays) {
        return scored(new GrowthForecaster(), returns, horizonDays);
    }

    static ScoredForecast scored(Forecaster forecaster, double[] returns, int horizon) {
        if (horizon < 2) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The horizonDays (%d) must be 2 or more.".formatted(horizon),
                    "Ask for a longer horizon.");
        }
        int origins = Math.max(0, (returns.length - FIRST_DAYS) / horizon);
        if (origins < LEAST_ERRORS + LEAST_SCORED) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "A forecast over %d days cannot be scored with %d returns: it takes %d."
                            .formatted(horizon, returns.length, FIRST_DAYS + horizon * (LEAST_ERRORS + LEAST_SCORED)),
                    "Load more days, or forecast a shorter horizon.");
        }
        // The last forecast that was scored ends with the last return.
        int first = returns.length - origins * horizon;
        double[] errors = new double[origins];
        double[] against = new double[origins];
        double error = 0;
        double naiveError = 0;
        int inside = 0;
        for (int k = 0; k < origins; k++) {
            int known = first + k * horizon;
            double scale = forecaster.scale(returns, known, horizon);
            double raw = forecaster.predict(returns, known, horizon);
            double outcome = forecaster.outcome(returns, known, horizon);
            double[] before = Arrays.copyOf(errors, k);
            double predicted = centred(forecaster, raw, before, scale);
            double own = Math.abs(predicted - outcome);
            double simple = Math.abs(forecaster.naive(returns, known, horizon) - outcome);
            error += own;
            naiveError += simple;
            against[k] = own - simple;
            if (k >= LEAST_ERRORS) {
                inside += outcome >= bound(forecaster, raw, before, scale, (1 - LEVEL) / 2)
                                && outcome <= bound(forecaster, raw, before, scale, (1 + LEVEL) / 2)
                        ? 1
                        : 0;
            }
            errors[k] = forecaster.error(raw, outcome, scale);
        }
        int covered = origins - LEAST_ERRORS;
        var score = new ForecastScore(
                origins,
                naiveError > 0 ? error / naiveError : 1,
                chance(against),
                (double) inside / covered,
                covered,
                LEVEL);
        return latest(forecaster, returns, horizon, errors, score);
    }

    private static ScoredForecast latest(
            Forecaster forecaster, double[] returns, int horizon, double[] errors, ForecastScore score) {
        double scale = forecaster.scale(returns, returns.length, horizon);
        double raw = forecaster.predict(returns, returns.length, horizon);
        return new ScoredForecast(
                horizon,
                centred(forecaster, raw, errors, scale),
                bound(forecaster, raw, errors, scale, (1 - LEVEL) / 2),
                bound(forecaster, raw, errors, scale, (1 + LEVEL) / 2),
                forecaster.naive(returns, returns.length, horizon),
                score);
    }

    /** The prediction less its usual error, where it has one. */
    private static double centred(Forecaster forecaster, double raw, double[] errors, double scale) {
        return errors.length >= LEAST_ERRORS && forecaster.leans() ? bound(forecaster, raw, errors, scale, 0.5) : raw;
    }

    /** Quantile of what may come; a little further out than that of the errors, since those are few (Vovk et al. 2005). */
    private static double bound(Forecaster forecaster, double raw, double[] errors, double scale, double share) {
        double[] sorted = errors.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length + 1) - 1;
        int below = (int) Math.max(0, Math.min(sorted.length - 1, Math.floor(at)));
        int above = Math.min(sorted.length - 1, below + 1);
        double part = Math.max(0, Math.min(1, at - below));
        return forecaster.outcomeAt(raw, sorted[below] + part * (sorted[above] - sorted[below]), scale);
    }

    /** Two-sided p-value that the mean of the differences is 0; they do not overlap, so they are taken as independent. */
    private static double chance(double[] differences) {
        double mean = Arrays.stream(differences).average().orElse(0);
        double squares =
                Arrays.stream(differences).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = Math.sqrt(squares / (differences.length - 1) / differences.length);
        return deviation > 0 ? 2 * NormalDistribution.cumulative(-Math.abs(mean) / deviation) : 1;
    }

    public int horizonDays() {
        return horizonDays;
    }

    public double value() {
        return value;
    }

    /** Returns the lower end of the interval. */
    public double low() {
        return low;
    }

    /** Returns the upper end of the interval. */
    public double high() {
        return high;
    }

    /** Returns what the naive forecast says. */
    public double naive() {
        return naive;
    }

    public ForecastScore score() {
        return score;
    }
}
