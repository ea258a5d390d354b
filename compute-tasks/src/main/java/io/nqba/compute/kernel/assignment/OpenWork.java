package io.nqba.compute.kernel.assignment;

import io.nqba.compute.kernel.coordination.ExactSums;

/** The work at the margin, item by item, and the sums of all other work, which stays with its best agent. Crosses the grid wire. */
public final class OpenWork {
    private final WorkItems.Builder open = new WorkItems.Builder(16);
    private final long[] used;
    private final ExactSums worth = new ExactSums(1);

    public OpenWork(int agents) {
        used = new long[agents];
    }

    /** Parts these items into open and settled ones. */
    public void add(PricedAgents agents, MarginCut cut, WorkItems items) {
        var choice = new Choice();
        double sum = 0;
        for (int i = 0; i < items.size(); i++) {
            agents.choose(items, i, choice);
            if (cut.isOpen(choice, items.hours(i))) {
                open.add(items, i);
            } else if (choice.best() >= 0) {
                used[choice.best()] += items.ticks(i);
                sum += agents.market().worth(items, i, choice.best());
            }
        }
        worth.add(0, sum);
    }

    public void add(OpenWork other) {
        open.add(other.open);
        for (int a = 0; a < used.length; a++) {
            used[a] = Math.addExact(used[a], other.used[a]);
        }
        worth.add(other.worth);
    }

    /** Returns the open items in the order of their keys. */
    public WorkItems items() {
        return open.build();
    }

    /** Returns the hours that settled work takes, ticks by agent. */
    public long[] used() {
        return used.clone();
    }

    /** Returns what settled work is worth. */
    public double worth() {
        return worth.toArray()[0];
    }
}
