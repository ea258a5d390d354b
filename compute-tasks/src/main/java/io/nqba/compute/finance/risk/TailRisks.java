package io.nqba.compute.finance.risk;

import io.nqba.compute.kernel.risk.RiskBacktest;
import io.nqba.compute.kernel.risk.RollingForecast;
import io.nqba.compute.kernel.risk.TailLoss;
import io.nqba.model.finance.BacktestLight;
import io.nqba.model.finance.RiskMethod;
import io.nqba.model.finance.TailRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tail losses, each with the backtest of just the recipe that made it: the same method, level and window, walked over the past. */
final class TailRisks {
    /** Confidences of all figures. */
    static final double[] CONFIDENCES = {0.95, 0.99};

    private TailRisks() {}

    /**
     * Returns all methods at all confidences.
     *
     * @param profits per day used, oldest first, money; longer than the window
     * @param window days of one estimate
     */
    static List<TailRisk> all(double[] profits, int window) {
        List<TailRisk> tails = new ArrayList<>();
        for (RiskMethod method : RiskMethod.values()) {
            tails.addAll(of(method, profits, window));
        }
        return List.copyOf(tails);
    }

    static List<TailRisk> of(RiskMethod method, double[] profits, int window) {
        TailLoss.Method kernel = kernel(method);
        double[][] forecasts = RollingForecast.valuesAtRisk(kernel, profits, window, CONFIDENCES);
        double[] came = Arrays.copyOfRange(profits, window, profits.length);
        double[] latest = Arrays.copyOfRange(profits, profits.length - window, profits.length);
        List<TailRisk> tails = new ArrayList<>();
        for (int level = 0; level < CONFIDENCES.length; level++) {
            TailLoss today = TailLoss.estimate(kernel, latest, CONFIDENCES[level]);
            RiskBacktest test = RiskBacktest.of(came, forecasts[level], CONFIDENCES[level]);
            tails.add(new TailRisk(
                    method,
                    CONFIDENCES[level],
                    today.valueAtRisk(),
                    today.expectedShortfall(),
                    test.periods(),
                    test.exceedances(),
                    test.expectedExceedances(),
                    test.kupiecPValue(),
                    test.independencePValue(),
                    test.conditionalCoveragePValue(),
                    light(test.light()),
                    forecasts[level]));
        }
        return tails;
    }

    /** Returns the backtest in words, to stand beside a figure that has no room for a table. */
    static String inWords(TailRisk tail) {
        return String.format(
                Locale.ROOT,
                "Backtest at %.0f %% over %,d days: %d exceedances, %.1f promised, Kupiec p %.3f, Christoffersen p %.3f, %s.",
                100 * tail.confidence(),
                tail.periods(),
                tail.exceedances(),
                tail.expectedExceedances(),
                tail.kupiecPValue(),
                tail.christoffersenPValue(),
                tail.light().name().toLowerCase(Locale.ROOT));
    }

    private static TailLoss.Method kernel(RiskMethod method) {
        return switch (method) {
            case HISTORICAL -> TailLoss.Method.HISTORICAL;
            case NORMAL -> TailLoss.Method.NORMAL;
            case EWMA -> TailLoss.Method.EWMA;
            case CORNISH_FISHER -> TailLoss.Method.CORNISH_FISHER;
        };
    }

    private static BacktestLight light(RiskBacktest.Light light) {
        return switch (light) {
            case GREEN -> BacktestLight.GREEN;
            case YELLOW -> BacktestLight.YELLOW;
            case RED -> BacktestLight.RED;
        };
    }
}
