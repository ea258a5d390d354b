package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Tally;
import io.nqba.model.sales.LeadGrade;

/** How many leads were scored. Crosses the grid wire. */
final class ScoredTally implements Tally<ScoredTally> {
    private long all;
    private long best;

    void add(LeadGrade grade) {
        all++;
        best += grade == LeadGrade.A ? 1 : 0;
    }

    @Override
    public void add(ScoredTally other) {
        all += other.all;
        best += other.best;
    }

    long all() {
        return all;
    }

    /** Returns how many of them are A. */
    long best() {
        return best;
    }
}
