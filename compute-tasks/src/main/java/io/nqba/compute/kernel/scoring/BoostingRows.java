package io.nqba.compute.kernel.scoring;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A group of rows while trees are grown on it: binned features, the margin so far, and the node each row has reached. Lives where the rows
 * live, for one training. Not thread-safe.
 */
public final class BoostingRows {
    private static final int ABSENT = -1;

    private final BinPlan plan;
    private final BoostingSettings settings;
    private final byte[] bins;
    private final boolean[] outcomes;
    private final long[] ids;
    private final double[] margins;
    private final long[] gradients;
    private final long[] curvatures;
    private final int[] nodes;

    /** @param startMargin logarithm of the odds in all of training */
    public BoostingRows(Examples examples, BinPlan plan, BoostingSettings settings, double startMargin) {
        this.plan = plan;
        this.settings = settings;
        outcomes = examples.outcomes();
        ids = examples.ids();
        int rows = examples.rows();
        int width = plan.width();
        bins = new byte[rows * width];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < width; j++) {
                bins[row * width + j] = (byte) plan.bin(j, examples.get(row, j));
            }
        }
        margins = new double[rows];
        Arrays.fill(margins, startMargin);
        gradients = new long[rows];
        curvatures = new long[rows];
        nodes = new int[rows];
    }

    /** Brings the rows that a tree sees to its root. */
    public void begin(int tree) {
        for (int row = 0; row < nodes.length; row++) {
            double probability = Logistic.probability(margins[row]);
            gradients[row] = GradientSums.units(probability - (outcomes[row] ? 1 : 0));
            curvatures[row] = GradientSums.units(probability * (1 - probability));
            nodes[row] = settings.takesRow(tree, ids[row]) ? 0 : ABSENT;
        }
    }

    /**
     * Sums by the nodes of a level, after moving the rows there.
     *
     * @param grown the tree as far as it is grown
     * @param level 0 for the root
     * @param features which features count
     * @param derived which nodes of the level nobody needs, since they are what their parent has and their sibling has not
     * @param sums where to add
     */
    void sum(Tree grown, int level, boolean[] features, boolean[] derived, GradientSums sums) {
        int first = (1 << level) - 1;
        int width = plan.width();
        int[] chosen = chosen(features);
        for (int row = 0; row < nodes.length; row++) {
            int at = row * width;
            if (nodes[row] >= 0 && level > 0) {
                move(grown, row, at);
            }
            // A row that rests in a leaf of a higher level has a smaller number.
            if (nodes[row] < first) {
                continue;
            }
            int node = nodes[row] - first;
            if (!derived[node]) {
                sums.addRow(node, chosen, bins, at, gradients[row], curvatures[row]);
            }
        }
    }

    /** All the way, so that rows which come in while a tree grows catch up. */
    private void move(Tree grown, int row, int at) {
        int node = nodes[row];
        while (!grown.leaf(node)) {
            node = grown.child(node, bins[at + grown.feature(node)] & 0xff);
        }
        nodes[row] = node;
    }

    private static int[] chosen(boolean[] features) {
        return IntStream.range(0, features.length).filter(j -> features[j]).toArray();
    }

    /** Adds a tree that is done to the margin of every row, also of those that it did not see. */
    void end(Tree grown) {
        int width = plan.width();
        for (int row = 0; row < nodes.length; row++) {
            int node = 0;
            while (!grown.leaf(node)) {
                node = grown.child(node, bins[row * width + grown.feature(node)] & 0xff);
            }
            margins[row] += grown.value(node);
        }
    }
}
