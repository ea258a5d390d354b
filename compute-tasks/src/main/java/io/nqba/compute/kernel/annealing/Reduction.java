package io.nqba.compute.kernel.annealing;

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

    private final ReducibleGraph graph;
    private final List<Removal> removals = new ArrayList<>();
    private final List<Component> components;

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
        this.graph = new ReducibleGraph(model);
        for (int i = 0; i < model.size(); i++) {
            graph.enqueue(i);
        }
        for (int i = graph.next(); i >= 0; i = graph.next()) {
            tryRemove(i);
        }
        this.components = new ComponentSplit(graph, model.isExact()).components();
    }

    private Reduction(List<Component> components) {
        this.graph = new ReducibleGraph(new IsingModel(new int[0], new int[1], new int[0], new int[0], true, 1));
        this.components = components;
    }

    /** Reduces a model, or keeps it whole where it is too dense for that to pay. */
    public static Reduction of(IsingModel model) {
        if (model.couplings() <= MOST_COUPLINGS) {
            return new Reduction(model);
        }
        int[] all = new int[model.size()];
        Arrays.setAll(all, i -> i);
        return new Reduction(List.of(new Component(model, all)));
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
        if (graph.gone[i]) {
            return;
        }
        graph.compact(i);
        long total = 0;
        int strongest = 0;
        for (int k = 0; k < graph.length[i]; k++) {
            total += Math.abs(graph.weight[i][k]);
            strongest = Math.abs(graph.weight[i][k]) > Math.abs(graph.weight[i][strongest]) ? k : strongest;
        }
        if (Math.abs(graph.field[i]) >= total) {
            fix(i);
            return;
        }
        if (graph.length[i] == 1) {
            removeLeaf(i);
            return;
        }
        if (graph.hasHub(i)) {
            return;
        }
        if (graph.length[i] == 2) {
            removeMiddle(i);
        } else if (graph.length[i] == 3 && graph.field[i] == 0) {
            removeStar(i);
        }
        if (!graph.gone[i] && 2 * Math.abs(graph.weight[i][strongest]) >= total + Math.abs(graph.field[i])) {
            follow(i, strongest);
        }
    }

    private void fix(int i) {
        long sign = graph.field[i] >= 0 ? 1 : -1;
        removals.add(new Removal(i, sign, new int[0], new long[0]));
        graph.gone[i] = true;
        for (int k = 0; k < graph.length[i]; k++) {
            graph.addField(graph.neighbour[i][k], sign * graph.weight[i][k]);
        }
    }

    private void removeLeaf(int i) {
        long own = graph.field[i];
        long only = graph.weight[i][0];
        take(i);
        graph.addField(graph.neighbour[i][0], (Math.abs(own + only) - Math.abs(own - only)) / 2);
    }

    private void removeMiddle(int i) {
        long own = graph.field[i];
        long a = graph.weight[i][0];
        long b = graph.weight[i][1];
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
        graph.addField(graph.neighbour[i][0], forA / 4);
        graph.addField(graph.neighbour[i][1], forB / 4);
        graph.addWeight(graph.neighbour[i][0], graph.neighbour[i][1], pair / 4);
    }

    private void removeStar(int i) {
        long a = graph.weight[i][0];
        long b = graph.weight[i][1];
        long c = graph.weight[i][2];
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
        graph.addWeight(graph.neighbour[i][0], graph.neighbour[i][1], pairAb / 4);
        graph.addWeight(graph.neighbour[i][0], graph.neighbour[i][2], pairAc / 4);
        graph.addWeight(graph.neighbour[i][1], graph.neighbour[i][2], pairBc / 4);
    }

    private void follow(int i, int strongest) {
        int leader = graph.neighbour[i][strongest];
        long sign = Long.signum(graph.weight[i][strongest]);
        removals.add(new Removal(i, 0, new int[] {leader}, new long[] {sign}));
        graph.gone[i] = true;
        graph.enqueue(leader);
        graph.addField(leader, sign * graph.field[i]);
        for (int k = 0; k < graph.length[i]; k++) {
            if (k != strongest) {
                graph.addWeight(leader, graph.neighbour[i][k], sign * graph.weight[i][k]);
            }
        }
    }

    /** Takes {@code i} out with the choice that its neighbours leave it. */
    private void take(int i) {
        removals.add(new Removal(
                i,
                graph.field[i],
                Arrays.copyOf(graph.neighbour[i], graph.length[i]),
                Arrays.copyOf(graph.weight[i], graph.length[i])));
        graph.gone[i] = true;
        for (int k = 0; k < graph.length[i]; k++) {
            graph.enqueue(graph.neighbour[i][k]);
        }
    }
}
