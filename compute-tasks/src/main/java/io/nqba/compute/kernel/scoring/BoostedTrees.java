package io.nqba.compute.kernel.scoring;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient-boosted trees for a yes-or-no outcome, grown on histograms with second-order gains. Source of the gain: T. Chen, C. Guestrin
 * (2016), doi:10.1145/2939672.2939785. Immutable.
 */
public final class BoostedTrees {
    /** The rows, wherever they are. One level of one tree is one round trip. */
    public interface RowSource {
        /** Brings the rows that a tree sees to its root. */
        void begin(int tree);

        /** Returns the sums over all rows by the nodes of a level. */
        GradientSums sum(Level level);

        /** Adds the finished tree to the margin of every row. */
        void end(Level grown);
    }

    /** A tree on its way: what goes down to the rows. */
    public static final class Level {
        private final Tree tree;
        private final int depth;
        private final boolean[] features;
        private final boolean[] derived;

        Level(Tree tree, int depth, boolean[] features, boolean[] derived) {
            this.tree = tree;
            this.depth = depth;
            this.features = features;
            this.derived = derived;
        }

        /** Returns the sums over no row at all. */
        public GradientSums nothing(BinPlan plan) {
            return new GradientSums(1 << depth, plan.width(), plan.mostBins());
        }

        /** Adds the sums of one group of rows. */
        public void addTo(GradientSums sums, BoostingRows rows) {
            rows.sum(tree, depth, features, derived, sums);
        }

        /** Adds the tree to one group of rows. */
        public void endAt(BoostingRows rows) {
            rows.end(tree);
        }
    }

    private final double startMargin;
    private final int width;
    private final List<Tree> trees;

    private BoostedTrees(double startMargin, int width, List<Tree> trees) {
        this.startMargin = startMargin;
        this.width = width;
        this.trees = List.copyOf(trees);
    }

    /**
     * Grows trees.
     *
     * @param positives rows with the outcome
     * @param rows all rows
     * @throws NqbaException if there is no row or only one outcome
     */
    public static BoostedTrees grow(
            RowSource source, BinPlan plan, BoostingSettings settings, long positives, long rows) {
        List<Tree> trees = new ArrayList<>();
        for (int number = 0; number < settings.trees(); number++) {
            TreeGrower grower = new TreeGrower(plan, settings, number);
            source.begin(number);
            // Leaves need no sums of their own: the split above them knows what goes to either side.
            for (int depth = 0; depth < settings.depth(); depth++) {
                GradientSums sums =
                        source.sum(new Level(grower.tree(), depth, grower.features(), grower.derived(depth)));
                if (!grower.absorb(depth, sums)) {
                    break;
                }
            }
            source.end(new Level(grower.tree(), settings.depth(), grower.features(), new boolean[0]));
            trees.add(grower.tree());
        }
        return new BoostedTrees(startMargin(positives, rows), plan.width(), trees);
    }

    /** Returns the logarithm of the odds in all of training, from which every row starts. */
    public static double startMargin(long positives, long rows) {
        if (positives <= 0 || positives >= rows) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "Of %d rows %d have the outcome: there is nothing to tell apart.".formatted(rows, positives),
                    "Give rows of both outcomes.");
        }
        return Logistic.margin(positives / (double) rows);
    }

    /**
     * Puts trees together that were taken apart into arrays.
     *
     * @param starts where each tree begins in the other arrays
     * @param nodeFeatures feature that a node splits by, -1 for a leaf; nodes of a tree numbered like a heap
     */
    public static BoostedTrees of(
            double startMargin,
            int width,
            int[] starts,
            int[] nodeFeatures,
            float[] edges,
            boolean[] missingBelow,
            double[] values) {
        List<Tree> trees = new ArrayList<>(starts.length);
        for (int k = 0; k < starts.length; k++) {
            int to = k + 1 < starts.length ? starts[k + 1] : nodeFeatures.length;
            trees.add(new Tree(
                    Arrays.copyOfRange(nodeFeatures, starts[k], to),
                    Arrays.copyOfRange(edges, starts[k], to),
                    Arrays.copyOfRange(missingBelow, starts[k], to),
                    Arrays.copyOfRange(values, starts[k], to)));
        }
        return new BoostedTrees(startMargin, width, trees);
    }

    public int size() {
        return trees.size();
    }

    public double startMargin() {
        return startMargin;
    }

    /** Returns where each tree begins in the arrays of nodes. */
    public int[] starts() {
        int[] starts = new int[trees.size()];
        for (int k = 1; k < starts.length; k++) {
            starts[k] = starts[k - 1] + trees.get(k - 1).nodes();
        }
        return starts;
    }

    /** Returns the feature that each node splits by, -1 for a leaf. */
    public int[] nodeFeatures() {
        int[] all = new int[nodes()];
        int[] starts = starts();
        for (int k = 0; k < starts.length; k++) {
            trees.get(k).copyFeatures(all, starts[k]);
        }
        return all;
    }

    /** Returns the highest value that goes below at each node. */
    public float[] edges() {
        float[] all = new float[nodes()];
        int[] starts = starts();
        for (int k = 0; k < starts.length; k++) {
            trees.get(k).copyEdges(all, starts[k]);
        }
        return all;
    }

    /** Returns whether a missing value goes below at each node. */
    public boolean[] missingBelow() {
        boolean[] all = new boolean[nodes()];
        int[] starts = starts();
        for (int k = 0; k < starts.length; k++) {
            trees.get(k).copyMissing(all, starts[k]);
        }
        return all;
    }

    /** Returns what a row is worth that ends in each node. */
    public double[] values() {
        double[] all = new double[nodes()];
        int[] starts = starts();
        for (int k = 0; k < starts.length; k++) {
            trees.get(k).copyValues(all, starts[k]);
        }
        return all;
    }

    private int nodes() {
        return trees.stream().mapToInt(Tree::nodes).sum();
    }

    /** Returns the logarithm of the odds of the outcome. */
    public double margin(float[] row) {
        double margin = startMargin;
        for (Tree tree : trees) {
            margin += tree.score(row);
        }
        return margin;
    }

    public double probability(float[] row) {
        return Logistic.probability(margin(row));
    }

    /**
     * Splits a margin into what each feature adds along the paths of the row; with the margin of an average row they sum to it. Source: A.
     * Saabas, "Interpreting random forests" (2014).
     *
     * @return shape {@code [features + 1]}, the margin of an average row last
     */
    public double[] contributions(float[] row) {
        double[] contributions = new double[width + 1];
        double average = startMargin;
        for (Tree tree : trees) {
            average += tree.explain(row, contributions);
        }
        contributions[width] = average;
        return contributions;
    }
}
