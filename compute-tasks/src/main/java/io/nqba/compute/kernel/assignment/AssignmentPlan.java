package io.nqba.compute.kernel.assignment;

import java.util.Arrays;

/**
 * A whole assignment as few numbers: prices, where the work at the margin begins, and who got each item of it. All other work is with
 * the agent that pays most at the prices. Crosses the grid wire; immutable.
 */
public final class AssignmentPlan {
    private final OfferedPrices prices;
    private final MarginCut cut;
    private final long[] key;
    private final int[] agent;
    private final long[] used;
    private final double value;
    private final double shortHours;

    AssignmentPlan(
            OfferedPrices prices,
            MarginCut cut,
            WorkItems open,
            int[] agent,
            long[] used,
            double value,
            double shortHours) {
        this.prices = prices;
        this.cut = cut;
        this.key = new long[open.size()];
        Arrays.setAll(key, open::key);
        this.agent = agent.clone();
        this.used = used.clone();
        this.value = value;
        this.shortHours = shortHours;
    }

    /** Returns the agent of an item, or {@link WorkItems#NOBODY}; {@code agents} must be at the prices of the plan. */
    public int agent(PricedAgents agents, WorkItems items, int item, Choice choice) {
        agents.choose(items, item, choice);
        if (!cut.isOpen(choice, items.hours(item))) {
            return choice.best();
        }
        int at = Arrays.binarySearch(key, items.key(item));
        return at < 0 ? WorkItems.NOBODY : agent[at];
    }

    /** Returns the prices that the work chose at. */
    public OfferedPrices prices() {
        return prices;
    }

    /** Returns how many items were decided one by one. */
    public int openItems() {
        return key.length;
    }

    /** Returns hours taken by agent. */
    public double[] usedHours() {
        return Arrays.stream(used).mapToDouble(AgentMarket::hours).toArray();
    }

    /** Returns what the assignment is worth, less the penalty for hours that agents are short of their least. */
    public double value() {
        return value;
    }

    /** Returns the hours that agents are short of their least hours. */
    public double shortHours() {
        return shortHours;
    }
}
