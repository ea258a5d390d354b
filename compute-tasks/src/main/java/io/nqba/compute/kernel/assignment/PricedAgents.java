package io.nqba.compute.kernel.assignment;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The agents at given prices of their hours. For a class of work, an agent is a line over the hours per unit of scale: {@code rate −
 * price · ratio}. The best agent of an item lies on the upper envelope of these lines; the runner-up is a neighbour there or lies on
 * the envelope of the lines below. Both are built once per class and draw of prices, O(agents) after one sort; an item then costs O(log
 * agents), however many agents there are. Thread-safe.
 *
 * <p>Envelopes of lines: M. de Berg and others, "Computational Geometry" (2008), chapter 11.
 */
public final class PricedAgents {
    private final AgentMarket market;
    private final OfferedPrices offered;
    private final ConcurrentMap<Integer, Envelopes[]> envelopes = new ConcurrentHashMap<>();

    public PricedAgents(AgentMarket market, OfferedPrices offered) {
        this.market = market;
        this.offered = offered;
    }

    /** Returns whether these are the agents at such prices. */
    public boolean isAt(OfferedPrices other) {
        return offered.sameAs(other);
    }

    public AgentMarket market() {
        return market;
    }

    /** Finds the best two of an item. */
    public void choose(WorkItems items, int item, Choice into) {
        into.reset();
        double scale = items.scale(item);
        if (!(scale > 0)) {
            return;
        }
        double hours = items.hours(item);
        int owner = items.owner(item);
        Envelopes lines = lines(items.workClass(item), offered.draw(items.key(item)));
        double ratio = hours / scale;
        Envelope first = lines.first;
        int top = first.segment(ratio);
        for (int j = Math.max(0, top - 1); j <= Math.min(first.size() - 1, top + 1); j++) {
            offer(first, j, scale, hours, owner, into);
        }
        int below = lines.second.segment(ratio);
        if (below >= 0) {
            offer(lines.second, below, scale, hours, owner, into);
        }
        if (owner >= 0 && !Double.isNaN(lines.rate[owner])) {
            double price = offered.drawn(owner, items.workClass(item), lines.draw);
            into.offer(owner, scale * lines.rate[owner] - hours * price);
        }
    }

    private void offer(Envelope lines, int at, double scale, double hours, int owner, Choice into) {
        int agent = lines.agent[at];
        if (agent != owner) {
            double worth = scale * lines.rate[at] - hours * lines.price[at];
            into.offer(agent, owner < 0 ? worth : worth - market.switchCost());
        }
    }

    private Envelopes lines(int workClass, int draw) {
        Envelopes[] known = envelopes.get(workClass);
        return (known == null ? envelopes.computeIfAbsent(workClass, this::build) : known)[draw];
    }

    private Envelopes[] build(int workClass) {
        double[] rate = market.rates(workClass);
        int[] able = new int[rate.length];
        int size = 0;
        for (int a = 0; a < rate.length; a++) {
            if (!Double.isNaN(rate[a])) {
                able[size++] = a;
            }
        }
        var draws = new Envelopes[offered.draws()];
        for (int draw = 0; draw < draws.length; draw++) {
            draws[draw] = envelopes(workClass, draw, rate, Arrays.copyOf(able, size));
        }
        return draws;
    }

    private Envelopes envelopes(int workClass, int draw, double[] rate, int[] able) {
        double[] price = new double[able.length];
        Arrays.setAll(price, i -> offered.drawn(able[i], workClass, draw));
        int[] dearestFirst = ByKey.falling(price, able.length);
        var lines = new Envelope(able.length);
        for (int i : dearestFirst) {
            lines.add(able[i], rate[able[i]], price[i]);
        }
        boolean[] used = new boolean[rate.length];
        for (int j = 0; j < lines.size(); j++) {
            used[lines.agent[j]] = true;
        }
        var below = new Envelope(able.length);
        for (int i : dearestFirst) {
            if (!used[able[i]]) {
                below.add(able[i], rate[able[i]], price[i]);
            }
        }
        return new Envelopes(draw, rate, lines.trimmed(), below.trimmed());
    }

    private static final class Envelopes {
        private final int draw;
        private final double[] rate;
        private final Envelope first;
        private final Envelope second;

        Envelopes(int draw, double[] rate, Envelope first, Envelope second) {
            this.draw = draw;
            this.rate = rate;
            this.first = first;
            this.second = second;
        }
    }

    /** An upper envelope: agents by rising ratio, the ratios from which they are the best, their rates and prices. */
    private static final class Envelope {
        private int[] agent;
        private double[] from;
        private double[] rate;
        private double[] price;
        private int size;

        Envelope(int most) {
            agent = new int[most];
            from = new double[most];
            rate = new double[most];
            price = new double[most];
        }

        /** Adds a line that falls no steeper than those before it. */
        void add(int newAgent, double newRate, double newPrice) {
            double start = 0;
            while (size > 0) {
                double fall = price[size - 1] - newPrice;
                double lead = rate[size - 1] - newRate;
                if (fall == 0 && lead >= 0) {
                    return;
                }
                double crossing = lead <= 0 ? 0 : lead / fall;
                if (crossing > from[size - 1]) {
                    start = crossing;
                    break;
                }
                size--;
            }
            agent[size] = newAgent;
            from[size] = start;
            rate[size] = newRate;
            price[size++] = newPrice;
        }

        Envelope trimmed() {
            agent = Arrays.copyOf(agent, size);
            from = Arrays.copyOf(from, size);
            rate = Arrays.copyOf(rate, size);
            price = Arrays.copyOf(price, size);
            return this;
        }

        int size() {
            return size;
        }

        int segment(double ratio) {
            int at = Arrays.binarySearch(from, ratio);
            return at >= 0 ? at : -at - 2;
        }
    }
}
