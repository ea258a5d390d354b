package io.nqba.compute.kernel.assignment;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What people do without prices: one item after the other, each to somebody with hours left. All plans are feasible and are worth what
 * the same work is worth in the optimisation.
 */
public final class SerialPolicies {
    private final AgentMarket market;
    private final WorkItems items;
    private final int[] arrival;

    public SerialPolicies(AgentMarket market, WorkItems items) {
        this.market = market;
        this.items = items;
        arrival = ByKey.order(
                items.size(), Comparator.<Integer>comparingLong(items::order).thenComparingLong(items::key));
    }

    /** Owners keep their work, the most valuable per hour first, while they have hours. */
    public int[] currentOwners() {
        int[] agent = nobody();
        long[] left = market.most();
        double[] worth = new double[items.size()];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = items.owner(i) < 0 ? 0 : market.worth(items, i, items.owner(i)) / items.hours(i);
        }
        for (int i : ByKey.order(worth.length, (a, b) -> Double.compare(worth[b], worth[a]))) {
            if (worth[i] > 0) {
                give(i, items.owner(i), agent, left);
            }
        }
        return agent;
    }

    /** In the order of arrival, each to the next agent in turn that may take it and has hours. */
    public int[] roundRobin() {
        int[] agent = nobody();
        long[] left = market.most();
        int turn = 0;
        for (int i : arrival) {
            for (int tried = 0; tried < left.length; tried++) {
                int a = (turn + tried) % left.length;
                if (market.worth(items, i, a) > 0 && give(i, a, agent, left)) {
                    turn = a + 1;
                    break;
                }
            }
        }
        return agent;
    }

    /** In the order of arrival, each to the best agent with hours. */
    public int[] firstCome() {
        return greedy(arrival);
    }

    /** The most valuable per hour first, each to the best agent with hours. */
    public int[] sortedGreedy() {
        double[] best = new double[items.size()];
        for (int i = 0; i < best.length; i++) {
            best[i] = best(i, null, null) < 0 ? 0 : market.worth(items, i, best(i, null, null)) / items.hours(i);
        }
        return greedy(ByKey.order(best.length, (a, b) -> Double.compare(best[b], best[a])));
    }

    /**
     * Who minds least hours looks first to those who are short of theirs. Whether that pays depends on what a missing hour costs, so the
     * better of both ways counts.
     */
    private int[] greedy(int[] order) {
        int[] plain = greedy(order, false);
        if (Arrays.stream(market.least()).sum() == 0) {
            return plain;
        }
        int[] fair = greedy(order, true);
        return value(market, items, fair) > value(market, items, plain) ? fair : plain;
    }

    private int[] greedy(int[] order, boolean fair) {
        int[] agent = nobody();
        long[] left = market.most();
        long[] enough = market.most();
        long[] least = market.least();
        Arrays.setAll(enough, a -> enough[a] - least[a]);
        for (int i : order) {
            int a = fair ? best(i, left, enough) : WorkItems.NOBODY;
            a = a < 0 ? best(i, left, null) : a;
            if (a >= 0) {
                give(i, a, agent, left);
            }
        }
        return agent;
    }

    /** @param enough hours left of which an agent has its least hours; those who have more left alone are looked at */
    private int best(int item, long @Nullable [] left, long @Nullable [] enough) {
        int best = WorkItems.NOBODY;
        double most = 0;
        for (int a = 0; a < market.agents(); a++) {
            boolean room = left == null || left[a] >= items.ticks(item);
            if (room && (left == null || enough == null || left[a] > enough[a])) {
                double worth = market.worth(items, item, a);
                if (worth > most) {
                    most = worth;
                    best = a;
                }
            }
        }
        return best;
    }

    private boolean give(int item, int agent, int[] plan, long[] left) {
        if (left[agent] < items.ticks(item)) {
            return false;
        }
        left[agent] -= items.ticks(item);
        plan[item] = agent;
        return true;
    }

    private int[] nobody() {
        int[] agent = new int[items.size()];
        Arrays.fill(agent, WorkItems.NOBODY);
        return agent;
    }

    /** Returns what a plan is worth, less the penalty for hours that agents are short of their least. */
    public static double value(AgentMarket market, WorkItems items, int[] plan) {
        long[] missing = market.least();
        double value = 0;
        for (int i = 0; i < plan.length; i++) {
            if (plan[i] >= 0) {
                value += market.worth(items, i, plan[i]);
                missing[plan[i]] -= items.ticks(i);
            }
        }
        for (long ticks : missing) {
            value -= market.shortagePenalty() * AgentMarket.hours(Math.max(0, ticks));
        }
        return value;
    }
}
