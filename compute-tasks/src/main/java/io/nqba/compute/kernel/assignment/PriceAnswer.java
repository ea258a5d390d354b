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
    private final ExactSums utility = new ExactSums(1);
    private final long[] used;
    private final PairHours pairs = new PairHours();

    public PriceAnswer(PriceQuestion question) {
        bandwidth = question.bandwidth();
        edgeBandwidth = question.edgeBandwidth();
        used = new long[question.price().length];
    }

    /** Adds what all these items choose. */
    public void add(PricedAgents agents, WorkItems items) {
        var choice = new Choice();
        double sum = 0;
        for (int i = 0; i < items.size(); i++) {
            agents.choose(items, i, choice);
            sum += choice.bestUtility();
            if (choice.best() >= 0) {
                used[choice.best()] += items.ticks(i);
            }
            if (choice.best() >= 0 && choice.second() >= 0 && choice.margin(items.hours(i)) < bandwidth) {
                pairs.add(choice.best(), choice.second(), items.ticks(i));
            }
            if (choice.edge(items.hours(i)) < edgeBandwidth) {
                pairs.add(WorkItems.NOBODY, choice.anybody(), items.ticks(i));
            }
        }
        utility.add(0, sum);
    }

    public void add(PriceAnswer other) {
        utility.add(other.utility);
        for (int a = 0; a < used.length; a++) {
            used[a] = Math.addExact(used[a], other.used[a]);
        }
        pairs.add(other.pairs);
    }

    double utility() {
        return utility.toArray()[0];
    }

    long[] used() {
        return used;
    }

    PairHours pairs() {
        return pairs;
    }
}
