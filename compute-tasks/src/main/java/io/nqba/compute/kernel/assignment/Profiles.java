package io.nqba.compute.kernel.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Items that differ in nothing but their key, as one: their number, their hours, and what they are worth per hour with the agents that
 * may come into question. The last place of each is nobody's, worth 0.
 */
final class Profiles {
    private static final int FEW_AGENTS = 40;
    private static final int CANDIDATES = 8;

    private final WorkItems items;
    private final List<int[]> members = new ArrayList<>();
    private final int[] choices;
    private final int[][] agents;
    private final double[][] worth;

    /**
     * @param priced what the items choose at
     * @param price money per hour that decides which further agents come into question, shape {@code [agents]}
     */
    Profiles(PricedAgents priced, WorkItems items, double[] price) {
        this.items = items;
        AgentMarket market = priced.market();
        choices = choices(priced, items);
        Map<Profile, List<Integer>> groups = new HashMap<>();
        List<List<Integer>> inOrder = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            var profile = new Profile(items.workClass(i), items.scale(i), items.ticks(i), items.owner(i));
            groups.computeIfAbsent(profile, p -> {
                        List<Integer> group = new ArrayList<>();
                        inOrder.add(group);
                        return group;
                    })
                    .add(i);
        }
        for (List<Integer> group : inOrder) {
            members.add(group.stream().mapToInt(Integer::intValue).toArray());
        }
        agents = new int[members.size()][];
        worth = new double[members.size()][];
        boolean[] spare = market.agents() > FEW_AGENTS ? spare(market) : new boolean[market.agents()];
        for (int p = 0; p < agents.length; p++) {
            candidates(market, price, spare, p);
        }
    }

    private static int[] choices(PricedAgents priced, WorkItems items) {
        var choice = new Choice();
        int[] choices = new int[items.size()];
        for (int i = 0; i < choices.length; i++) {
            priced.choose(items, i, choice);
            choices[i] = choice.best();
        }
        return choices;
    }

    /** Which agents have hours left when all goes where it pays most: chains of moves must be able to end there. */
    private boolean[] spare(AgentMarket market) {
        long[] left = market.most();
        for (int i = 0; i < items.size(); i++) {
            if (choices[i] >= 0) {
                left[choices[i]] -= items.ticks(i);
            }
        }
        boolean[] spare = new boolean[left.length];
        for (int a = 0; a < left.length; a++) {
            spare[a] = left[a] > 0;
        }
        return spare;
    }

    /** Returns the hours by profile and place as the items chose, ticks. */
    long[][] chosen() {
        long[][] held = new long[agents.length][];
        for (int p = 0; p < held.length; p++) {
            held[p] = new long[agents[p].length + 1];
            for (int member : members.get(p)) {
                held[p][place(p, choices[member])] += ticks(p);
            }
        }
        return held;
    }

    private int place(int profile, int agent) {
        int at = agent < 0 ? -1 : Arrays.binarySearch(agents[profile], agent);
        return at < 0 ? nobody(profile) : at;
    }

    private void candidates(AgentMarket market, double[] price, boolean[] spare, int profile) {
        int item = members.get(profile)[0];
        double hours = items.hours(item);
        double[] rates = market.rates(items.workClass(item));
        double[] utility = new double[rates.length];
        int able = 0;
        int[] who = new int[rates.length];
        for (int a = 0; a < rates.length; a++) {
            if (!Double.isNaN(rates[a])) {
                utility[a] = market.worth(items, item, a, rates) / hours - price[a];
                who[able++] = a;
            }
        }
        int[] chosen = Arrays.copyOf(who, able);
        if (able > FEW_AGENTS) {
            double least = least(chosen, utility);
            int[] free = Arrays.stream(chosen).filter(a -> spare[a]).toArray();
            double leastFree = least(free, utility);
            IntStream near = Arrays.stream(chosen)
                    .filter(a -> utility[a] >= (spare[a] ? leastFree : least))
                    .limit(FEW_AGENTS);
            IntStream now = Arrays.stream(members.get(profile)).map(i -> choices[i]);
            chosen = IntStream.concat(near, now.filter(a -> a >= 0))
                    .distinct()
                    .sorted()
                    .toArray();
        }
        agents[profile] = chosen;
        worth[profile] = new double[chosen.length + 1];
        for (int s = 0; s < chosen.length; s++) {
            worth[profile][s] = market.worth(items, item, chosen[s]) / hours;
        }
    }

    /** Returns the utility that the best few of these agents reach. */
    private static double least(int[] able, double[] utility) {
        double[] sorted =
                Arrays.stream(able).mapToDouble(a -> utility[a]).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.max(0, sorted.length - CANDIDATES)];
    }

    int size() {
        return agents.length;
    }

    int count(int profile) {
        return members.get(profile).length;
    }

    /** Returns the items of a profile in the order of their keys. */
    int[] members(int profile) {
        return members.get(profile);
    }

    long ticks(int profile) {
        return items.ticks(members.get(profile)[0]);
    }

    /** Returns the agents that come into question; nobody's place is one beyond. */
    int[] agents(int profile) {
        return agents[profile];
    }

    int nobody(int profile) {
        return agents[profile].length;
    }

    /** Returns what an hour of it is worth in one of its places. */
    double worth(int profile, int place) {
        return worth[profile][place];
    }

    /** Returns the place that pays most at given prices, nobody's included; ties go to the first. */
    int bestPlace(int profile, double[] price) {
        int best = nobody(profile);
        double most = 0;
        for (int s = 0; s < agents[profile].length; s++) {
            double utility = worth[profile][s] - price[agents[profile][s]];
            if (utility > most) {
                most = utility;
                best = s;
            }
        }
        return best;
    }

    private record Profile(int workClass, double scale, long ticks, int owner) {}
}
