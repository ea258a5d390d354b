package io.nqba.compute.kernel.assignment;

import io.nqba.compute.kernel.assignment.MoveQueues.Move;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The best assignment of hours of work, exactly: a transportation problem, since work takes the same hours with everybody. Begins with
 * all work where it pays most at given prices, which is optimal but for the capacities, and then moves hours from agents with too many
 * to those with too few, each time along the cheapest chain of moves: successive shortest paths over the agents alone. An agent's idle
 * hours are work worth nothing that only nobody else may take; being short of the least hours costs the penalty.
 *
 * <p>Ends with integers in ticks, and with prices at which no move gains anything: the optimal dual of the hours. Where all items take
 * the same hours, and capacities are multiples of them, no item is split. Each chain costs O(edges · log agents).
 *
 * <p>R. Ahuja, T. Magnanti, J. Orlin, "Network Flows" (1993), chapter 9.
 */
final class TransportFlow {
    private static final int IDLE = -1;
    private static final int SHORT = -2;

    private final Profiles profiles;
    private final int out;
    private final double penalty;
    private final long[] room;
    private final long[] surplus;
    private final long[] idle;
    private final long[] shortage;
    private final long[][] held;
    private final double[] price;
    private final MoveQueues moves;
    private final double[] distance;
    private final int[] cameFrom;
    private final int[] cameBy;
    private final @Nullable Move[] cameWith;
    private final boolean[] done;
    private long looks;

    /** @param start prices to begin with, money per hour; anything from minus the penalty up */
    TransportFlow(AgentMarket market, Profiles profiles, double[] start) {
        this.profiles = profiles;
        out = market.agents();
        penalty = market.shortagePenalty();
        int nodes = out + 1;
        price = Arrays.copyOf(start, nodes);
        surplus = new long[nodes];
        idle = new long[nodes];
        shortage = new long[nodes];
        room = new long[nodes];
        distance = new double[nodes];
        cameFrom = new int[nodes];
        cameBy = new int[nodes];
        cameWith = new Move[nodes];
        done = new boolean[nodes];
        held = new long[profiles.size()][];
        moves = new MoveQueues(nodes, held);
        begin(market);
    }

    private void begin(AgentMarket market) {
        for (int p = 0; p < held.length; p++) {
            held[p] = new long[profiles.agents(p).length + 1];
            int best = profiles.bestPlace(p, price);
            put(p, best, profiles.count(p) * profiles.ticks(p));
            surplus[node(p, best)] += held[p][best];
        }
        surplus[out] = 0;
        long[] most = market.most();
        long[] least = market.least();
        for (int a = 0; a < out; a++) {
            room[a] = most[a] - least[a];
            surplus[a] -= most[a];
            long free = Math.min(room[a], Math.max(0, -surplus[a]));
            if (price[a] <= 0) {
                idle[a] = price[a] < 0 ? room[a] : free;
                surplus[a] += idle[a];
            }
            surplus[out] -= surplus[a];
        }
    }

    /**
     * Moves hours until no agent has more or fewer than there are, or the work is too much; the rest then stays where it pays most.
     *
     * @param mostLooks most edges to look at: what makes large problems end early, the same on every machine
     */
    void solve(long mostLooks) {
        for (int a = 0; a <= out; a++) {
            while (surplus[a] > 0 && looks < mostLooks) {
                shortestPaths(a);
            }
        }
    }

    /** Returns hours by place, ticks. */
    long[][] held() {
        return held;
    }

    /** Returns the optimal prices, money per hour. */
    double[] prices() {
        return Arrays.copyOf(price, out);
    }

    private int node(int profile, int place) {
        return place == profiles.nobody(profile) ? out : profiles.agents(profile)[place];
    }

    private void put(int profile, int place, long ticks) {
        if (held[profile][place] == 0 && ticks > 0) {
            for (int to = 0; to < held[profile].length; to++) {
                if (to != place) {
                    double cost = profiles.worth(profile, place) - profiles.worth(profile, to);
                    moves.offer(node(profile, place), node(profile, to), new Move(profile, place, to, cost));
                }
            }
        }
        held[profile][place] += ticks;
    }

    /** Finds the nearest node with too few hours and moves as much there as the chain carries. */
    private void shortestPaths(int source) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(done, false);
        distance[source] = 0;
        var frontier = new PriorityQueue<>(
                Comparator.comparingDouble(Reached::distance).thenComparingInt(Reached::node));
        frontier.add(new Reached(source, 0));
        while (!frontier.isEmpty()) {
            Reached next = frontier.remove();
            int from = next.node();
            if (done[from]) {
                continue;
            }
            done[from] = true;
            if (surplus[from] < 0) {
                reprice(distance[from]);
                augment(source, from);
                return;
            }
            reach(from, frontier);
        }
        throw new IllegalStateException("No chain of moves leads from agent (%d) to free hours.".formatted(source));
    }

    private void reach(int from, PriorityQueue<Reached> frontier) {
        looks += moves.degree(from) + 1;
        for (int k = 0; k < moves.degree(from); k++) {
            int to = moves.neighbour(from, k);
            if (!done[to]) {
                Move move = moves.cheapest(from, to);
                if (move != null) {
                    relax(from, to, move.cost(), move.profile(), move, frontier);
                }
            }
        }
        if (from < out) {
            if (shortage[from] > 0) {
                relax(from, out, -penalty, SHORT, null, frontier);
            } else if (idle[from] > 0) {
                relax(from, out, 0, IDLE, null, frontier);
            }
            return;
        }
        for (int to = 0; to < out; to++) {
            if (!done[to]) {
                boolean free = idle[to] < room[to];
                relax(from, to, free ? 0 : penalty, free ? IDLE : SHORT, null, frontier);
            }
        }
    }

    private void relax(int from, int to, double cost, int by, @Nullable Move move, PriorityQueue<Reached> frontier) {
        // Rounding must not make a step look like a gain.
        double through = distance[from] + Math.max(0, cost - price[from] + price[to]);
        if (through < distance[to]) {
            distance[to] = through;
            cameFrom[to] = from;
            cameBy[to] = by;
            cameWith[to] = move;
            frontier.add(new Reached(to, through));
        }
    }

    private void reprice(double reach) {
        for (int a = 0; a <= out; a++) {
            if (done[a]) {
                price[a] += reach - distance[a];
            }
        }
        double shift = price[out];
        if (shift != 0) {
            for (int a = 0; a <= out; a++) {
                price[a] -= shift;
            }
        }
    }

    private void augment(int source, int sink) {
        long amount = Math.min(surplus[source], -surplus[sink]);
        for (int to = sink; to != source; to = cameFrom[to]) {
            amount = Math.min(amount, carries(to));
        }
        for (int to = sink; to != source; to = cameFrom[to]) {
            carry(to, amount);
        }
        surplus[source] -= amount;
        surplus[sink] += amount;
    }

    private long carries(int to) {
        Move move = cameWith[to];
        if (move != null) {
            return held[move.profile()][move.from()];
        }
        int from = cameFrom[to];
        if (from < out) {
            return cameBy[to] == SHORT ? shortage[from] : idle[from];
        }
        return cameBy[to] == SHORT ? Long.MAX_VALUE : room[to] - idle[to];
    }

    private void carry(int to, long amount) {
        Move move = cameWith[to];
        if (move != null) {
            held[move.profile()][move.from()] -= amount;
            put(move.profile(), move.to(), amount);
            return;
        }
        int from = cameFrom[to];
        long[] kind = cameBy[to] == SHORT ? shortage : idle;
        if (from < out) {
            kind[from] -= amount;
        } else {
            kind[to] += amount;
        }
    }

    private record Reached(int node, double distance) {}
}
