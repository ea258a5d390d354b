package io.nqba.compute.kernel.assignment;

import io.nqba.compute.kernel.coordination.ExactSums;

/**
 * What all work chooses at given prices, summed: the utility, the hours per agent, and the hours that would go from one agent to
 * another if prices moved by the bandwidth. Integers and exact sums, so neither order nor grouping changes a bit. Its size depends on
 * the agents, not on the work. Not thread-safe. Crosses the grid wire.
 */
public final class PriceAnswer {
    private final double bandwidth;
    private final double edgeBandwidth;
    private static final int UTILITY = 0;
    private static final int WORTH = 1;

    private final ExactSums sums = new ExactSums(2);
    private final long[] used;
    private final PairHours pairs = new PairHours();

    public PriceAnswer(PriceQuestion question) {
        bandwidth = question.bandwidth();
        edgeBandwidth = question.edgeBandwidth();
        used = new long[question.prices().agents()];
    }

    /** Adds what all these items choose. */
    public void add(PricedAgents agents, WorkItems items) {
        var choice = new Choice();
        double utility = 0;
        double worth = 0;
        for (int i = 0; i < items.size(); i++) {
            agents.choose(items, i, choice);
            utility += choice.bestUtility();
            if (choice.best() >= 0) {
                worth += agents.market().worth(items, i, choice.best());
                used[choice.best()] += items.ticks(i);
            }
            if (choice.best() >= 0 && choice.second() >= 0 && choice.margin(items.hours(i)) < bandwidth) {
                pairs.add(choice.best(), choice.second(), items.ticks(i));
            }
            if (choice.edge(items.hours(i)) < edgeBandwidth) {
                pairs.add(WorkItems.NOBODY, choice.anybody(), items.ticks(i));
            }
        }
        sums.add(UTILITY, utility);
        sums.add(WORTH, worth);
    }

    public void add(PriceAnswer other) {
        sums.add(other.sums);
        for (int a = 0; a < used.length; a++) {
            used[a] = Math.addExact(used[a], other.used[a]);
        }
        pairs.add(other.pairs);
    }

    double utility() {
        return sums.toArray()[UTILITY];
    }

    /** Returns what all work is worth with the agents it chooses. */
    double worth() {
        return sums.toArray()[WORTH];
    }

    long[] used() {
        return used;
    }

    PairHours pairs() {
        return pairs;
    }
}
