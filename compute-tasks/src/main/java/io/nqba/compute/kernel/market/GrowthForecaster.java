package io.nqba.compute.kernel.market;

/** A first-order autoregression whose drift and memory are shrunk by as much as they may be chance. */
final class GrowthForecaster implements Forecaster {
    private static final double DECAY = 0.94;
    private static final int SCALE_DAYS = 250;

    @Override
    public double predict(double[] returns, int known, int horizon) {
        double mean = 0;
        for (int t = 0; t < known; t++) {
            mean += returns[t] / known;
        }
        double squares = 0;
        double products = 0;
        for (int t = 0; t < known; t++) {
            double off = returns[t] - mean;
            squares += off * off;
            products += t == 0 ? 0 : off * (returns[t - 1] - mean);
        }
        if (!(squares > 0)) {
            return horizon * mean;
        }
        double drift = mean * (mean * mean) / (mean * mean + squares / known / known);
        double memory = products / squares;
        double kept = memory * Math.max(0, 1 - 1 / (known * memory * memory));
        double sum = horizon * drift;
        double off = returns[known - 1] - drift;
        for (int day = 0; day < horizon; day++) {
            off *= kept;
            sum += off;
        }
        return sum;
    }

    /** The mean so far: whoever expects no change at all is beaten by the mere fact that shares rise in the long run. */
    @Override
    public double naive(double[] returns, int known, int horizon) {
        double sum = 0;
        for (int t = 0; t < known; t++) {
            sum += returns[t];
        }
        return horizon * sum / known;
    }

    @Override
    public double outcome(double[] returns, int known, int horizon) {
        double wealth = 1;
        for (int t = known; t < known + horizon; t++) {
            wealth *= 1 + returns[t];
        }
        return wealth - 1;
    }

    @Override
    public double error(double predicted, double outcome, double scale) {
        return (outcome - predicted) / scale;
    }

    @Override
    public double outcomeAt(double predicted, double error, double scale) {
        return predicted + error * scale;
    }

    @Override
    public double scale(double[] returns, int known, int horizon) {
        double variance = VolatilityForecaster.meanSquare(returns, Math.max(0, known - SCALE_DAYS), known);
        for (int t = Math.max(0, known - SCALE_DAYS); t < known; t++) {
            variance = DECAY * variance + (1 - DECAY) * returns[t] * returns[t];
        }
        return Math.sqrt(Math.max(1e-12, variance) * horizon);
    }

    @Override
    public boolean leans() {
        return false;
    }
}
