package io.nqba.compute.kernel.assignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The moves of work that a flow may make, the cheapest first for each pair of agents, nobody included as the last. What a place no longer
 * holds cannot move: such moves leave their queue when they come to its head. Not thread-safe.
 */
final class MoveQueues {
    private final int nodes;
    private final long[][] held;
    private final @Nullable PriorityQueue<Move>[] queues;
    private final int[][] neighbours;
    private final int[] degree;

    /**
     * @param nodes agents and nobody
     * @param held hours by profile and place, kept by the flow
     */
    MoveQueues(int nodes, long[][] held) {
        this.nodes = nodes;
        this.held = held;
        @SuppressWarnings({"unchecked", "rawtypes"})
        @Nullable
        PriorityQueue<Move>[] none = new PriorityQueue[nodes * nodes];
        queues = none;
        neighbours = new int[nodes][4];
        degree = new int[nodes];
    }

    void offer(int from, int to, Move move) {
        PriorityQueue<Move> queue = queues[from * nodes + to];
        if (queue == null) {
            queue = new PriorityQueue<>(CHEAPEST);
            queues[from * nodes + to] = queue;
            connect(from, to);
        }
        queue.add(move);
    }

    private void connect(int from, int to) {
        if (degree[from] == neighbours[from].length) {
            neighbours[from] = Arrays.copyOf(neighbours[from], 2 * degree[from]);
        }
        neighbours[from][degree[from]++] = to;
    }

    /** Returns how many others moves may lead to. */
    int degree(int from) {
        return degree[from];
    }

    int neighbour(int from, int at) {
        return neighbours[from][at];
    }

    @Nullable
    Move cheapest(int from, int to) {
        PriorityQueue<Move> queue = queues[from * nodes + to];
        if (queue == null) {
            return null;
        }
        Move top = queue.peek();
        while (top != null && held[top.profile()][top.from()] == 0) {
            queue.poll();
            top = queue.peek();
        }
        return top;
    }

    private static final Comparator<Move> CHEAPEST = Comparator.comparingDouble(Move::cost)
            .thenComparingInt(Move::profile)
            .thenComparingInt(Move::to);

    /**
     * One hour of a profile from one place to another.
     *
     * @param cost money per hour
     */
    record Move(int profile, int from, int to, double cost) {}
}
