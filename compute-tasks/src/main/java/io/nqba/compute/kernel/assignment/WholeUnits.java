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
    private final HeldUnits units;
    private final int out;
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
        units = new HeldUnits(market, profiles, held);
    }

    /** Returns the agent of each item, {@link WorkItems#NOBODY} included, in the order of the items. */
    int[] solve(int items) {
        shed();
        place();
        for (int pass = 0; pass < MOST_PASSES && displace(); pass++) {
            place();
        }
        int[] agent = new int[items];
        for (int p = 0; p < profiles.size(); p++) {
            int[] members = profiles.members(p);
            int next = 0;
            for (int s = 0; s < units.places(p); s++) {
                int who = s == profiles.nobody(p) ? WorkItems.NOBODY : profiles.agents(p)[s];
                for (int unit = 0; unit < units.count(p, s); unit++) {
                    agent[members[next++]] = who;
                }
            }
        }
        return agent;
    }

    /** Takes what an agent has no hours for, the cheapest per hour first; a flow that ended early leaves such. */
    private void shed() {
        int[][] present = units.present();
        for (int a = 0; a < out; a++) {
            int agent = a;
            int[] pairs = present[a];
            int[] order = ByKey.order(
                    pairs.length / 2,
                    (one, other) -> Double.compare(leaving(agent, pairs, one), leaving(agent, pairs, other)));
            for (int at = 0; at < order.length && units.left(a) < 0; at++) {
                int profile = pairs[2 * order[at]];
                int place = pairs[2 * order[at] + 1];
                long each = profiles.ticks(profile);
                int fewer = (int) Math.min(units.count(profile, place), (-units.left(a) + each - 1) / each);
                units.add(profile, place, -fewer);
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
        for (int p = 0; p < profiles.size(); p++) {
            units.leaveTheRest(p);
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
            while (units.waiting(profile) > 0
                    && units.left(agent) >= profiles.ticks(profile)
                    && units.gain(profile, place) > NOTICEABLE) {
                units.add(profile, profiles.nobody(profile), -1);
                units.add(profile, place, 1);
            }
        }
    }

    /** Profiles without anybody and places with hours for them, as pairs. */
    private int[] openings() {
        int[] pairs = new int[64];
        int size = 0;
        for (int p = 0; p < profiles.size(); p++) {
            if (units.waiting(p) == 0) {
                continue;
            }
            for (int s = 0; s < profiles.nobody(p); s++) {
                if (units.left(profiles.agents(p)[s]) >= profiles.ticks(p)) {
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
        return units.gain(profile, place) / AgentMarket.hours(profiles.ticks(profile))
                - price[profiles.agents(profile)[place]];
    }

    private int[] byBestWorth() {
        double[] best = new double[profiles.size()];
        for (int p = 0; p < best.length; p++) {
            for (int s = 0; s < units.places(p); s++) {
                best[p] = Math.max(best[p], profiles.worth(p, s));
            }
        }
        return ByKey.order(best.length, (one, other) -> Double.compare(best[other], best[one]));
    }

    /** Lets items without anybody displace cheaper ones; returns whether any did. */
    private boolean displace() {
        int[][] present = units.present();
        boolean any = false;
        for (int p : byBestWorth()) {
            boolean moved = true;
            while (moved && looks < MOST_LOOKS && units.waiting(p) > 0) {
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
            long needed = profiles.ticks(profile) - units.left(agent);
            double mine = units.gain(profile, s);
            // At these prices nothing gains but hours that would be idle.
            double regret = price[agent] * AgentMarket.hours(profiles.ticks(profile)) - mine;
            if (regret >= Math.max(0, price[agent]) * AgentMarket.hours(units.left(agent))) {
                continue;
            }
            for (int at = 0; at < present[agent].length; at += 2) {
                int q = present[agent][at];
                int place = present[agent][at + 1];
                if (q == profile || units.count(q, place) == 0 || profiles.ticks(q) < needed) {
                    continue;
                }
                looks += profiles.agents(q).length;
                int refuge = units.refuge(q, agent);
                double gained = mine - units.loss(q, place) + (refuge < 0 ? 0 : units.gain(q, refuge));
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
        units.add(victim[0], victim[1], -1);
        units.add(victim[0], victim[2], 1);
        units.add(profile, profiles.nobody(profile), -1);
        units.add(profile, bestPlace, 1);
        return true;
    }
}
