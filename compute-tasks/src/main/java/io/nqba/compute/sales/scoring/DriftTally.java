package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Tally;

/** How leads of late are spread over the bins of a model. Crosses the grid wire. */
final class DriftTally implements Tally<DriftTally> {
    private final long[][] bins;
    private final long[] scores = new long[10];
    private long leads;
    private long outcomes;
    private long won;

    /** @param binCounts bins of each feature, that of unknown values included */
    DriftTally(int[] binCounts) {
        bins = new long[binCounts.length][];
        for (int j = 0; j < binCounts.length; j++) {
            bins[j] = new long[binCounts[j]];
        }
    }

    void addLead(double uncalibrated) {
        leads++;
        scores[(int) Math.min(9, (long) (10 * uncalibrated))]++;
    }

    void addOutcome(boolean isWon) {
        outcomes++;
        won += isWon ? 1 : 0;
    }

    void addValue(int feature, int bin) {
        bins[feature][bin]++;
    }

    @Override
    public void add(DriftTally other) {
        for (int j = 0; j < bins.length; j++) {
            for (int b = 0; b < bins[j].length; b++) {
                bins[j][b] += other.bins[j][b];
            }
        }
        for (int s = 0; s < scores.length; s++) {
            scores[s] += other.scores[s];
        }
        leads += other.leads;
        outcomes += other.outcomes;
        won += other.won;
    }

    long[] bins(int feature) {
        return bins[feature];
    }

    long[] scores() {
        return scores;
    }

    long leads() {
        return leads;
    }

    long outcomes() {
        return outcomes;
    }

    long won() {
        return won;
    }
}
