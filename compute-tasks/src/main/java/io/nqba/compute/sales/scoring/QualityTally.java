package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.ScoreCounts;
import io.nqba.compute.optimisation.Tally;

/** How scores of a model came true. Crosses the grid wire. */
final class QualityTally implements Tally<QualityTally> {
    private final ScoreCounts counts = new ScoreCounts();
    private double loss;

    void add(double probability, double leadLoss, boolean won) {
        counts.add(probability, won);
        loss += leadLoss;
    }

    @Override
    public void add(QualityTally other) {
        counts.add(other.counts);
        loss += other.loss;
    }

    ScoreCounts counts() {
        return counts;
    }

    /** Returns -log of the probability given to what happened, mean over the leads. */
    double logLoss() {
        return loss / counts.rows();
    }
}
