package io.nqba.compute.kernel.market;

/**
 * How a forecast did on days it had not seen, against the naive one.
 *
 * @param forecasts forecasts that were compared with what came
 * @param relativeError mean absolute error per mean absolute error of the naive forecast: below 1 is better than naive
 * @param pValue how likely the difference to the naive forecast is chance (Diebold and Mariano, two-sided)
 * @param coverage share of outcomes inside the interval
 * @param covered forecasts behind the coverage; the first ones have no interval yet
 * @param level share that the interval was made for
 */
public record ForecastScore(
        int forecasts, double relativeError, double pValue, double coverage, int covered, double level) {
    public ForecastScore {
        if (forecasts < 1 || covered < 1 || !(relativeError >= 0)) {
            throw new IllegalArgumentException(
                    "A score needs outcomes (%d) and intervals (%d) to compare with.".formatted(forecasts, covered));
        }
    }

    /** Returns how much smaller its error is than that of the naive forecast; negative when it is larger. */
    public double skill() {
        return 1 - relativeError;
    }
}
