package io.nqba.model.finance;

import java.util.ArrayList;
import java.util.List;

/** The state of a market: regimes, breadth, drawdown, what is out of the ordinary, and what may come. Crosses the grid wire. */
public final class MarketReport {
    private final String universeId;

    private final long revision;

    private final MarketRegime volatility;

    private final MarketRegime correlation;

    private final double largestShare;

    private final MarketBreadth breadth;

    private final double drawdown;

    private final double deepestDrawdown;

    private final long[] days;

    private final double[] index;

    private final double[] drawdowns;

    private final double[] volatilities;

    private final RegimeState[] volatilityRegimes;

    private final double[] correlations;

    private final RegimeState[] correlationRegimes;

    private final double[] breadths;

    private final ArrayList<MarketAnomaly> anomalies;

    private final ArrayList<MarketForecast> forecasts;

    private final ArrayList<String> notes;

    /**
     * @param universeId the {@link Universe}
     * @param revision revision of its prices
     * @param volatility volatility a year of the equally weighted market
     * @param correlation mean correlation of all pairs over 63 days
     * @param largestShare part of all variance that one common movement explains
     * @param breadth who takes part
     * @param drawdown loss of the equally weighted market from its highest value, 0 to 1
     * @param deepestDrawdown greatest such loss
     * @param days days of the series below, epoch days
     * @param index equally weighted market, 1 at the start
     * @param drawdowns loss from the highest value
     * @param volatilities volatility a year; not a number before it is known
     * @param volatilityRegimes volatility regimes
     * @param correlations mean correlation, every fifth day; not a number between
     * @param correlationRegimes correlation regimes
     * @param breadths share above their mean of 200 days
     * @param anomalies the last days, the farthest from the usual first
     * @param forecasts forecasts
     * @param notes what the report leaves out, for people
     */
    public MarketReport(
            String universeId,
            long revision,
            MarketRegime volatility,
            MarketRegime correlation,
            double largestShare,
            MarketBreadth breadth,
            double drawdown,
            double deepestDrawdown,
            long[] days,
            double[] index,
            double[] drawdowns,
            double[] volatilities,
            RegimeState[] volatilityRegimes,
            double[] correlations,
            RegimeState[] correlationRegimes,
            double[] breadths,
            List<MarketAnomaly> anomalies,
            List<MarketForecast> forecasts,
            List<String> notes) {
        this.universeId = universeId;
        this.revision = revision;
        this.volatility = volatility;
        this.correlation = correlation;
        this.largestShare = largestShare;
        this.breadth = breadth;
        this.drawdown = drawdown;
        this.deepestDrawdown = deepestDrawdown;
        this.days = days;
        this.index = index;
        this.drawdowns = drawdowns;
        this.volatilities = volatilities;
        this.volatilityRegimes = volatilityRegimes;
        this.correlations = correlations;
        this.correlationRegimes = correlationRegimes;
        this.breadths = breadths;
        this.anomalies = new ArrayList<>(anomalies);
        this.forecasts = new ArrayList<>(forecasts);
        this.notes = new ArrayList<>(notes);
    }

    /** Returns the {@link Universe}. */
    public String universeId() {
        return universeId;
    }

    /** Returns revision of its prices. */
    public long revision() {
        return revision;
    }

    /** Returns volatility a year of the equally weighted market. */
    public MarketRegime volatility() {
        return volatility;
    }

    /** Returns mean correlation of all pairs over 63 days. */
    public MarketRegime correlation() {
        return correlation;
    }

    /** Returns part of all variance that one common movement explains. */
    public double largestShare() {
        return largestShare;
    }

    /** Returns who takes part. */
    public MarketBreadth breadth() {
        return breadth;
    }

    /** Returns loss of the equally weighted market from its highest value, 0 to 1. */
    public double drawdown() {
        return drawdown;
    }

    /** Returns greatest such loss. */
    public double deepestDrawdown() {
        return deepestDrawdown;
    }

    /** Returns days of the series below, epoch days. */
    public long[] days() {
        return days.clone();
    }

    /** Returns equally weighted market, 1 at the start. */
    public double[] index() {
        return index.clone();
    }

    /** Returns loss from the highest value. */
    public double[] drawdowns() {
        return drawdowns.clone();
    }

    /** Returns volatility a year; not a number before it is known. */
    public double[] volatilities() {
        return volatilities.clone();
    }

    /** Returns volatility regimes. */
    public RegimeState[] volatilityRegimes() {
        return volatilityRegimes.clone();
    }

    /** Returns mean correlation, every fifth day; not a number between. */
    public double[] correlations() {
        return correlations.clone();
    }

    /** Returns correlation regimes. */
    public RegimeState[] correlationRegimes() {
        return correlationRegimes.clone();
    }

    /** Returns share above their mean of 200 days. */
    public double[] breadths() {
        return breadths.clone();
    }

    /** Returns the last days, the farthest from the usual first. */
    public List<MarketAnomaly> anomalies() {
        return List.copyOf(anomalies);
    }

    public List<MarketForecast> forecasts() {
        return List.copyOf(forecasts);
    }

    /** Returns what the report leaves out, for people. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "MarketReport[%s, %s, %s]".formatted(universeId, revision, volatility);
    }
}
