package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.BoostedTrees;
import io.nqba.compute.kernel.scoring.LogisticRegression;
import io.nqba.model.sales.ModelParameters;

/** Models of the kernels as arrays that are stored. The stored form has the constant first, the kernel last. */
final class ModelArrays {
    private static final double[] NO_CALIBRATION = new double[0];

    private ModelArrays() {}

    static ModelParameters of(int[] features, LogisticRegression.Fit fit) {
        return new ModelParameters(
                features,
                constantFirst(fit.coefficients()),
                fit.standard().means(),
                fit.standard().scales(),
                new int[0],
                new int[0],
                new float[0],
                new boolean[0],
                new double[0],
                NO_CALIBRATION);
    }

    static ModelParameters of(int[] features, BoostedTrees trees) {
        return new ModelParameters(
                features,
                new double[] {trees.startMargin()},
                new double[0],
                new double[0],
                trees.starts(),
                trees.nodeFeatures(),
                trees.edges(),
                trees.missingBelow(),
                trees.values(),
                NO_CALIBRATION);
    }

    static ModelParameters calibrated(ModelParameters from, double[] calibration) {
        return new ModelParameters(
                from.features(),
                from.coefficients(),
                from.means(),
                from.scales(),
                from.treeStarts(),
                from.nodeFeatures(),
                from.nodeEdges(),
                from.nodeMissingBelow(),
                from.nodeValues(),
                calibration);
    }

    static double[] constantLast(double[] first) {
        double[] last = new double[first.length];
        System.arraycopy(first, 1, last, 0, first.length - 1);
        last[first.length - 1] = first[0];
        return last;
    }

    private static double[] constantFirst(double[] last) {
        double[] first = new double[last.length];
        System.arraycopy(last, 0, first, 1, last.length - 1);
        first[0] = last[last.length - 1];
        return first;
    }
}
