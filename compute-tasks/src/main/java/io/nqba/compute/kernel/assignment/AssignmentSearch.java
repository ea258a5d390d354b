package io.nqba.compute.kernel.assignment;

import io.nqba.model.error.Require;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Assigns work to agents: rounds of prices until their bound hardly moves, then the work at the margin as an exact flow and whole
 * items from it, then the bound at the prices of that flow. Step by step, so that whoever drives it can save it in between; without
 * threads, clock or randomness. Crosses the grid wire.
 */
public final class AssignmentSearch {
    private static final int MOST_TRIALS = 3;
    private static final int MOST_PRICE_ROUNDS = 60;
    private static final int ROUNDS_BETWEEN_TRIALS = 12;
    private static final double FIRST_BANDWIDTH = 0.25;
    private static final double WARM_BANDWIDTH = 0.05;
    private static final double[] FIRST_SPREADS = {0.1, 0.03, 0.01};
    private static final int FIRST_ROUNDS = 15;
    private static final double[] SPREADS = {0.01, 0.003};
    private static final int ROUNDS = 12;
    private static final double WORTH_ANOTHER = 0.2;

    private final double targetGap;
    private final double typicalPrice;
    private final AgentPrices prices;
    private final @Nullable BalancedPrices balance;
    private @Nullable AssignmentPlan plan;
    private double[] shadowPrice;
    private int trials;
    private int nextTrial = MOST_PRICE_ROUNDS;
    private boolean boundPending;
    private boolean exhausted;
    private double boundBefore = Double.POSITIVE_INFINITY;
    private int steps;

    /**
     * @param start first prices, money per hour, shape {@code [agents]}
     * @param typicalPrice size of usual prices, money per hour, more than 0
     * @param bandwidth how far the first prices may be off, as a share of the usual price
     * @param targetGap relative gap at which the search may stop, more than 0
     */
    public AssignmentSearch(
            AgentMarket market, double[] start, double typicalPrice, double bandwidth, double targetGap) {
        this(market, start, typicalPrice, bandwidth, targetGap, null);
    }

    private AssignmentSearch(
            AgentMarket market,
            double[] start,
            double typicalPrice,
            double bandwidth,
            double targetGap,
            @Nullable BalancedPrices balance) {
        this.balance = balance;
        this.targetGap = Require.positive("targetGap", targetGap, "");
        this.typicalPrice = typicalPrice;
        prices = new AgentPrices(market, start, typicalPrice, bandwidth * typicalPrice);
        shadowPrice = start.clone();
    }

    /** Returns a search that begins with one price for all hours, the one at which all work together asks for as many as there are. */
    public static AssignmentSearch from(AgentMarket market, WorkItems sample, double targetGap) {
        double clearing = clearingPrice(market, sample);
        double typical = clearing > 0 ? clearing : Math.max(1e-6, 0.1 * meanWorth(market, sample));
        double[] start = new double[market.agents()];
        Arrays.fill(start, clearing);
        return new AssignmentSearch(market, start, typical, FIRST_BANDWIDTH, targetGap);
    }

    /**
     * Returns a search that begins at the prices of a sample.
     *
     * @param scaled the same agents with the sample's share of their hours; {@code market} itself where the sample is all work
     */
    public static AssignmentSearch warm(AgentMarket market, AgentMarket scaled, WorkItems sample, double targetGap) {
        return scaled == market ? known(market, sample, targetGap) : spread(market, scaled, sample, targetGap);
    }

    /** The sample is all there is, so its prices need no more rounds. */
    private static AssignmentSearch known(AgentMarket market, WorkItems items, double targetGap) {
        AssignmentSearch trial = from(market, items, targetGap);
        var work = new LocalWork(market, items);
        for (int round = 0; round < MOST_PRICE_ROUNDS && !trial.prices.settled(targetGap); round++) {
            trial.prices.absorb(work.answer(trial.prices.question()));
        }
        trial.conclude(market, work);
        var known = new AssignmentSearch(market, trial.shadowPrice, trial.typicalPrice, WARM_BANDWIDTH, targetGap);
        known.nextTrial = 1;
        return known;
    }

    /** Much work is balanced at spread prices: what is left to decide one by one is then little. */
    private static AssignmentSearch spread(AgentMarket market, AgentMarket scaled, WorkItems sample, double targetGap) {
        AssignmentSearch trial = from(scaled, sample, targetGap);
        double[] start = trial.prices.bestPrice();
        double typical = trial.typicalPrice;
        var first = new BalancedPrices(scaled, start, typical, FIRST_SPREADS, FIRST_ROUNDS);
        var work = new LocalWork(scaled, sample);
        while (!first.ended()) {
            first.absorb(work.answer(first.question()));
        }
        double[] listed = first.last().price();
        var balance = new BalancedPrices(market, listed, typical, SPREADS, ROUNDS);
        return new AssignmentSearch(market, listed, typical, WARM_BANDWIDTH, targetGap, balance);
    }

    /** Searches to the end in the memory of one thread. */
    public static AssignmentSearch solve(AgentMarket market, WorkItems items, double targetGap) {
        AssignmentSearch search = from(market, items, targetGap);
        var work = new LocalWork(market, items);
        while (!search.ended()) {
            search.step(market, work);
        }
        return search;
    }

    private static double clearingPrice(AgentMarket market, WorkItems items) {
        double[] density = densities(market, items);
        int[] order = ByKey.order(density.length, (a, b) -> Double.compare(density[b], density[a]));
        long capacity = Arrays.stream(market.most()).sum();
        for (int i : order) {
            capacity -= items.ticks(i);
            if (capacity < 0) {
                return Math.max(0, density[i]);
            }
        }
        return 0;
    }

    private static double meanWorth(AgentMarket market, WorkItems items) {
        return Arrays.stream(densities(market, items)).average().orElse(0);
    }

    /** What an hour of each item is worth with its best agent when hours are free. */
    private static double[] densities(AgentMarket market, WorkItems items) {
        var free = new PricedAgents(market, OfferedPrices.alike(new double[market.agents()]));
        var choice = new Choice();
        double[] density = new double[items.size()];
        for (int i = 0; i < density.length; i++) {
            free.choose(items, i, choice);
            density[i] = choice.bestUtility() / items.hours(i);
        }
        return density;
    }

    /** Takes the next step; each asks all work once or twice. */
    public void step(AgentMarket market, WorkSource work) {
        steps++;
        if (balance != null && !balance.ended()) {
            balance.absorb(work.answer(balance.question()));
            return;
        }
        if (boundPending || !readyForTrial()) {
            prices.absorb(work.answer(prices.question()));
            if (boundPending) {
                // What the gap is made of then is whole items, which further prices do not change.
                exhausted = boundBefore - bound() < WORTH_ANOTHER * (bound() - value());
                boundPending = false;
            }
            return;
        }
        conclude(market, work);
    }

    /** Balanced prices are ready; single ones when they hardly move, or have moved long enough since the last plan. */
    private boolean readyForTrial() {
        return (balance != null && plan == null) || prices.settled(targetGap) || prices.round() >= nextTrial;
    }

    /** Makes a plan of the prices so far, instead of the next step. */
    public void conclude(AgentMarket market, WorkSource work) {
        trial(market, work);
        trials++;
        boundBefore = bound();
        nextTrial = prices.round() + ROUNDS_BETWEEN_TRIALS;
        if (balance != null || gap() > targetGap) {
            // Spread prices prove a bound that is loose by about their spread.
            prices.moveTo(shadowPrice);
            boundPending = true;
        }
    }

    private void trial(AgentMarket market, WorkSource work) {
        MarginTrial.Found found = balance == null
                ? MarginTrial.flow(market, work, prices.bestPrice(), typicalPrice)
                : MarginTrial.repair(market, work, balance.last(), balance.paid(), typicalPrice);
        shadowPrice = found.price();
        if (plan == null || found.plan().value() > plan.value()) {
            plan = found.plan();
        }
    }

    /** Returns whether the gap has closed, or further trials promise nothing. */
    public boolean ended() {
        return plan != null
                && !boundPending
                && (gap() <= targetGap || exhausted || trials >= (balance == null ? MOST_TRIALS : 1));
    }

    /** Returns the best plan so far; null before the first. */
    public @Nullable AssignmentPlan plan() {
        return plan;
    }

    /** Returns what the best plan is worth; not a number before there is one. */
    public double value() {
        return plan == null ? Double.NaN : plan.value();
    }

    /** Returns what no assignment exceeds; infinite before the first answer. */
    public double bound() {
        return balance == null ? prices.bound() : Math.min(balance.bound(), prices.bound());
    }

    /** Returns what value and bound differ by, as a share of the value; not a number before there is a plan. */
    public double gap() {
        double difference = Math.max(0, bound() - value());
        return difference == 0 ? 0 : difference / Math.abs(value());
    }

    /** Returns what one more hour of each agent is worth, money, at the best bound. */
    public double[] shadowPrice() {
        return prices.bestPrice();
    }

    /** Returns steps taken. */
    public int steps() {
        return steps;
    }
}
