package io.nqba.compute.kernel.annealing;

import java.util.Arrays;

/**
 * An upper bound of a model from cycles that cannot be satisfied all the way round: a cycle with an odd number of negative weights loses
 * at least twice its smallest |weight|. Cycles that share no weight (a weight may be split among them) add up, so the value is at most
 * Σ|J| + Σ|h| minus twice what is packed. Fields count as weights to one more, fixed spin.
 *
 * <p>Any packing gives a valid bound; a better one gives a tighter bound. This one is greedy: short cycles first, found by breadth-first
 * search in the signed double cover. Cost: bounded by {@link #MOST_STEPS} edge visits.
 *
 * <p>Source: F. Barahona, A. R. Mahjoub, "On the cut polytope", Mathematical Programming 36 (1986), 157-173, doi:10.1007/BF02592023; a
 * packing is a feasible dual of its odd-cycle relaxation.
 */
final class FrustratedCycles {
    private static final long MOST_STEPS = 60_000_000;
    private static final int[] LENGTHS = {3, 4, 5, 6, 8, 10, 14};
    private static final int NONE = -1;

    private final IsingModel model;
    private final int[] start;
    private final int[] neighbour;
    private final int[] edge;
    private final int[] room;
    private final int[] fieldRoom;
    private final int[] parent;
    private final int[] parentEdge;
    private final int[] depth;
    private final int[] queue;
    private final int[] path;
    private long packed;
    private long steps;

    private FrustratedCycles(IsingModel model) {
        this.model = model;
        int size = model.size();
        int couplings = model.couplings();
        this.start = new int[size + 1];
        int[] degree = model.degrees();
        for (int i = 0; i < size; i++) {
            start[i + 1] = start[i] + degree[i];
        }
        this.neighbour = new int[2 * couplings];
        this.edge = new int[2 * couplings];
        this.room = new int[couplings];
        this.fieldRoom = new int[size];
        int[] next = start.clone();
        for (int i = 0; i < size; i++) {
            fieldRoom[i] = Math.abs(model.field()[i]);
            for (int k = model.start()[i]; k < model.start()[i + 1]; k++) {
                room[k] = Math.abs(model.weight()[k]);
                link(next, i, model.column()[k], k);
                link(next, model.column()[k], i, k);
            }
        }
        this.parent = new int[2 * size];
        this.parentEdge = new int[2 * size];
        this.depth = new int[2 * size];
        this.queue = new int[2 * size];
        this.path = new int[LENGTHS[LENGTHS.length - 1] + 1];
        Arrays.fill(depth, NONE);
    }

    private void link(int[] next, int i, int j, int k) {
        neighbour[next[i]] = j;
        edge[next[i]++] = k;
    }

    /** Returns a value that no state of the model exceeds. */
    static long bound(IsingModel model) {
        long bound = 0;
        for (int field : model.field()) {
            bound += Math.abs(field);
        }
        for (int weight : model.weight()) {
            bound += Math.abs(weight);
        }
        FrustratedCycles cycles = new FrustratedCycles(model);
        cycles.packThroughFields();
        for (int length : LENGTHS) {
            for (int i = 0; i < model.size() && cycles.steps < MOST_STEPS; i++) {
                while (cycles.packFrom(i, length)) {
                    cycles.steps++;
                }
            }
        }
        return bound - 2 * cycles.packed;
    }

    /** Packs the triangles of two fields and a coupling. */
    private void packThroughFields() {
        int[] field = model.field();
        for (int i = 0; i < model.size(); i++) {
            for (int k = model.start()[i]; k < model.start()[i + 1]; k++) {
                int j = model.column()[k];
                if (Integer.signum(field[i]) * Integer.signum(field[j]) * Integer.signum(model.weight()[k]) >= 0) {
                    continue;
                }
                int amount = Math.min(room[k], Math.min(fieldRoom[i], fieldRoom[j]));
                room[k] -= amount;
                fieldRoom[i] -= amount;
                fieldRoom[j] -= amount;
                packed += amount;
            }
        }
    }

    /** Packs one frustrated closed walk through {@code root}: a path between its two copies in the signed double cover. */
    private boolean packFrom(int root, int longest) {
        int from = 2 * root;
        int tail = 0;
        queue[tail++] = from;
        depth[from] = 0;
        parent[from] = NONE;
        boolean found = false;
        for (int head = 0; head < tail && !found; head++) {
            int node = queue[head];
            if (depth[node] == longest) {
                break;
            }
            int i = node >> 1;
            for (int at = start[i]; at < start[i + 1] && !found; at++) {
                int k = edge[at];
                steps++;
                int side = (node & 1) ^ (model.weight()[k] < 0 ? 1 : 0);
                int to = 2 * neighbour[at] + side;
                if (room[k] == 0 || depth[to] != NONE) {
                    continue;
                }
                depth[to] = depth[node] + 1;
                parent[to] = node;
                parentEdge[to] = k;
                queue[tail++] = to;
                found = to == from + 1;
            }
        }
        for (int head = 0; head < tail; head++) {
            depth[queue[head]] = NONE;
        }
        return found && push(from + 1);
    }

    /** Takes from every weight of the walk as much as the tightest allows; one that is passed twice gives twice. */
    private boolean push(int end) {
        int length = 0;
        for (int node = end; parent[node] != NONE; node = parent[node]) {
            path[length++] = parentEdge[node];
        }
        int amount = Integer.MAX_VALUE;
        for (int a = 0; a < length; a++) {
            int uses = 0;
            for (int b = 0; b < length; b++) {
                uses += path[a] == path[b] ? 1 : 0;
            }
            amount = Math.min(amount, room[path[a]] / uses);
        }
        for (int a = 0; a < length; a++) {
            room[path[a]] -= amount;
        }
        packed += amount;
        return amount > 0;
    }
}
