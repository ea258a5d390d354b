package io.nqba.model.finance;

import io.nqba.model.error.Require;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for the weights of a portfolio: the present one, or a new one of a given capital. Immutable; crosses the grid wire. Built by
 * {@link #of}, where everything that is left out has a default.
 */
public final class PortfolioRequest implements RunRequest {
    /** Kind of the runs. */
    public static final String KIND = "portfolio-optimization";

    /** Most points of one frontier. */
    public static final int MAX_FRONTIER_POINTS = 500;

    /** A weight beyond this is a mistake of units. */
    public static final double MAX_WEIGHT = 100;

    private final String portfolioId;
    private final String universeId;
    private final double capital;
    private final ArrayList<String> instrumentIds;
    private final PortfolioObjective objective;
    private final double target;
    private final double riskAversion;
    private final double riskFree;
    private final double level;
    private final ReturnEstimate returns;
    private final double returnSpanDays;
    private final CovarianceEstimate covariance;
    private final double covarianceSpanDays;
    private final long fromDay;
    private final long toDay;
    private final double leastWeight;
    private final double mostWeight;
    private final double invested;
    private final ArrayList<WeightBound> bounds;
    private final ArrayList<GroupBound> groups;
    private final double mostTurnover;
    private final double costPerUnit;
    private final double ridge;
    private final int mostNames;
    private final double leastHolding;
    private final boolean wholeShares;
    private final int frontierPoints;
    private final boolean walkForward;
    private final long seed;
    private final double targetGap;
    private final int maxRounds;
    private final long timeLimitMillis;

    private PortfolioRequest(Builder from) {
        this.portfolioId = from.portfolioId;
        this.universeId = from.universeId;
        this.capital = Double.isNaN(from.capital)
                ? from.capital
                : Require.finite("capital", Require.positive("capital", from.capital, ""), "");
        this.instrumentIds = new ArrayList<>(from.instrumentIds);
        this.objective = from.objective;
        this.target = optional("target", from.target);
        this.riskAversion = Double.isNaN(from.riskAversion)
                ? from.riskAversion
                : Require.finite("riskAversion", Require.positive("riskAversion", from.riskAversion, ""), "");
        this.riskFree = within("riskFree", from.riskFree, -1, 1);
        this.level = within("level", from.level, 0.5, 0.9999);
        this.returns = from.returns;
        this.returnSpanDays = within("returnSpanDays", from.returnSpanDays, 1, 100_000);
        this.covariance = from.covariance;
        this.covarianceSpanDays = within("covarianceSpanDays", from.covarianceSpanDays, 1, 100_000);
        this.fromDay = from.fromDay;
        this.toDay = from.toDay;
        this.leastWeight = weight("leastWeight", from.leastWeight);
        this.mostWeight = weight("mostWeight", from.mostWeight);
        this.invested = within("invested", from.invested, -MAX_WEIGHT, MAX_WEIGHT);
        this.bounds = new ArrayList<>(from.bounds);
        this.groups = new ArrayList<>(from.groups);
        this.mostTurnover = Require.notNegative("mostTurnover", from.mostTurnover, "");
        this.costPerUnit =
                Double.isNaN(from.costPerUnit) ? from.costPerUnit : Require.fraction("costPerUnit", from.costPerUnit);
        this.ridge = Require.finite("ridge", Require.notNegative("ridge", from.ridge, ""), "");
        this.mostNames = (int) Require.within("mostNames", from.mostNames, 0, 100_000);
        this.leastHolding = Require.fraction("leastHolding", from.leastHolding);
        this.wholeShares = from.wholeShares;
        this.frontierPoints = (int) Require.within("frontierPoints", from.frontierPoints, 0, MAX_FRONTIER_POINTS);
        this.walkForward = from.walkForward;
        this.seed = from.seed;
        this.targetGap = Require.finite("targetGap", Require.notNegative("targetGap", from.targetGap, ""), "");
        this.maxRounds = (int) Require.within("maxRounds", from.maxRounds, 0, 100_000);
        this.timeLimitMillis = Require.within("timeLimitMillis", from.timeLimitMillis, 1, 86_400_000L);
        if (portfolioId.isBlank() && universeId.isBlank()) {
            throw new IllegalArgumentException("Either the portfolioId or the universeId must be given.");
        }
        if (objective.wantsTarget() && Double.isNaN(target)) {
            throw new IllegalArgumentException(
                    "The target must be given for the objective (%s).".formatted(objective.key()));
        }
        if (fromDay > toDay) {
            throw new IllegalArgumentException(
                    "The fromDay (%d) must not lie after the toDay (%d).".formatted(fromDay, toDay));
        }
    }

    private static double optional(String name, double value) {
        return Double.isNaN(value) ? value : Require.finite(name, value, "");
    }

    private static double weight(String name, double value) {
        return Double.isNaN(value) ? value : within(name, value, -MAX_WEIGHT, MAX_WEIGHT);
    }

    private static double within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must lie between %s and %s.".formatted(name, value, least, most));
        }
        return value;
    }

    /** Returns a builder of a request with an objective and defaults for the rest. */
    public static Builder of(PortfolioObjective objective) {
        return new Builder(objective);
    }

    @Override
    public BusinessUnit unit() {
        return BusinessUnit.GOLIATH;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return portfolioId.isBlank() ? universeId : portfolioId;
    }

    /** Returns whether a search is needed: whole names or whole shares are no convex problem. */
    public boolean few() {
        return mostNames > 0 || leastHolding > 0;
    }

    /** Returns the {@link Portfolio} whose weights are sought; empty for a universe and a capital. */
    public String portfolioId() {
        return portfolioId;
    }

    /** Returns the {@link Universe}; empty for that of the portfolio. */
    public String universeId() {
        return universeId;
    }

    /** Returns money to invest; NaN for the value of the portfolio. */
    public double capital() {
        return capital;
    }

    /** Returns instruments to choose from; empty for those of the mandate, or of the universe. */
    public List<String> instrumentIds() {
        return List.copyOf(instrumentIds);
    }

    /** Returns what to be best at. */
    public PortfolioObjective objective() {
        return objective;
    }

    /** Returns target return or target volatility per year; NaN where the objective has none. */
    public double target() {
        return target;
    }

    /** Returns what variance costs in the utility; NaN for that of the mandate. */
    public double riskAversion() {
        return riskAversion;
    }

    /** Returns risk-free return per year. */
    public double riskFree() {
        return riskFree;
    }

    /** Returns share of the days that are not the tail of the expected shortfall. */
    public double level() {
        return level;
    }

    /** Returns how expected returns are estimated. */
    public ReturnEstimate returns() {
        return returns;
    }

    /** Returns memory of exponentially weighted returns, days. */
    public double returnSpanDays() {
        return returnSpanDays;
    }

    /** Returns how the covariance is estimated. */
    public CovarianceEstimate covariance() {
        return covariance;
    }

    /** Returns memory of an exponentially weighted covariance, days. */
    public double covarianceSpanDays() {
        return covarianceSpanDays;
    }

    /** Returns first day of the history, epoch day; Long.MIN_VALUE for the first there is. */
    public long fromDay() {
        return fromDay;
    }

    /** Returns last day of the history, epoch day; Long.MAX_VALUE for the last there is. */
    public long toDay() {
        return toDay;
    }

    /** Returns least weight of every instrument; NaN for that of the mandate, or 0. */
    public double leastWeight() {
        return leastWeight;
    }

    /** Returns greatest weight of every instrument; NaN for that of the mandate, or 1. */
    public double mostWeight() {
        return mostWeight;
    }

    /** Returns sum of all weights: 1 for fully invested, 0 for market neutral. */
    public double invested() {
        return invested;
    }

    /** Returns bounds of single instruments, instead of the common ones. */
    public List<WeightBound> bounds() {
        return List.copyOf(bounds);
    }

    /** Returns limits on sectors, issuers and groups. */
    public List<GroupBound> groups() {
        return List.copyOf(groups);
    }

    /** Returns limit on the sum of all buys and sells, share of the capital; infinity for none. */
    public double mostTurnover() {
        return mostTurnover;
    }

    /** Returns cost of trading, share of the value traded; NaN for that of the mandate, or 0. */
    public double costPerUnit() {
        return costPerUnit;
    }

    /** Returns weight of the sum of squared weights, added to the variance. */
    public double ridge() {
        return ridge;
    }

    /** Returns greatest number of instruments held; 0 for no limit. */
    public int mostNames() {
        return mostNames;
    }

    /** Returns least weight of an instrument that is held at all; 0 for none. */
    public double leastHolding() {
        return leastHolding;
    }

    /** Returns whether whole lots are bought. */
    public boolean wholeShares() {
        return wholeShares;
    }

    /** Returns points of the efficient frontier; 0 for none. */
    public int frontierPoints() {
        return frontierPoints;
    }

    /** Returns whether the rule is tried on the past beside equal weights. */
    public boolean walkForward() {
        return walkForward;
    }

    /** Returns random seed of the searches. */
    public long seed() {
        return seed;
    }

    @Override
    public double targetGap() {
        return targetGap;
    }

    @Override
    public int maxRounds() {
        return maxRounds;
    }

    @Override
    public long timeLimitMillis() {
        return timeLimitMillis;
    }

    @Override
    public String toString() {
        return "PortfolioRequest[%s, %s]".formatted(subject(), objective.key());
    }

    /** Collects a request; each field is described at its getter. Not thread-safe. */
    public static final class Builder {
        private String portfolioId = "";
        private String universeId = "";
        private double capital = Double.NaN;
        private List<String> instrumentIds = List.of();
        private final PortfolioObjective objective;
        private double target = Double.NaN;
        private double riskAversion = Double.NaN;
        private double riskFree = 0.02;
        private double level = 0.95;
        private ReturnEstimate returns = ReturnEstimate.HISTORICAL;
        private double returnSpanDays = 500;
        private CovarianceEstimate covariance = CovarianceEstimate.SAMPLE;
        private double covarianceSpanDays = 180;
        private long fromDay = Long.MIN_VALUE;
        private long toDay = Long.MAX_VALUE;
        private double leastWeight = Double.NaN;
        private double mostWeight = Double.NaN;
        private double invested = 1;
        private List<WeightBound> bounds = List.of();
        private List<GroupBound> groups = List.of();
        private double mostTurnover = Double.POSITIVE_INFINITY;
        private double costPerUnit = Double.NaN;
        private double ridge;
        private int mostNames;
        private double leastHolding;
        private boolean wholeShares;
        private int frontierPoints;
        private boolean walkForward = true;
        private long seed = 1;
        private double targetGap = 1e-9;
        private int maxRounds = 20;
        private long timeLimitMillis = 60_000;

        private Builder(PortfolioObjective objective) {
            this.objective = objective;
        }

        public Builder portfolioId(String portfolioId) {
            this.portfolioId = portfolioId;
            return this;
        }

        public Builder universeId(String universeId) {
            this.universeId = universeId;
            return this;
        }

        public Builder capital(double capital) {
            this.capital = capital;
            return this;
        }

        public Builder instrumentIds(List<String> instrumentIds) {
            this.instrumentIds = instrumentIds;
            return this;
        }

        public Builder target(double target) {
            this.target = target;
            return this;
        }

        public Builder riskAversion(double riskAversion) {
            this.riskAversion = riskAversion;
            return this;
        }

        public Builder riskFree(double riskFree) {
            this.riskFree = riskFree;
            return this;
        }

        public Builder level(double level) {
            this.level = level;
            return this;
        }

        public Builder returns(ReturnEstimate returns) {
            this.returns = returns;
            return this;
        }

        public Builder returnSpanDays(double returnSpanDays) {
            this.returnSpanDays = returnSpanDays;
            return this;
        }

        public Builder covariance(CovarianceEstimate covariance) {
            this.covariance = covariance;
            return this;
        }

        public Builder covarianceSpanDays(double covarianceSpanDays) {
            this.covarianceSpanDays = covarianceSpanDays;
            return this;
        }

        public Builder fromDay(long fromDay) {
            this.fromDay = fromDay;
            return this;
        }

        public Builder toDay(long toDay) {
            this.toDay = toDay;
            return this;
        }

        public Builder leastWeight(double leastWeight) {
            this.leastWeight = leastWeight;
            return this;
        }

        public Builder mostWeight(double mostWeight) {
            this.mostWeight = mostWeight;
            return this;
        }

        public Builder invested(double invested) {
            this.invested = invested;
            return this;
        }

        public Builder bounds(List<WeightBound> bounds) {
            this.bounds = bounds;
            return this;
        }

        public Builder groups(List<GroupBound> groups) {
            this.groups = groups;
            return this;
        }

        public Builder mostTurnover(double mostTurnover) {
            this.mostTurnover = mostTurnover;
            return this;
        }

        public Builder costPerUnit(double costPerUnit) {
            this.costPerUnit = costPerUnit;
            return this;
        }

        public Builder ridge(double ridge) {
            this.ridge = ridge;
            return this;
        }

        public Builder mostNames(int mostNames) {
            this.mostNames = mostNames;
            return this;
        }

        public Builder leastHolding(double leastHolding) {
            this.leastHolding = leastHolding;
            return this;
        }

        public Builder wholeShares(boolean wholeShares) {
            this.wholeShares = wholeShares;
            return this;
        }

        public Builder frontierPoints(int frontierPoints) {
            this.frontierPoints = frontierPoints;
            return this;
        }

        public Builder walkForward(boolean walkForward) {
            this.walkForward = walkForward;
            return this;
        }

        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        public Builder targetGap(double targetGap) {
            this.targetGap = targetGap;
            return this;
        }

        public Builder maxRounds(int maxRounds) {
            this.maxRounds = maxRounds;
            return this;
        }

        public Builder timeLimitMillis(long timeLimitMillis) {
            this.timeLimitMillis = timeLimitMillis;
            return this;
        }

        /**
         * Returns the request.
         *
         * @throws IllegalArgumentException if a value is outside its range; the text names it
         */
        public PortfolioRequest build() {
            return new PortfolioRequest(this);
        }
    }
}
