package io.nqba.compute.finance.market;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.market.Breadth;
import io.nqba.compute.kernel.market.Comovement;
import io.nqba.compute.kernel.market.ForecastScore;
import io.nqba.compute.kernel.market.MarketIndex;
import io.nqba.compute.kernel.market.Regime;
import io.nqba.compute.kernel.market.Regimes;
import io.nqba.compute.kernel.market.ScoredForecast;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.ForecastSubject;
import io.nqba.model.finance.MarketAnomaly;
import io.nqba.model.finance.MarketBreadth;
import io.nqba.model.finance.MarketForecast;
import io.nqba.model.finance.MarketRegime;
import io.nqba.model.finance.MarketReport;
import io.nqba.model.finance.RegimeState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Makes the report of one universe. */
final class MarketView {
    private static final double DECAY = 0.94;
    private static final int CORRELATION_DAYS = 63;
    /** A window of 63 days changes little from one day to the next. */
    private static final int CORRELATION_STEP = 5;

    private static final int LEAST_DAYS = 64;
    private static final int MOST_ANOMALIES = 50;
    private static final int[] HORIZONS = {5, 21};
    /** Breadth is told for the last years only: it costs a look at every instrument per day. */
    private static final int BREADTH_DAYS = 504;

    private final PriceHistory history;
    private final List<MarketAnomaly> volumes;
    private final double[][] closes;
    private final int days;
    private final List<String> notes = new ArrayList<>();

    MarketView(PriceHistory history, List<MarketAnomaly> volumes) {
        this.history = history;
        this.volumes = volumes;
        this.closes = history.closes();
        this.days = history.days().length;
        if (days < LEAST_DAYS) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The universe (%s) has prices of %d days; a report takes %d."
                            .formatted(history.universe().universeId(), days, LEAST_DAYS),
                    "Load more days.");
        }
    }

    MarketReport report() {
        double[] returns = MarketIndex.returns(closes);
        double[] wealth = MarketIndex.wealth(returns);
        double[] falls = MarketIndex.drawdowns(wealth);
        double[] volatility = shifted(MarketIndex.volatility(returns, DECAY));
        Regimes calm = Regimes.of(volatility);
        double[] correlation = correlations();
        Regimes together = Regimes.of(filled(correlation));
        Comovement now = Comovement.of(closes, days - 1, CORRELATION_DAYS, true);
        Breadth breadth = Breadth.of(closes, days - 1);
        List<MarketForecast> forecasts = forecasts(returns);
        return new MarketReport(
                history.universe().universeId(),
                history.universe().revision(),
                regime(calm, volatility[days - 1]),
                regime(together, now.meanCorrelation()),
                now.largestShare(),
                new MarketBreadth(
                        priced(), breadth.aboveAverage(), breadth.advancing(), breadth.newHighs(), breadth.newLows()),
                falls[days - 1],
                Arrays.stream(falls).max().orElse(0),
                history.days().clone(),
                wealth,
                falls,
                volatility,
                states(calm),
                correlation,
                states(together),
                breadths(),
                anomalies(),
                forecasts,
                notes);
    }

    /** One entry per day: the first day has no return. */
    private static double[] shifted(double[] ofReturns) {
        double[] byDay = new double[ofReturns.length + 1];
        byDay[0] = Double.NaN;
        System.arraycopy(ofReturns, 0, byDay, 1, ofReturns.length);
        return byDay;
    }

    private double[] correlations() {
        double[] correlations = new double[days];
        Arrays.fill(correlations, Double.NaN);
        for (int day = days - 1; day >= CORRELATION_DAYS; day -= CORRELATION_STEP) {
            correlations[day] =
                    Comovement.of(closes, day, CORRELATION_DAYS, false).meanCorrelation();
        }
        return correlations;
    }

    /** Between two looks the last one stands. */
    private static double[] filled(double[] figure) {
        double[] all = figure.clone();
        for (int t = 1; t < all.length; t++) {
            all[t] = Double.isNaN(all[t]) ? all[t - 1] : all[t];
        }
        return all;
    }

    private double[] breadths() {
        double[] shares = new double[days];
        Arrays.fill(shares, Double.NaN);
        for (int day = Math.max(0, days - BREADTH_DAYS); day < days; day++) {
            shares[day] = Breadth.of(closes, day).aboveAverage();
        }
        return shares;
    }

    private int priced() {
        return (int) Arrays.stream(closes)
                .filter(series -> !Double.isNaN(series[days - 1]))
                .count();
    }

    private List<MarketAnomaly> anomalies() {
        List<MarketAnomaly> all = new ArrayList<>(Unusual.returns(history));
        all.addAll(volumes);
        all.sort(Comparator.comparingDouble((MarketAnomaly each) -> -Math.abs(each.score()))
                .thenComparing(MarketAnomaly::instrumentId)
                .thenComparingLong(MarketAnomaly::day));
        return all.subList(0, Math.min(MOST_ANOMALIES, all.size()));
    }

    private List<MarketForecast> forecasts(double[] returns) {
        List<MarketForecast> forecasts = new ArrayList<>();
        for (int horizon : HORIZONS) {
            add(forecasts, ForecastSubject.VOLATILITY, () -> ScoredForecast.volatility(returns, horizon));
            add(forecasts, ForecastSubject.RETURN, () -> ScoredForecast.growth(returns, horizon));
        }
        return forecasts;
    }

    /** A forecast that cannot be scored is left out, and the report says so. */
    private void add(List<MarketForecast> forecasts, ForecastSubject subject, Supplier<ScoredForecast> maker) {
        ScoredForecast made;
        try {
            made = maker.get();
        } catch (NqbaException unscored) {
            if (!notes.contains(unscored.problem())) {
                notes.add(unscored.problem());
            }
            return;
        }
        ForecastScore score = made.score();
        forecasts.add(new MarketForecast(
                subject,
                made.horizonDays(),
                made.value(),
                made.low(),
                made.high(),
                made.naive(),
                score.forecasts(),
                score.relativeError(),
                score.pValue(),
                score.coverage(),
                score.level()));
    }

    private static MarketRegime regime(Regimes regimes, double value) {
        return new MarketRegime(
                state(regimes.current()),
                value,
                regimes.rank(regimes.days() - 1),
                regimes.lasting(),
                regimes.share(Regime.LOW),
                regimes.share(Regime.HIGH));
    }

    private static RegimeState[] states(Regimes regimes) {
        RegimeState[] states = new RegimeState[regimes.days()];
        Arrays.setAll(states, day -> state(regimes.regime(day)));
        return states;
    }

    private static RegimeState state(Regime regime) {
        return switch (regime) {
            case UNKNOWN -> RegimeState.UNKNOWN;
            case LOW -> RegimeState.LOW;
            case NORMAL -> RegimeState.NORMAL;
            case HIGH -> RegimeState.HIGH;
        };
    }
}
