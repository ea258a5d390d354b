package io.nqba.compute.kernel.assignment;

import java.util.Arrays;

/**
 * Whole items from hours: what the flow gave as whole items stays, split items go whole where they are worth most among those with
 * hours left, and then items that found nobody displace others as long as that gains. No agent gets more hours than there are.
 */
final class WholeUnits {
    private static final double NOTICEABLE = 1e-9;
    private static final int MOST_PASSES = 4;
    /** Exchanges looked at; with very many items the last of them gain next to nothing. */
    private static final long MOST_LOOKS = 2_000_000;

    private final Profiles profiles;
    private final int out;
    private final double penaltyPerTick;
    private final long[] left;
    private final long[] least;
    private final long[] used;
    private final int[][] count;
    private final double[] price;
    private long looks;

    /**
     * @param held hours by profile and place, ticks
     * @param price what an hour of each agent is worth, money: says which exchanges cannot gain anything
     */
    WholeUnits(AgentMarket market, Profiles profiles, long[][] held, double[] price) {
        this.profiles = profiles;
        this.price = price.clone();
        out = market.agents();
        penaltyPerTick = market.shortagePenalty() / AgentMarket.TICKS_PER_HOUR;
        left = market.most();
        least = market.least();
        used = new long[out];
        count = new int[profiles.size()][];
        for (int p = 0; p < count.length; p++) {
            count[p] = new int[held[p].length];
            for (int s = 0; s < held[p].length; s++) {
                add(p, s, (int) (held[p][s] / profiles.ticks(p)));
            }
        }
    }

    private void add(int profile, int place, int units) {
        count[profile][place] += units;
        if (place < profiles.nobody(profile)) {
            int agent = profiles.agents(profile)[place];
            left[agent] -= units * profiles.ticks(profile);
            used[agent] += units * profiles.ticks(profile);
        }
    }

    /** Returns the agent of each item, {@link WorkItems#NOBODY} included, in the order of the items. */
    int[] solve(int items) {
        shed();
        place();
        for (int pass = 0; pass < MOST_PASSES && displace(); pass++) {
            place();
        }
        int[] agent = new int[items];
        for (int p = 0; p < count.length; p++) {
            int[] members = profiles.members(p);
            int next = 0;
            for (int s = 0; s < count[p].length; s++) {
                int who = s == profiles.nobody(p) ? WorkItems.NOBODY : profiles.agents(p)[s];
                for (int unit = 0; unit < count[p][s]; unit++) {
                    agent[members[next++]] = who;
                }
            }
        }
        return agent;
    }

    /** Takes what an agent has no hours for, the cheapest per hour first; a flow that ended early leaves such. */
    private void shed() {
        int[][] present = present();
        for (int a = 0; a < out; a++) {
            int agent = a;
            int[] pairs = present[a];
            int[] order = ByKey.order(
                    pairs.length / 2,
                    (one, other) -> Double.compare(leaving(agent, pairs, one), leaving(agent, pairs, other)));
            for (int at = 0; at < order.length && left[a] < 0; at++) {
                int profile = pairs[2 * order[at]];
                int place = pairs[2 * order[at] + 1];
                long each = profiles.ticks(profile);
                int units = (int) Math.min(count[profile][place], (-left[a] + each - 1) / each);
                add(profile, place, -units);
            }
        }
    }

    /** What an hour loses that leaves, at the prices of the others. */
    private double leaving(int agent, int[] pairs, int at) {
        int profile = pairs[2 * at];
        double elsewhere = 0;
        for (int s = 0; s < profiles.nobody(profile); s++) {
            int other = profiles.agents(profile)[s];
            if (other != agent) {
                elsewhere = Math.max(elsewhere, profiles.worth(profile, s) - price[other]);
            }
        }
        return profiles.worth(profile, pairs[2 * at + 1]) - elsewhere;
    }

    /** Gives items that have nobody to agents with hours left, those first that bring most beyond the price of the hours. */
    private void place() {
        for (int p = 0; p < count.length; p++) {
            int placed = Arrays.stream(count[p]).sum();
            count[p][profiles.nobody(p)] += profiles.count(p) - placed;
        }
        int[] pairs = openings();
        int[] order = ByKey.order(
                pairs.length / 2,
                (one, other) -> Double.compare(
                        ahead(pairs[2 * other], pairs[2 * other + 1]), ahead(pairs[2 * one], pairs[2 * one + 1])));
        for (int at : order) {
            int profile = pairs[2 * at];
            int place = pairs[2 * at + 1];
            int agent = profiles.agents(profile)[place];
            while (count[profile][profiles.nobody(profile)] > 0
                    && left[agent] >= profiles.ticks(profile)
                    && gain(profile, place) > NOTICEABLE) {
                add(profile, profiles.nobody(profile), -1);
                add(profile, place, 1);
            }
        }
    }

    /** Profiles without anybody and places with hours for them, as pairs. */
    private int[] openings() {
        int[] pairs = new int[64];
        int size = 0;
        for (int p = 0; p < count.length; p++) {
            if (count[p][profiles.nobody(p)] == 0) {
                continue;
            }
            for (int s = 0; s < profiles.nobody(p); s++) {
                if (left[profiles.agents(p)[s]] >= profiles.ticks(p)) {
                    if (size + 2 > pairs.length) {
                        pairs = Arrays.copyOf(pairs, 2 * pairs.length);
                    }
                    pairs[size++] = p;
                    pairs[size++] = s;
                }
            }
        }
        return Arrays.copyOf(pairs, size);
    }

    /** What an hour brings beyond the price of the agent's hours. */
    private double ahead(int profile, int place) {
        return gain(profile, place) / AgentMarket.hours(profiles.ticks(profile))
                - price[profiles.agents(profile)[place]];
    }

    private int[] byBestWorth() {
        double[] best = new double[count.length];
        for (int p = 0; p < best.length; p++) {
            for (int s = 0; s < count[p].length; s++) {
                best[p] = Math.max(best[p], profiles.worth(p, s));
            }
        }
        return ByKey.order(best.length, (one, other) -> Double.compare(best[other], best[one]));
    }

    /** What one more unit in a place is worth, money. */
    private double gain(int profile, int place) {
        if (place == profiles.nobody(profile)) {
            return 0;
        }
        long ticks = profiles.ticks(profile);
        int agent = profiles.agents(profile)[place];
        long wanted = Math.max(0, Math.min(ticks, least[agent] - used[agent]));
        return profiles.worth(profile, place) * AgentMarket.hours(ticks) + penaltyPerTick * wanted;
    }

    /** What is lost when one unit leaves a place, money. */
    private double loss(int profile, int place) {
        long ticks = profiles.ticks(profile);
        int agent = profiles.agents(profile)[place];
        long missed = Math.max(0, Math.min(ticks, least[agent] - (used[agent] - ticks)));
        return profiles.worth(profile, place) * AgentMarket.hours(ticks) + penaltyPerTick * missed;
    }

    /** Lets items without anybody displace cheaper ones; returns whether any did. */
    private boolean displace() {
        int[][] present = present();
        boolean any = false;
        for (int p : byBestWorth()) {
            boolean moved = true;
            while (moved && looks < MOST_LOOKS && count[p][profiles.nobody(p)] > 0) {
                moved = displaceFor(p, present);
                any |= moved;
            }
        }
        return any;
    }

    private boolean displaceFor(int profile, int[][] present) {
        double most = NOTICEABLE;
        int bestPlace = -1;
        int[] victim = {};
        for (int s = 0; s < profiles.nobody(profile); s++) {
            int agent = profiles.agents(profile)[s];
            long needed = profiles.ticks(profile) - left[agent];
            double mine = gain(profile, s);
            // At these prices nothing gains but hours that would be idle.
            double regret = price[agent] * AgentMarket.hours(profiles.ticks(profile)) - mine;
            if (regret >= Math.max(0, price[agent]) * AgentMarket.hours(left[agent])) {
                continue;
            }
            for (int at = 0; at < present[agent].length; at += 2) {
                int q = present[agent][at];
                int place = present[agent][at + 1];
                if (q == profile || count[q][place] == 0 || profiles.ticks(q) < needed) {
                    continue;
                }
                looks += profiles.agents(q).length;
                int refuge = refuge(q, agent);
                double gained = mine - loss(q, place) + (refuge < 0 ? 0 : gain(q, refuge));
                if (gained > most) {
                    most = gained;
                    bestPlace = s;
                    victim = new int[] {q, place, refuge < 0 ? profiles.nobody(q) : refuge};
                }
            }
        }
        if (bestPlace < 0) {
            return false;
        }
        add(victim[0], victim[1], -1);
        add(victim[0], victim[2], 1);
        add(profile, profiles.nobody(profile), -1);
        add(profile, bestPlace, 1);
        return true;
    }

    private int refuge(int profile, int notWith) {
        int best = -1;
        double most = 0;
        for (int s = 0; s < profiles.nobody(profile); s++) {
            int agent = profiles.agents(profile)[s];
            if (agent != notWith && left[agent] >= profiles.ticks(profile) && gain(profile, s) > most) {
                most = gain(profile, s);
                best = s;
            }
        }
        return best;
    }

    /** Profiles and places by agent, as pairs, where the agent holds some now. */
    private int[][] present() {
        int[] size = new int[out];
        int[][] present = new int[out][16];
        for (int p = 0; p < count.length; p++) {
            for (int s = 0; s < profiles.nobody(p); s++) {
                if (count[p][s] > 0) {
                    int agent = profiles.agents(p)[s];
                    if (size[agent] + 2 > present[agent].length) {
                        present[agent] = Arrays.copyOf(present[agent], 2 * present[agent].length);
                    }
                    present[agent][size[agent]++] = p;
                    present[agent][size[agent]++] = s;
                }
            }
        }
        for (int a = 0; a < out; a++) {
            present[a] = Arrays.copyOf(present[a], size[a]);
        }
        return present;
    }
}
