package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.IsingModel;
import java.util.Arrays;
import java.util.List;

/**
 * The model that is left when all variables on whose relations several states agree move together. Two coupled variables agree where they
 * are equal in all states, or opposite in all; what agreement connects becomes one variable, +1 where it stands as in the base. Any
 * mixture of the states by components of their differences is a state of this model, and so is much between them.
 *
 * <p>Cost O(states · (n + m)). Immutable.
 *
 * <p>Source: J. Houdayer, O. C. Martin, "Renormalization for discrete optimization", Physical Review Letters 83 (1999), 1030-1033,
 * doi:10.1103/PhysRevLett.83.1030.
 */
final class Contraction {
    private final byte[] base;
    /** Per variable: its group. */
    private final int[] group;
    /** The variables, group by group, and where each group begins. */
    private final int[] member;

    private final int[] first;
    private final int groups;
    private final SparseModel contracted;

    /**
     * @param base state that the groups' +1 stands for
     * @param others at least one
     */
    Contraction(SparseModel model, byte[] base, List<byte[]> others) {
        this.base = base.clone();
        this.group = new int[model.size()];
        this.member = new int[model.size()];
        int[] begins = new int[model.size() + 1];
        Arrays.fill(group, -1);
        int found = 0;
        int tail = 0;
        for (int i = 0; i < group.length; i++) {
            if (group[i] < 0) {
                begins[found] = tail;
                tail = collect(model, others, i, found++, tail);
            }
        }
        begins[found] = tail;
        this.groups = found;
        this.first = Arrays.copyOf(begins, found + 1);
        this.contracted = new SparseModel(ising(model));
    }

    SparseModel model() {
        return contracted;
    }

    /** Flips in {@code state}, which must be the base, the groups that are -1 in {@code chosen}. */
    void lift(byte[] chosen, SparseState state) {
        for (int i = 0; i < group.length; i++) {
            if (chosen[group[i]] < 0) {
                state.flip(i);
            }
        }
    }

    private int collect(SparseModel model, List<byte[]> others, int seed, int number, int begin) {
        int[] start = model.start();
        int[] link = model.link();
        int tail = begin;
        member[tail++] = seed;
        group[seed] = number;
        for (int head = begin; head < tail; head++) {
            int i = member[head];
            for (int k = start[i]; k < start[i + 1]; k += 2) {
                int j = link[k];
                if (group[j] < 0 && agree(others, i, j)) {
                    group[j] = number;
                    member[tail++] = j;
                }
            }
        }
        return tail;
    }

    private boolean agree(List<byte[]> others, int i, int j) {
        int relation = base[i] * base[j];
        for (byte[] other : others) {
            if (other[i] * other[j] != relation) {
                return false;
            }
        }
        return true;
    }

    private IsingModel ising(SparseModel model) {
        int[] field = new int[groups];
        int[] row = new int[groups + 1];
        int[] column = new int[model.link().length / 4];
        int[] weight = new int[column.length];
        var sums = new Sums(groups);
        int couplings = 0;
        for (int g = 0; g < groups; g++) {
            for (int at = first[g]; at < first[g + 1]; at++) {
                field[g] += base[member[at]] * model.ising().field()[member[at]];
                addCouplings(model, member[at], sums);
            }
            for (int t = 0; t < sums.count; t++) {
                int other = sums.touched[t];
                if (sums.sum[other] != 0) {
                    column[couplings] = other;
                    weight[couplings++] = sums.sum[other];
                }
            }
            sums.clear();
            row[g + 1] = couplings;
        }
        return new IsingModel(field, row, Arrays.copyOf(column, couplings), Arrays.copyOf(weight, couplings), true, 1);
    }

    /** Adds a variable's couplings to groups behind its own: each pair of groups counts once. */
    private void addCouplings(SparseModel model, int i, Sums sums) {
        int[] link = model.link();
        for (int k = model.start()[i]; k < model.start()[i + 1]; k += 2) {
            int j = link[k];
            if (group[j] > group[i]) {
                sums.add(group[j], link[k + 1] * base[i] * base[j]);
            }
        }
    }

    /** Sums by group that are cleared in the time of what was added. */
    private static final class Sums {
        private final int[] sum;
        private final boolean[] seen;
        private final int[] touched;
        private int count;

        Sums(int groups) {
            this.sum = new int[groups];
            this.seen = new boolean[groups];
            this.touched = new int[groups];
        }

        void add(int at, int amount) {
            sum[at] += amount;
            if (!seen[at]) {
                seen[at] = true;
                touched[count++] = at;
            }
        }

        void clear() {
            for (int t = 0; t < count; t++) {
                sum[touched[t]] = 0;
                seen[touched[t]] = false;
            }
            count = 0;
        }
    }
}
