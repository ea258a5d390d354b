package io.nqba.compute.kernel.assignment;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The agents at given prices of their hours. For a class of work, an agent is a line over the hours per unit of scale: {@code rate −
 * price · ratio}. The best agent of an item lies on the upper envelope of these lines; the runner-up is a neighbour there or lies on
 * the envelope of the lines below. Both are built once per class, O(agents) after one sort; an item then costs O(log agents), however
 * many agents there are. Thread-safe.
 *
 * <p>Envelopes of lines: M. de Berg and others, "Computational Geometry" (2008), chapter 11.
 */
public final class PricedAgents {
    private final AgentMarket market;
    private final double[] price;
    private final int[] dearestFirst;
    private final ConcurrentMap<Integer, Envelopes> envelopes = new ConcurrentHashMap<>();

    /** @param price money per hour, shape {@code [agents]} */
    public PricedAgents(AgentMarket market, double[] price) {
        this.market = market;
        this.price = price.clone();
        dearestFirst = ByKey.order(price.length, (a, b) -> Double.compare(this.price[b], this.price[a]));
    }

    /** Returns whether these are the agents at such prices. */
    public boolean isAt(double[] other) {
        return Arrays.equals(price, other);
    }

    public AgentMarket market() {
        return market;
    }

    double price(int agent) {
        return price[agent];
    }

    /** Finds the best two of an item. */
    public void choose(WorkItems items, int item, Choice into) {
        choose(items.workClass(item), items.scale(item), items.hours(item), items.owner(item), into);
    }

    /**
     * Finds the best two for work that may not be among any items, such as a lead that just came in.
     *
     * @param owner its owner, or {@link WorkItems#NOBODY}
     */
    public void choose(int workClass, double scale, double hours, int owner, Choice into) {
        into.reset();
        if (!(scale > 0)) {
            return;
        }
        Envelopes lines = envelopes.computeIfAbsent(workClass, this::build);
        double ratio = hours / scale;
        int top = lines.first.segment(ratio);
        for (int j = Math.max(0, top - 1); j <= Math.min(lines.first.size() - 1, top + 1); j++) {
            offer(lines, lines.first.agent[j], scale, hours, owner, into);
        }
        int below = lines.second.segment(ratio);
        if (below >= 0) {
            offer(lines, lines.second.agent[below], scale, hours, owner, into);
        }
        if (owner >= 0 && !Double.isNaN(lines.rate[owner])) {
            into.offer(owner, scale * lines.rate[owner] - hours * price[owner]);
        }
    }

    private void offer(Envelopes lines, int agent, double scale, double hours, int owner, Choice into) {
        if (owner < 0) {
            into.offer(agent, scale * lines.rate[agent] - hours * price[agent]);
        } else if (agent != owner) {
            into.offer(agent, scale * lines.rate[agent] - hours * price[agent] - market.switchCost());
        }
    }

    private Envelopes build(int workClass) {
        double[] rate = market.rates(workClass);
        boolean[] used = new boolean[rate.length];
        for (int a = 0; a < used.length; a++) {
            used[a] = Double.isNaN(rate[a]);
        }
        Envelope first = envelope(rate, used);
        for (int agent : first.agent) {
            used[agent] = true;
        }
        return new Envelopes(rate, first, envelope(rate, used));
    }

    /** The upper envelope over ratios above 0 of the lines that are not left out, from the dearest agent to the cheapest. */
    private Envelope envelope(double[] rate, boolean[] leftOut) {
        int[] agent = new int[rate.length];
        double[] from = new double[rate.length];
        int size = 0;
        for (int a : dearestFirst) {
            if (leftOut[a]) {
                continue;
            }
            double start = 0;
            boolean hidden = false;
            while (size > 0) {
                int top = agent[size - 1];
                double fall = price[top] - price[a];
                double lead = rate[top] - rate[a];
                if (fall == 0 && lead >= 0) {
                    hidden = true;
                    break;
                }
                double crossing = lead <= 0 ? 0 : lead / fall;
                if (crossing > from[size - 1]) {
                    start = crossing;
                    break;
                }
                size--;
            }
            if (!hidden) {
                agent[size] = a;
                from[size++] = start;
            }
        }
        return new Envelope(Arrays.copyOf(agent, size), Arrays.copyOf(from, size));
    }

    private static final class Envelopes {
        private final double[] rate;
        private final Envelope first;
        private final Envelope second;

        Envelopes(double[] rate, Envelope first, Envelope second) {
            this.rate = rate;
            this.first = first;
            this.second = second;
        }
    }

    /** Agents by rising ratio, and the ratios from which they are the best. */
    private static final class Envelope {
        private final int[] agent;
        private final double[] from;

        Envelope(int[] agent, double[] from) {
            this.agent = agent;
            this.from = from;
        }

        int size() {
            return agent.length;
        }

        int segment(double ratio) {
            int at = Arrays.binarySearch(from, ratio);
            return at >= 0 ? at : -at - 2;
        }
    }
}
