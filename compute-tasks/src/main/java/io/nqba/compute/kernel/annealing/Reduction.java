package io.nqba.compute.kernel.annealing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes variables out of a model whose best value follows from their neighbours', and splits the rest into connected components. Any
 * state of the rest lifts to a full state with the best choice of all removed variables, so the optimum is kept.
 *
 * <p>A variable i with the local field g = h + Σ J·s contributes |g| once it is set to the sign of g. Where |g|, as a function of the
 * neighbours, is itself quadratic, i can go:
 *
 * <ul>
 *   <li>|h| ≥ Σ|J|: the sign is fixed (persistency);
 *   <li>one coupling outweighs h and all others: i follows that neighbour;
 *   <li>one or two neighbours; three if h = 0 (the star-triangle move: by symmetry |g| has four values, and a constant and three
 *       couplings match them).
 * </ul>
 *
 * <p>Halves and quarters arise, so an exact model is scaled up first, and a removal that would leave the integers is not done. Cost
 * about O(m). Deterministic.
 *
 * <p>Source of the rules: F. Liers and others, "Computing exact ground states of hard Ising spin glass problems by branch-and-cut", in
 * New Optimization Algorithms in Physics, 2004; J.-H. Lange, B. Andres, P. Swoboda, "Combinatorial persistency criteria for multicut and
 * max-cut", CVPR 2019, arXiv:1812.01426.
 */
public final class Reduction {
    /** Above this many couplings the search starts sooner than the reduction would end. */
    private static final int MOST_COUPLINGS = 2_000_000;

    /** Eliminating next to a hub would search its list each time. */
    private static final int LONGEST_LIST = 256;

    private static final int LARGEST_SCALE = 64;
    private static final long LARGEST_FIELD = 1L << 28;

    private final int size;
    private final double unit;
    private final long[] field;
    private final int[][] neighbour;
    private final long[][] weight;
    private final int[] length;
    private final boolean[] gone;
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private final boolean[] queued;
    private final List<Removal> removals = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();

    /** How a removed variable follows from others: the sign of field + Σ weights·spins. */
    private static final class Removal {
        private final int variable;
        private final long field;
        private final int[] neighbours;
        private final long[] weights;

        Removal(int variable, long field, int[] neighbours, long[] weights) {
            this.variable = variable;
            this.field = field;
            this.neighbours = neighbours;
            this.weights = weights;
        }
    }

    /** A connected part of what is left. */
    static final class Component {
        private final IsingModel model;
        private final int[] variables;

        Component(IsingModel model, int[] variables) {
            this.model = model;
            this.variables = variables;
        }

        IsingModel model() {
            return model;
        }

        /** Returns which variable of the whole each of the part's is, shape {@code [part]}; not a copy. */
        int[] variables() {
            return variables;
        }
    }

    private Reduction(IsingModel model) {
        this.size = model.size();
        this.field = new long[size];
        this.neighbour = new int[size][];
        this.weight = new long[size][];
        this.length = new int[size];
        this.gone = new boolean[size];
        this.queued = new boolean[size];
        long scale = scale(model);
        this.unit = model.unit() / scale;
        int[] degree = model.degrees();
        for (int i = 0; i < size; i++) {
            field[i] = scale * model.field()[i];
            neighbour[i] = new int[degree[i]];
            weight[i] = new long[degree[i]];
        }
        for (int i = 0; i < size; i++) {
            for (int k = model.start()[i]; k < model.start()[i + 1]; k++) {
                append(i, model.column()[k], scale * model.weight()[k]);
                append(model.column()[k], i, scale * model.weight()[k]);
            }
        }
    }

    /** Reduces a model, or only splits nothing off where it is too dense for that to pay. */
    public static Reduction of(IsingModel model) {
        if (model.couplings() > MOST_COUPLINGS) {
            return whole(model);
        }
        Reduction reduction = new Reduction(model);
        for (int i = 0; i < model.size(); i++) {
            reduction.enqueue(i);
        }
        while (!reduction.queue.isEmpty()) {
            int i = reduction.queue.poll();
            reduction.queued[i] = false;
            reduction.tryRemove(i);
        }
        reduction.split(model.isExact());
        return reduction;
    }

    /** Keeps the model as its only component. */
    private static Reduction whole(IsingModel model) {
        Reduction reduction = new Reduction(new IsingModel(new int[0], new int[1], new int[0], new int[0], true, 1));
        int[] all = new int[model.size()];
        Arrays.setAll(all, i -> i);
        reduction.components.add(new Component(model, all));
        return reduction;
    }

    List<Component> components() {
        return components;
    }

    /** Returns how many variables were taken out. */
    public int removed() {
        return removals.size();
    }

    /** Completes a state: sets every removed variable of {@code spins} to its best value given the rest, in reverse order. */
    void lift(byte[] spins) {
        for (int r = removals.size() - 1; r >= 0; r--) {
            Removal removal = removals.get(r);
            long sum = removal.field;
            for (int k = 0; k < removal.neighbours.length; k++) {
                sum += removal.weights[k] * spins[removal.neighbours[k]];
            }
            spins[removal.variable] = (byte) (sum >= 0 ? 1 : -1);
        }
    }

    private void tryRemove(int i) {
        if (gone[i]) {
            return;
        }
        compact(i);
        long total = 0;
        int strongest = 0;
        for (int k = 0; k < length[i]; k++) {
            total += Math.abs(weight[i][k]);
            strongest = Math.abs(weight[i][k]) > Math.abs(weight[i][strongest]) ? k : strongest;
        }
        if (Math.abs(field[i]) >= total) {
            fix(i);
            return;
        }
        if (length[i] == 1) {
            removeLeaf(i);
            return;
        }
        if (hasHub(i)) {
            return;
        }
        if (length[i] == 2) {
            removeMiddle(i);
        } else if (length[i] == 3 && field[i] == 0) {
            removeStar(i);
        }
        if (!gone[i] && 2 * Math.abs(weight[i][strongest]) >= total + Math.abs(field[i])) {
            follow(i, strongest);
        }
    }

    private void fix(int i) {
        long sign = field[i] >= 0 ? 1 : -1;
        removals.add(new Removal(i, sign, new int[0], new long[0]));
        gone[i] = true;
        for (int k = 0; k < length[i]; k++) {
            addField(neighbour[i][k], sign * weight[i][k]);
        }
    }

    private void removeLeaf(int i) {
        long own = field[i];
        long only = weight[i][0];
        take(i);
        addField(neighbour[i][0], (Math.abs(own + only) - Math.abs(own - only)) / 2);
    }

    private void removeMiddle(int i) {
        long own = field[i];
        long a = weight[i][0];
        long b = weight[i][1];
        long both = Math.abs(own + a + b);
        long first = Math.abs(own + a - b);
        long second = Math.abs(own - a + b);
        long neither = Math.abs(own - a - b);
        long forA = both + first - second - neither;
        long forB = both - first + second - neither;
        long pair = both - first - second + neither;
        if (((forA | forB | pair) & 3) != 0) {
            return;
        }
        take(i);
        addField(neighbour[i][0], forA / 4);
        addField(neighbour[i][1], forB / 4);
        addWeight(neighbour[i][0], neighbour[i][1], pair / 4);
    }

    private void removeStar(int i) {
        long a = weight[i][0];
        long b = weight[i][1];
        long c = weight[i][2];
        long all = Math.abs(a + b + c);
        long notC = Math.abs(a + b - c);
        long notB = Math.abs(a - b + c);
        long notA = Math.abs(b + c - a);
        long pairAb = all + notC - notB - notA;
        long pairAc = all - notC + notB - notA;
        long pairBc = all - notC - notB + notA;
        if (((pairAb | pairAc | pairBc) & 3) != 0) {
            return;
        }
        take(i);
        addWeight(neighbour[i][0], neighbour[i][1], pairAb / 4);
        addWeight(neighbour[i][0], neighbour[i][2], pairAc / 4);
        addWeight(neighbour[i][1], neighbour[i][2], pairBc / 4);
    }

    private void follow(int i, int strongest) {
        int leader = neighbour[i][strongest];
        long sign = Long.signum(weight[i][strongest]);
        removals.add(new Removal(i, 0, new int[] {leader}, new long[] {sign}));
        gone[i] = true;
        enqueue(leader);
        addField(leader, sign * field[i]);
        for (int k = 0; k < length[i]; k++) {
            if (k != strongest) {
                addWeight(leader, neighbour[i][k], sign * weight[i][k]);
            }
        }
    }

    /** Takes {@code i} out with the choice that its neighbours leave it. */
    private void take(int i) {
        removals.add(
                new Removal(i, field[i], Arrays.copyOf(neighbour[i], length[i]), Arrays.copyOf(weight[i], length[i])));
        gone[i] = true;
        for (int k = 0; k < length[i]; k++) {
            enqueue(neighbour[i][k]);
        }
    }

    private void addField(int i, long amount) {
        field[i] += amount;
        enqueue(i);
    }

    private void addWeight(int i, int j, long amount) {
        enqueue(i);
        enqueue(j);
        if (amount == 0) {
            return;
        }
        addEnd(i, j, amount);
        addEnd(j, i, amount);
    }

    /** Each end on its own: one may have dropped a coupling that had cancelled out, while the other still lists it as zero. */
    private void addEnd(int i, int j, long amount) {
        int at = indexOf(i, j);
        if (at < 0) {
            append(i, j, amount);
        } else {
            weight[i][at] += amount;
        }
    }

    private int indexOf(int i, int j) {
        for (int k = 0; k < length[i]; k++) {
            if (neighbour[i][k] == j) {
                return k;
            }
        }
        return -1;
    }

    private void append(int i, int j, long amount) {
        if (length[i] == neighbour[i].length) {
            neighbour[i] = Arrays.copyOf(neighbour[i], 2 * length[i] + 2);
            weight[i] = Arrays.copyOf(weight[i], 2 * length[i] + 2);
        }
        neighbour[i][length[i]] = j;
        weight[i][length[i]++] = amount;
    }

    /** Drops neighbours that are gone and couplings that cancelled out. */
    private void compact(int i) {
        int kept = 0;
        for (int k = 0; k < length[i]; k++) {
            if (!gone[neighbour[i][k]] && weight[i][k] != 0) {
                neighbour[i][kept] = neighbour[i][k];
                weight[i][kept++] = weight[i][k];
            }
        }
        length[i] = kept;
    }

    private boolean hasHub(int i) {
        boolean hub = length[i] > LONGEST_LIST;
        for (int k = 0; k < length[i] && !hub; k++) {
            hub = length[neighbour[i][k]] > LONGEST_LIST;
        }
        return hub;
    }

    private void enqueue(int i) {
        if (!gone[i] && !queued[i]) {
            queued[i] = true;
            queue.add(i);
        }
    }

    private void split(boolean exact) {
        int[] local = new int[size];
        Arrays.fill(local, -1);
        int[] members = new int[size];
        for (int seed = 0; seed < size; seed++) {
            if (gone[seed] || local[seed] >= 0) {
                continue;
            }
            int count = 0;
            members[count] = seed;
            local[seed] = count++;
            for (int head = 0; head < count; head++) {
                int i = members[head];
                compact(i);
                for (int k = 0; k < length[i]; k++) {
                    int j = neighbour[i][k];
                    if (local[j] < 0) {
                        members[count] = j;
                        local[j] = count++;
                    }
                }
            }
            components.add(component(Arrays.copyOf(members, count), local, exact));
        }
    }

    /** Builds one component in the order of its variables, divided by what all its numbers share. */
    private Component component(int[] members, int[] local, boolean exact) {
        Arrays.sort(members);
        for (int at = 0; at < members.length; at++) {
            local[members[at]] = at;
        }
        long shared = shared(members);
        int[] fields = new int[members.length];
        int[] start = new int[members.length + 1];
        int couplings = 0;
        for (int i : members) {
            couplings += length[i];
        }
        int[] column = new int[couplings / 2];
        int[] weights = new int[couplings / 2];
        int at = 0;
        for (int m = 0; m < members.length; m++) {
            int i = members[m];
            fields[m] = (int) (field[i] / shared);
            for (int k = 0; k < length[i]; k++) {
                if (local[neighbour[i][k]] > m) {
                    column[at] = local[neighbour[i][k]];
                    weights[at++] = (int) (weight[i][k] / shared);
                }
            }
            start[m + 1] = at;
        }
        return new Component(new IsingModel(fields, start, column, weights, exact, unit * shared), members);
    }

    private long shared(int[] members) {
        long shared = 0;
        for (int i : members) {
            shared = IsingModel.commonDivisor(shared, Math.abs(field[i]));
            for (int k = 0; k < length[i]; k++) {
                shared = IsingModel.commonDivisor(shared, Math.abs(weight[i][k]));
            }
        }
        return Math.max(1, shared);
    }

    private static long scale(IsingModel model) {
        long[] reach = new long[model.size()];
        long widest = 1;
        for (int i = 0; i < reach.length; i++) {
            reach[i] += Math.abs(model.field()[i]);
            for (int k = model.start()[i]; k < model.start()[i + 1]; k++) {
                reach[i] += Math.abs(model.weight()[k]);
                reach[model.column()[k]] += Math.abs(model.weight()[k]);
            }
        }
        for (long each : reach) {
            widest = Math.max(widest, each);
        }
        long scale = LARGEST_SCALE;
        while (scale > 1 && scale * widest > LARGEST_FIELD) {
            scale /= 2;
        }
        return scale;
    }
}
