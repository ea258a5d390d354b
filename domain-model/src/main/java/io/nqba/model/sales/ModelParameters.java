package io.nqba.model.sales;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a scoring model computes with. Logistic regression has coefficients, means and scales; boosted trees have trees, node arrays one after
 * the other, each numbered like a heap. Crosses the grid wire.
 */
public final class ModelParameters {
    /** Nothing learnt yet. */
    public static final ModelParameters NONE = new ModelParameters(
            new int[0],
            new double[0],
            new double[0],
            new double[0],
            new int[0],
            new int[0],
            new float[0],
            new boolean[0],
            new double[0],
            new double[0]);

    private final int[] features;

    private final double[] coefficients;

    private final double[] means;

    private final double[] scales;

    private final int[] treeStarts;

    private final int[] nodeFeatures;

    private final float[] nodeEdges;

    private final boolean[] nodeMissingBelow;

    private final double[] nodeValues;

    private final double[] calibration;

    /**
     * @param features features it reads, as indexes into the schema
     * @param coefficients intercept, then one for each expanded feature; for trees the starting margin
     * @param means means of the expanded features
     * @param scales scales of the expanded features
     * @param treeStarts where each tree begins in the node arrays
     * @param nodeFeatures feature that a node splits, -1 for a leaf
     * @param nodeEdges values up to this one go below
     * @param nodeMissingBelow whether unknown values go below
     * @param nodeValues what a row is worth that ends there
     * @param calibration calibrated probabilities by step of the raw one; empty for none
     */
    public ModelParameters(
            int[] features,
            double[] coefficients,
            double[] means,
            double[] scales,
            int[] treeStarts,
            int[] nodeFeatures,
            float[] nodeEdges,
            boolean[] nodeMissingBelow,
            double[] nodeValues,
            double[] calibration) {
        this.features = features.clone();
        this.coefficients = coefficients.clone();
        this.means = means.clone();
        this.scales = scales.clone();
        this.treeStarts = treeStarts.clone();
        this.nodeFeatures = nodeFeatures.clone();
        this.nodeEdges = nodeEdges.clone();
        this.nodeMissingBelow = nodeMissingBelow.clone();
        this.nodeValues = nodeValues.clone();
        this.calibration = calibration.clone();
    }

    public int[] features() {
        return features.clone();
    }

    public double[] coefficients() {
        return coefficients.clone();
    }

    public double[] means() {
        return means.clone();
    }

    public double[] scales() {
        return scales.clone();
    }

    public int[] treeStarts() {
        return treeStarts.clone();
    }

    public int[] nodeFeatures() {
        return nodeFeatures.clone();
    }

    public float[] nodeEdges() {
        return nodeEdges.clone();
    }

    public boolean[] nodeMissingBelow() {
        return nodeMissingBelow.clone();
    }

    public double[] nodeValues() {
        return nodeValues.clone();
    }

    public double[] calibration() {
        return calibration.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelParameters that
                && Arrays.equals(features, that.features)
                && Arrays.equals(coefficients, that.coefficients)
                && Arrays.equals(means, that.means)
                && Arrays.equals(scales, that.scales)
                && Arrays.equals(treeStarts, that.treeStarts)
                && Arrays.equals(nodeFeatures, that.nodeFeatures)
                && Arrays.equals(nodeEdges, that.nodeEdges)
                && Arrays.equals(nodeMissingBelow, that.nodeMissingBelow)
                && Arrays.equals(nodeValues, that.nodeValues)
                && Arrays.equals(calibration, that.calibration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                Arrays.hashCode(features),
                Arrays.hashCode(coefficients),
                Arrays.hashCode(means),
                Arrays.hashCode(scales),
                Arrays.hashCode(treeStarts),
                Arrays.hashCode(nodeFeatures),
                Arrays.hashCode(nodeEdges),
                Arrays.hashCode(nodeMissingBelow),
                Arrays.hashCode(nodeValues),
                Arrays.hashCode(calibration));
    }

    @Override
    public String toString() {
        return "ModelParameters[%s, %s, %s]".formatted(features.length, coefficients.length, treeStarts.length);
    }
}
