package io.nqba.compute.kernel.assignment;

import java.util.Arrays;

/**
 * How far ahead the best agent of each item is: hours by best agent and size of the lead per hour, and counts by that size. Sizes lie in
 * steps of half an octave. Crosses the grid wire; not thread-safe.
 */
public final class MarginTally {
    static final int BUCKETS = 48;
    private static final int PER_OCTAVE = 2;
    private static final int OCTAVES_BELOW = 20;

    private final double typicalPrice;
    private final long[][] ticks;
    private final long[] count = new long[BUCKETS];
    private final long[] edgeCount = new long[BUCKETS];

    public MarginTally(int agents, double typicalPrice) {
        this.typicalPrice = typicalPrice;
        ticks = new long[agents + 1][BUCKETS];
    }

    /** Returns the step that a lead belongs to; rising with the lead. */
    static int bucket(double margin, double typicalPrice) {
        double octaves = Math.log(margin / typicalPrice) / Math.log(2) + OCTAVES_BELOW;
        return octaves > 0 ? (int) Math.min(BUCKETS - 1, 1 + octaves * PER_OCTAVE) : 0;
    }

    /** Adds what all these items choose; those that nobody may do stand aside. */
    public void add(PricedAgents agents, WorkItems items) {
        var choice = new Choice();
        for (int i = 0; i < items.size(); i++) {
            agents.choose(items, i, choice);
            if (choice.secondUtility() == Double.NEGATIVE_INFINITY) {
                continue;
            }
            int bucket = bucket(choice.margin(items.hours(i)), typicalPrice);
            ticks[place(choice.best())][bucket] += items.ticks(i);
            count[bucket]++;
            edgeCount[bucket(choice.edge(items.hours(i)), typicalPrice)]++;
        }
    }

    public void add(MarginTally other) {
        for (int a = 0; a < ticks.length; a++) {
            for (int b = 0; b < BUCKETS; b++) {
                ticks[a][b] = Math.addExact(ticks[a][b], other.ticks[a][b]);
            }
        }
        for (int b = 0; b < BUCKETS; b++) {
            count[b] += other.count[b];
            edgeCount[b] += other.edgeCount[b];
        }
    }

    private int place(int agent) {
        return agent < 0 ? ticks.length - 1 : agent;
    }

    /**
     * Returns where to cut: about as many items between agents, and between agents and nobody, as asked for stay open, and more where an
     * agent would keep more hours than there are.
     */
    public MarginCut cut(AgentMarket market, long mostItems) {
        long[] most = market.most();
        boolean all = Arrays.stream(count).sum() <= mostItems;
        int common = all ? BUCKETS : reach(count, mostItems / 2);
        int edge = all ? BUCKETS : reach(edgeCount, mostItems / 2);
        int[] open = new int[ticks.length];
        open[ticks.length - 1] = common;
        for (int a = 0; a < most.length; a++) {
            open[a] = Math.max(common, needed(a, most[a]));
        }
        return new MarginCut(open, edge, typicalPrice);
    }

    private static int reach(long[] count, long mostItems) {
        int bucket = 0;
        long items = 0;
        while (bucket < BUCKETS && items + count[bucket] <= mostItems) {
            items += count[bucket++];
        }
        return bucket;
    }

    private int needed(int agent, long capacity) {
        long kept = 0;
        for (int b = BUCKETS - 1; b >= 0; b--) {
            kept += ticks[agent][b];
            if (kept > capacity) {
                return b + 1;
            }
        }
        return 0;
    }
}
