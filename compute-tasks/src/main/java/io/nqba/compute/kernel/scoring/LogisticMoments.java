package io.nqba.compute.kernel.scoring;

import java.util.Arrays;

/**
 * What one Newton step of a logistic regression needs from rows: deviance, gradient and curvature at given coefficients. A few kilobytes,
 * whatever the number of rows. Not thread-safe.
 */
public final class LogisticMoments {
    private final int size;
    private final double[] gradient;
    private final double[] curvature;
    private double deviance;
    private long rows;

    /** @param width features; the constant comes on top as the last coefficient */
    public LogisticMoments(int width) {
        size = width + 1;
        gradient = new double[size];
        curvature = new double[size * (size + 1) / 2];
    }

    /**
     * Adds rows.
     *
     * @param coefficients shape {@code [features + 1]}, of standardised features, the constant last
     */
    public void add(Examples examples, Standardisation standard, double[] coefficients) {
        double[] z = new double[size];
        int[] filled = new int[size];
        z[size - 1] = 1;
        for (int row = 0; row < examples.rows(); row++) {
            double margin = coefficients[size - 1];
            for (int j = 0; j < size - 1; j++) {
                z[j] = standard.value(j, examples.get(row, j));
                margin += coefficients[j] * z[j];
            }
            boolean outcome = examples.outcomes()[row];
            double probability = Logistic.probability(margin);
            deviance += Logistic.loss(margin, outcome);
            double error = probability - (outcome ? 1 : 0);
            addRow(z, filled, error, probability * (1 - probability));
        }
        rows += examples.rows();
    }

    private void addRow(double[] z, int[] filled, double error, double weight) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (z[i] != 0) {
                filled[count++] = i;
                gradient[i] += error * z[i];
            }
        }
        for (int a = 0; a < count; a++) {
            int i = filled[a];
            double scaled = weight * z[i];
            int line = i * (i + 1) / 2;
            for (int j = 0; j <= i; j++) {
                curvature[line + j] += scaled * z[j];
            }
        }
    }

    public void add(LogisticMoments other) {
        for (int i = 0; i < size; i++) {
            gradient[i] += other.gradient[i];
        }
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] += other.curvature[i];
        }
        deviance += other.deviance;
        rows += other.rows;
    }

    public long rows() {
        return rows;
    }

    /** Returns the sum of -log of the probability given to what happened. */
    public double deviance() {
        return deviance;
    }

    double gradient(int coefficient) {
        return gradient[coefficient];
    }

    /** Returns the lower triangle of the curvature row by row. */
    double[] curvature() {
        return Arrays.copyOf(curvature, curvature.length);
    }

    int size() {
        return size;
    }
}
