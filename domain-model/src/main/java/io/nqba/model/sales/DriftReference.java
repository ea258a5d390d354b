package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How features and scores were spread when a model was trained: what later leads are compared with. Crosses the grid wire. */
public final class DriftReference {
    /** Nothing to compare with. */
    public static final DriftReference NONE = new DriftReference(new double[0][], new double[0][], new double[0], 0);

    private final double[][] edges;

    private final double[][] shares;

    private final double[] scoreShares;

    private final double baseRate;

    /**
     * @param edges upper edges of the bins of each feature
     * @param shares share of the rows in each bin of each feature; the last bin is unknown values
     * @param scoreShares share of the rows in each tenth of the score
     * @param baseRate share of the rows that were won
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public DriftReference(double[][] edges, double[][] shares, double[] scoreShares, double baseRate) {
        this.edges = copy(edges);
        this.shares = copy(shares);
        this.scoreShares = scoreShares.clone();
        this.baseRate = Require.fraction("baseRate", baseRate);
    }

    public double[][] edges() {
        return copy(edges);
    }

    public double[][] shares() {
        return copy(shares);
    }

    public double[] scoreShares() {
        return scoreShares.clone();
    }

    public double baseRate() {
        return baseRate;
    }

    private static double[][] copy(double[][] from) {
        return Arrays.stream(from).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DriftReference that
                && Arrays.deepEquals(edges, that.edges)
                && Arrays.deepEquals(shares, that.shares)
                && Arrays.equals(scoreShares, that.scoreShares)
                && Double.compare(baseRate, that.baseRate) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                Arrays.deepHashCode(edges), Arrays.deepHashCode(shares), Arrays.hashCode(scoreShares), baseRate);
    }

    @Override
    public String toString() {
        return "DriftReference[%s]".formatted(baseRate);
    }
}
