package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Tally;

/** Leads by feature, window of time, bin and outcome. Crosses the grid wire. */
final class LookTally implements Tally<LookTally> {
    private final long[][][][] counts;

    LookTally(int[] bins, int windows) {
        counts = new long[bins.length][windows][][];
        for (int j = 0; j < bins.length; j++) {
            for (int w = 0; w < windows; w++) {
                counts[j][w] = new long[bins[j]][2];
            }
        }
    }

    void count(int feature, int window, int bin, boolean won) {
        counts[feature][window][bin][won ? 1 : 0]++;
    }

    @Override
    public void add(LookTally other) {
        for (int j = 0; j < counts.length; j++) {
            for (int w = 0; w < counts[j].length; w++) {
                for (int b = 0; b < counts[j][w].length; b++) {
                    counts[j][w][b][0] += other.counts[j][w][b][0];
                    counts[j][w][b][1] += other.counts[j][w][b][1];
                }
            }
        }
    }

    /** Returns counts of a feature, shape {@code [windows][bins][2]}. */
    long[][][] of(int feature) {
        return counts[feature];
    }

    /** Returns rows of a feature in some windows, shape {@code [windows][bins]}. */
    long[][] rows(int feature, int windows) {
        long[][] rows = new long[windows][];
        for (int w = 0; w < windows; w++) {
            rows[w] = new long[counts[feature][w].length];
            for (int b = 0; b < rows[w].length; b++) {
                rows[w][b] = counts[feature][w][b][0] + counts[feature][w][b][1];
            }
        }
        return rows;
    }
}
