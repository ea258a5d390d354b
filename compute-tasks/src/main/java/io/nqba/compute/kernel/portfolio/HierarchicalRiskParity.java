package io.nqba.compute.kernel.portfolio;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Hierarchical risk parity: assets are put in the order of a tree of their correlations, then the capital is split from the top, each
 * half getting a share against its variance. Needs neither expected returns nor an invertible covariance. Cost O(n² log n).
 *
 * <p>Source: M. López de Prado, "Building diversified portfolios that outperform out of sample" (2016), doi:10.3905/jpm.2016.42.4.059.
 */
public final class HierarchicalRiskParity {
    private HierarchicalRiskParity() {}

    /** Returns the weights, long only, summing to 1, shape {@code [assets]}. */
    public static double[] weights(SymmetricMatrix covariance) {
        return weights(covariance, Covariances.correlation(covariance));
    }

    /** Returns the weights where correlations over pairs of series with gaps differ from those of the covariance. */
    public static double[] weights(SymmetricMatrix covariance, SymmetricMatrix correlation) {
        int[] order = leafOrder(correlation);
        double[] weights = new double[order.length];
        Arrays.fill(weights, 1);
        split(covariance, order, 0, order.length, weights);
        return weights;
    }

    /** Unbiased correlations over the periods that both have, each scaled by the deviations over just those periods. */
    public static SymmetricMatrix pairwiseCorrelation(ReturnMatrix returns) {
        return Covariances.fill(returns.assets(), (i, j) -> {
            double[] a = masked(returns.series(i), returns.series(j));
            double[] b = masked(returns.series(j), returns.series(i));
            return i == j ? 1 : Covariances.pair(a, b) / Math.sqrt(Covariances.pair(a, a) * Covariances.pair(b, b));
        });
    }

    private static double[] masked(double[] series, double[] other) {
        double[] masked = series.clone();
        for (int t = 0; t < masked.length; t++) {
            masked[t] = Double.isNaN(other[t]) ? Double.NaN : masked[t];
        }
        return masked;
    }

    /**
     * Leaves of the single-linkage tree from left to right. Pairs are joined by rising distance √((1 - ρ) / 2); the cluster that is
     * older stands left.
     */
    static int[] leafOrder(SymmetricMatrix correlation) {
        int size = correlation.size();
        Integer[] pairs = new Integer[size * (size - 1) / 2];
        int count = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                pairs[count++] = i * size + j;
            }
        }
        Arrays.sort(pairs, Comparator.comparingDouble(pair -> -correlation.get(pair / size, pair % size)));
        int[] cluster = new int[size];
        int[][] leaves = new int[2 * size][];
        for (int i = 0; i < size; i++) {
            cluster[i] = i;
            leaves[i] = new int[] {i};
        }
        int next = size;
        for (int pair : pairs) {
            int a = Math.min(cluster[pair / size], cluster[pair % size]);
            int b = Math.max(cluster[pair / size], cluster[pair % size]);
            if (a != b) {
                int[] joined = Arrays.copyOf(leaves[a], leaves[a].length + leaves[b].length);
                System.arraycopy(leaves[b], 0, joined, leaves[a].length, leaves[b].length);
                for (int leaf : joined) {
                    cluster[leaf] = next;
                }
                leaves[next++] = joined;
            }
        }
        return leaves[next - 1];
    }

    private static void split(SymmetricMatrix covariance, int[] order, int from, int to, double[] weights) {
        if (to - from < 2) {
            return;
        }
        int middle = from + (to - from) / 2;
        double first = variance(covariance, Arrays.copyOfRange(order, from, middle));
        double second = variance(covariance, Arrays.copyOfRange(order, middle, to));
        double share = first + second > 0 ? 1 - first / (first + second) : 0.5;
        for (int k = from; k < to; k++) {
            weights[order[k]] *= k < middle ? share : 1 - share;
        }
        split(covariance, order, from, middle, weights);
        split(covariance, order, middle, to, weights);
    }

    /** Variance of a cluster whose members are weighted against their own variances. */
    private static double variance(SymmetricMatrix covariance, int[] members) {
        SymmetricMatrix part = covariance.select(members);
        double[] inverse =
                Arrays.stream(part.diagonal()).map(v -> 1 / Math.max(v, 1e-300)).toArray();
        double total = Arrays.stream(inverse).sum();
        return part.form(inverse) / (total * total);
    }
}
