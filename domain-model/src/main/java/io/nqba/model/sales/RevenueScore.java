package io.nqba.model.sales;

/** How forecasts of one length did on the past, beside naive ones. Crosses the grid wire. */
public final class RevenueScore {
    private final int months;
    private final int forecasts;
    private final double error;
    private final double bias;
    private final int covered;
    private final double[] naiveErrors;

    /**
     * @param months months forecast, 1 or 3
     * @param forecasts how many were compared with what came
     * @param error mean absolute error, currency of the book
     * @param bias mean of forecast less what came
     * @param covered how many of what came lay in their interval
     * @param naiveErrors mean absolute errors of the naive forecasts, as in {@link RevenueTrial}
     */
    public RevenueScore(int months, int forecasts, double error, double bias, int covered, double[] naiveErrors) {
        this.months = months;
        this.forecasts = forecasts;
        this.error = error;
        this.bias = bias;
        this.covered = covered;
        this.naiveErrors = naiveErrors.clone();
    }

    public int months() {
        return months;
    }

    public int forecasts() {
        return forecasts;
    }

    public double error() {
        return error;
    }

    public double bias() {
        return bias;
    }

    public int covered() {
        return covered;
    }

    public double[] naiveErrors() {
        return naiveErrors.clone();
    }
}
