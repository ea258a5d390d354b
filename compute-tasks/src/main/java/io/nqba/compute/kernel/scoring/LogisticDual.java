package io.nqba.compute.kernel.scoring;

/**
 * Proof of how good a logistic regression can be on given rows: by weak duality no coefficients reach a penalised deviance below Σ H(α)
 * - |Σ ± α z|² / (2 ridge), for any weights α in [0, 1] that sum to the same over either outcome. The best weights are the errors of the best
 * model, so at its coefficients bound and value meet up to rounding. Source: H.-F. Yu, F.-L. Huang, C.-J. Lin (2011),
 * doi:10.1007/s10994-010-5221-8. Summed over groups of rows. Not thread-safe.
 */
public final class LogisticDual {
    private final double[] pull;
    private double won;
    private double lost;
    private double entropy;

    /** @param width features */
    public LogisticDual(int width) {
        pull = new double[width];
    }

    /**
     * Adds rows.
     *
     * @param coefficients shape {@code [features + 1]}, of standardised features, the constant last
     * @param wonShare factor on the weights of rows with the outcome, 0 to 1
     * @param lostShare factor on the weights of the others, 0 to 1
     */
    public void add(
            Examples examples, Standardisation standard, double[] coefficients, double wonShare, double lostShare) {
        double[] z = new double[pull.length];
        for (int row = 0; row < examples.rows(); row++) {
            double margin = coefficients[pull.length];
            for (int j = 0; j < z.length; j++) {
                z[j] = standard.value(j, examples.get(row, j));
                margin += coefficients[j] * z[j];
            }
            boolean outcome = examples.outcomes()[row];
            double error = Logistic.probability(outcome ? -margin : margin);
            double weight = error * (outcome ? wonShare : lostShare);
            entropy += entropy(weight);
            if (outcome) {
                won += weight;
            } else {
                lost += weight;
            }
            double signed = outcome ? weight : -weight;
            for (int j = 0; j < z.length; j++) {
                pull[j] += signed * z[j];
            }
        }
    }

    public void add(LogisticDual other) {
        won += other.won;
        lost += other.lost;
        entropy += other.entropy;
        for (int j = 0; j < pull.length; j++) {
            pull[j] += other.pull[j];
        }
    }

    /** Returns the factor that makes the weights of rows with the outcome sum to no more than those of the others. */
    public double wonShare() {
        return won > lost ? lost / won : 1;
    }

    /** Returns the factor for the rows without the outcome. */
    public double lostShare() {
        return lost > won ? won / lost : 1;
    }

    /**
     * Returns what no coefficients can get below.
     *
     * @param ridge that the model was fitted with; with 0 nothing is proven
     */
    public double bound(double ridge) {
        if (!(ridge > 0)) {
            return Double.NaN;
        }
        double squares = 0;
        for (double each : pull) {
            squares += each * each;
        }
        return entropy - squares / (2 * ridge);
    }

    private static double entropy(double weight) {
        return weight <= 0 || weight >= 1 ? 0 : -weight * Math.log(weight) - (1 - weight) * Math.log1p(-weight);
    }
}
