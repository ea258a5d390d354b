package io.nqba.compute.kernel.annealing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits what a reduction has left into connected components, each a model of its own. Cost O(n + m). */
final class ComponentSplit {
    private final ReducibleGraph graph;
    private final boolean exact;
    private final List<Reduction.Component> components = new ArrayList<>();

    ComponentSplit(ReducibleGraph graph, boolean exact) {
        this.graph = graph;
        this.exact = exact;
        split();
    }

    List<Reduction.Component> components() {
        return components;
    }

    private void split() {
        int[] local = new int[graph.size];
        Arrays.fill(local, -1);
        int[] members = new int[graph.size];
        for (int seed = 0; seed < graph.size; seed++) {
            if (graph.gone[seed] || local[seed] >= 0) {
                continue;
            }
            int count = 0;
            members[count] = seed;
            local[seed] = count++;
            for (int head = 0; head < count; head++) {
                int i = members[head];
                graph.compact(i);
                for (int k = 0; k < graph.length[i]; k++) {
                    int j = graph.neighbour[i][k];
                    if (local[j] < 0) {
                        members[count] = j;
                        local[j] = count++;
                    }
                }
            }
            components.add(component(Arrays.copyOf(members, count), local));
        }
    }

    /** Builds one component in the order of its variables, divided by what all its numbers share. */
    private Reduction.Component component(int[] members, int[] local) {
        Arrays.sort(members);
        for (int at = 0; at < members.length; at++) {
            local[members[at]] = at;
        }
        long shared = shared(members);
        int[] fields = new int[members.length];
        int[] start = new int[members.length + 1];
        int couplings = 0;
        for (int i : members) {
            couplings += graph.length[i];
        }
        int[] column = new int[couplings / 2];
        int[] weights = new int[couplings / 2];
        int at = 0;
        for (int m = 0; m < members.length; m++) {
            int i = members[m];
            fields[m] = (int) (graph.field[i] / shared);
            for (int k = 0; k < graph.length[i]; k++) {
                if (local[graph.neighbour[i][k]] > m) {
                    column[at] = local[graph.neighbour[i][k]];
                    weights[at++] = (int) (graph.weight[i][k] / shared);
                }
            }
            start[m + 1] = at;
        }
        return new Reduction.Component(
                new IsingModel(fields, start, column, weights, exact, graph.unit * shared), members);
    }

    private long shared(int[] members) {
        long shared = 0;
        for (int i : members) {
            shared = IsingModel.commonDivisor(shared, Math.abs(graph.field[i]));
            for (int k = 0; k < graph.length[i]; k++) {
                shared = IsingModel.commonDivisor(shared, Math.abs(graph.weight[i][k]));
            }
        }
        return Math.max(1, shared);
    }
}
