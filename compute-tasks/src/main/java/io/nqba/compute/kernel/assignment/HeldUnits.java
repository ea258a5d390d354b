package io.nqba.compute.kernel.assignment;

import java.util.Arrays;

/** Which agents hold how many whole items of each profile, and what they have left. Not thread-safe. */
final class HeldUnits {
    private final Profiles profiles;
    private final int out;
    private final double penaltyPerTick;
    private final long[] left;
    private final long[] least;
    private final long[] used;
    private final int[][] count;

    /** @param held hours by profile and place, ticks; parts of items are left out */
    HeldUnits(AgentMarket market, Profiles profiles, long[][] held) {
        this.profiles = profiles;
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

    /** Returns the places of a profile, nobody's as the last. */
    int places(int profile) {
        return count[profile].length;
    }

    int count(int profile, int place) {
        return count[profile][place];
    }

    /** Returns how many items of a profile have nobody. */
    int waiting(int profile) {
        return count[profile][profiles.nobody(profile)];
    }

    /** Returns the ticks that an agent has left; less than nothing where it holds too many. */
    long left(int agent) {
        return left[agent];
    }

    /** Counts the items that are in no place as having nobody. */
    void leaveTheRest(int profile) {
        count[profile][profiles.nobody(profile)] +=
                profiles.count(profile) - Arrays.stream(count[profile]).sum();
    }

    void add(int profile, int place, int more) {
        count[profile][place] += more;
        if (place < profiles.nobody(profile)) {
            int agent = profiles.agents(profile)[place];
            left[agent] -= more * profiles.ticks(profile);
            used[agent] += more * profiles.ticks(profile);
        }
    }

    /** Returns what one more unit in a place is worth, money. */
    double gain(int profile, int place) {
        if (place == profiles.nobody(profile)) {
            return 0;
        }
        long ticks = profiles.ticks(profile);
        int agent = profiles.agents(profile)[place];
        long wanted = Math.max(0, Math.min(ticks, least[agent] - used[agent]));
        return profiles.worth(profile, place) * AgentMarket.hours(ticks) + penaltyPerTick * wanted;
    }

    /** Returns what is lost when one unit leaves a place, money. */
    double loss(int profile, int place) {
        long ticks = profiles.ticks(profile);
        int agent = profiles.agents(profile)[place];
        long missed = Math.max(0, Math.min(ticks, least[agent] - (used[agent] - ticks)));
        return profiles.worth(profile, place) * AgentMarket.hours(ticks) + penaltyPerTick * missed;
    }

    /** Returns the place with hours where one more unit is worth most, but not with one agent; −1 for none. */
    int refuge(int profile, int notWith) {
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
    int[][] present() {
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
