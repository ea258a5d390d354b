package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.SplitMix;
import java.util.Arrays;

/**
 * Sets hundreds of variables at once to their best joint values, given all others: dynamic programming along a front.
 *
 * <p>The set grows from a seed, away from a root. A variable enters open; once each of its neighbours is in the set or held where it is,
 * it closes, and its better value is noted for every combination of the variables still open. Where a neighbour would make the front
 * wider than given, it is held instead. The walk back reads the values off. Never worse; ties fall at random, so that a
 * state drifts among equals.
 *
 * <p>On lattices the set is a strip that leaves one variable in four held; where couplings join at random the front is full at once and
 * nearly everything is held: {@link #coverage} tells. Cost O(2^width) a variable, memory 2^width ints for 32 variables. Deterministic. Not
 * for several threads.
 *
 * <p>Source: F. Hamze, N. de Freitas, "From fields to trees", UAI 2004, arXiv:1207.4149; A. Selby, "Efficient subgraph-based sampling of
 * Ising-type models with frustration", 2014, arXiv:1409.3934 (there with a set chosen by hand).
 */
final class FrontierSweep {
    /** Variables of one call; half of them or twice as many made no difference (torus of 20,000, November 2026). */
    static final int MOST_VARIABLES = 500;

    /** Layers are shared by this many calls: they cost as much as fifty variables. */
    private static final int CALLS_PER_ROOT = 8;

    /** Variables with more neighbours are held: in a contracted model that is the large rest, and all that counts is what differs from it. */
    private static final int MOST_NEIGHBOURS = 100;

    private static final byte FREE = 0;
    private static final byte OPEN = 1;
    private static final byte CLOSED = 2;
    private static final byte HELD = 3;

    private final SparseModel model;
    private final SplitMix random;
    private final FrontierTable table;
    private final byte[] mark;
    /** Per variable: steps from the root. */
    private final int[] layer;

    private final int[] queue;
    private final int[] slot;
    /** Per open variable: neighbours of which nothing is decided. */
    private final int[] undecided;

    private final int[] open;
    private final int[] closed = new int[MOST_VARIABLES];
    private int openCount;
    private int closedCount;
    private int firstLayer;
    private int[] held = new int[4 * MOST_VARIABLES];
    private int heldCount;
    private long calls;

    /** @param width most open variables at a time, 6 or more */
    FrontierSweep(SparseModel model, SplitMix random, int width) {
        this.model = model;
        this.random = random;
        this.table = new FrontierTable(width);
        this.open = new int[width];
        this.mark = new byte[model.size()];
        this.layer = new int[model.size()];
        this.queue = new int[model.size()];
        this.slot = new int[model.size()];
        this.undecided = new int[model.size()];
    }

    /** Returns whether the sums of a whole call fit the table's integers. */
    static boolean fits(SparseModel model) {
        return model.largestReach() < Integer.MAX_VALUE / (2L * MOST_VARIABLES);
    }

    /** Improves the state around a random variable. Returns how many variables were decided jointly, 0 or more. */
    int improve(SparseState state) {
        if (calls++ % CALLS_PER_ROOT == 0) {
            spread(random.nextInt(mark.length));
        }
        int seed = random.nextInt(mark.length);
        closedCount = 0;
        heldCount = 0;
        if (degree(seed) > MOST_NEIGHBOURS) {
            return 0;
        }
        firstLayer = layer[seed];
        table.reset();
        enter(seed);
        while (openCount > 0) {
            int at = next();
            surround(open[at]);
            close(state, at);
        }
        walkBack(state);
        for (int k = 0; k < heldCount; k++) {
            mark[held[k]] = FREE;
        }
        return closedCount;
    }

    /** Returns the share of variables decided jointly among all that a few calls touch. Changes the state as they do. */
    double coverage(SparseState state) {
        long decided = 0;
        long touched = 0;
        for (int call = 0; call < CALLS_PER_ROOT; call++) {
            decided += improve(state);
            touched += closedCount + heldCount;
        }
        return (double) decided / Math.max(1, touched);
    }

    private void spread(int root) {
        int[] start = model.start();
        int[] link = model.link();
        Arrays.fill(layer, -1);
        int tail = 0;
        queue[tail++] = root;
        layer[root] = 0;
        for (int head = 0; head < tail; head++) {
            int i = queue[head];
            for (int k = start[i]; k < start[i + 1]; k += 2) {
                if (layer[link[k]] < 0) {
                    layer[link[k]] = layer[i] + 1;
                    queue[tail++] = link[k];
                }
            }
        }
    }

    /** Returns the place of the open variable to close: one that lacks nothing, else in the nearest layer the one that lacks least. */
    private int next() {
        int chosen = 0;
        long least = Long.MAX_VALUE;
        for (int at = 0; at < openCount; at++) {
            int i = open[at];
            long lack = undecided[i] == 0 ? -1 : ((long) layer[i] << 32) + undecided[i];
            if (lack < least) {
                least = lack;
                chosen = at;
            }
        }
        return chosen;
    }

    /** Decides for each neighbour whether it enters or is held. */
    private void surround(int i) {
        while (undecided[i] > 0) {
            int[] start = model.start();
            int[] link = model.link();
            int best = -1;
            int bestScore = -1;
            for (int k = start[i]; k < start[i + 1]; k += 2) {
                int j = link[k];
                if (mark[j] == FREE) {
                    int score = 4 * openNeighbours(j) + (layer[j] > layer[i] ? 2 : 0) + (int) (random.nextLong() & 1);
                    if (score > bestScore) {
                        bestScore = score;
                        best = j;
                    }
                }
            }
            // Room is kept for what lies inside the front and ahead: a front that spreads sideways holds its own
            // middle.
            int spare = (bestScore < 8 ? 1 : 0) + (layer[best] <= layer[i] ? 1 : 0);
            boolean room = openCount < open.length - spare && closedCount + openCount < MOST_VARIABLES;
            if (room && layer[best] >= firstLayer && degree(best) <= MOST_NEIGHBOURS) {
                enter(best);
            } else {
                hold(best);
            }
        }
    }

    private int degree(int i) {
        return (model.start()[i + 1] - model.start()[i]) / 2;
    }

    private int openNeighbours(int i) {
        int[] start = model.start();
        int[] link = model.link();
        int count = 0;
        for (int k = start[i]; k < start[i + 1]; k += 2) {
            count += mark[link[k]] == OPEN ? 1 : 0;
        }
        return count;
    }

    private void enter(int i) {
        slot[i] = table.enter();
        open[openCount++] = i;
        mark[i] = OPEN;
        int free = 0;
        for (int k = model.start()[i]; k < model.start()[i + 1]; k += 2) {
            int j = model.link()[k];
            free += mark[j] == FREE ? 1 : 0;
            undecided[j]--;
        }
        undecided[i] = free;
    }

    private void hold(int i) {
        if (heldCount == held.length) {
            held = Arrays.copyOf(held, 2 * heldCount);
        }
        held[heldCount++] = i;
        mark[i] = HELD;
        for (int k = model.start()[i]; k < model.start()[i + 1]; k += 2) {
            undecided[model.link()[k]]--;
        }
    }

    private void close(SparseState state, int at) {
        int i = open[at];
        table.begin();
        int own = state.field[i];
        for (int k = model.start()[i]; k < model.start()[i + 1]; k += 2) {
            int j = model.link()[k];
            int weight = model.link()[k + 1];
            if (mark[j] == OPEN) {
                table.couple(slot[j], weight);
            }
            // What a held neighbour gives stays in the field; a closed one has counted the coupling already.
            own -= mark[j] == HELD ? 0 : weight * state.spin[j];
        }
        table.close(slot[i], own, (int) (random.nextLong() & 1));
        mark[i] = CLOSED;
        closed[closedCount++] = i;
        System.arraycopy(open, at + 1, open, at, --openCount - at);
    }

    private void walkBack(SparseState state) {
        table.beginWalk();
        for (int step = closedCount - 1; step >= 0; step--) {
            int i = closed[step];
            if (state.spin[i] != table.back(step)) {
                state.flip(i);
            }
            mark[i] = FREE;
        }
    }
}
