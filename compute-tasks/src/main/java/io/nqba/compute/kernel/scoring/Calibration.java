package io.nqba.compute.kernel.scoring;

import java.util.Arrays;

/**
 * Turns scores into probabilities that come true: the best non-decreasing step function of the score, by pooling neighbours that are out
 * of order. Source: M. Ayer and others (1955), doi:10.1214/aoms/1177728423. Immutable.
 */
public final class Calibration {
    private final double[] probabilities;

    private Calibration(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * Fits to rows that the model did not see in training.
     *
     * @param counts with at least one row
     */
    public static Calibration of(ScoreCounts counts) {
        int[] ends = new int[ScoreCounts.STEPS];
        double[] rows = new double[ScoreCounts.STEPS];
        double[] with = new double[ScoreCounts.STEPS];
        int blocks = 0;
        for (int step = 0; step < ScoreCounts.STEPS; step++) {
            if (counts.rows(step) == 0) {
                continue;
            }
            ends[blocks] = step;
            rows[blocks] = counts.rows(step);
            with[blocks] = counts.with(step);
            blocks++;
            while (blocks > 1 && with[blocks - 2] * rows[blocks - 1] >= with[blocks - 1] * rows[blocks - 2]) {
                blocks--;
                ends[blocks - 1] = ends[blocks];
                rows[blocks - 1] += rows[blocks];
                with[blocks - 1] += with[blocks];
            }
        }
        return new Calibration(steps(blocks, ends, rows, with));
    }

    private static double[] steps(int blocks, int[] ends, double[] rows, double[] with) {
        double[] steps = new double[ScoreCounts.STEPS];
        int from = 0;
        for (int block = 0; block < blocks; block++) {
            // Half a row of either outcome: nothing that was seen a few times is certain.
            double probability = (with[block] + 0.5) / (rows[block] + 1);
            int to = block == blocks - 1 ? steps.length : ends[block] + 1;
            Arrays.fill(steps, from, to, from == 0 ? probability : Math.max(probability, steps[from - 1]));
            from = to;
        }
        return steps;
    }

    /** Returns the probabilities at the middle of so many equal steps of the score. */
    public double[] table(int steps) {
        double[] table = new double[steps];
        Arrays.setAll(table, step -> probability((step + 0.5) / steps));
        return table;
    }

    /** Returns the probability that stands behind a score. */
    public double probability(double score) {
        return probabilities[(int) Math.min(ScoreCounts.STEPS - 1L, (long) (score * ScoreCounts.STEPS))];
    }
}
