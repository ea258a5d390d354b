package io.nqba.compute.finance.market;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.market.RobustScore;
import io.nqba.model.finance.AnomalyKind;
import io.nqba.model.finance.MarketAnomaly;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Unusual returns of the last days, each against the year before. */
final class Unusual {
    /** Days that are looked at. */
    static final int NEWEST_DAYS = 5;
    /** Days that tell what is usual. */
    static final int USUAL_DAYS = 250;
    /** Robust standard deviations. Daily returns have fat tails: at 3.5 every instrument would be named several times a year. */
    static final double LEAST_SCORE = 5;

    private Unusual() {}

    static List<MarketAnomaly> returns(PriceHistory history) {
        List<MarketAnomaly> found = new ArrayList<>();
        int days = history.days().length;
        for (int row = 0; row < history.closes().length; row++) {
            double[] closes = history.closes()[row];
            int from = Math.max(1, days - NEWEST_DAYS - USUAL_DAYS);
            double[] returns = new double[Math.max(0, days - from)];
            for (int t = from; t < days; t++) {
                returns[t - from] = closes[t] / closes[t - 1] - 1;
            }
            for (int t = Math.max(from, days - NEWEST_DAYS); t < days; t++) {
                double[] before = Arrays.copyOfRange(returns, Math.max(0, t - from - USUAL_DAYS), t - from);
                double score = RobustScore.of(returns[t - from], before);
                if (Math.abs(score) >= LEAST_SCORE) {
                    found.add(new MarketAnomaly(
                            history.instrumentIds().get(row),
                            history.days()[t],
                            AnomalyKind.RETURN,
                            returns[t - from],
                            RobustScore.median(before),
                            score));
                }
            }
        }
        return found;
    }
}
