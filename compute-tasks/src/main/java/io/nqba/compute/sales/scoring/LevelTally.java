package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.GradientSums;
import io.nqba.compute.optimisation.Tally;

/** Histograms of a level on their way. Crosses the grid wire. */
final class LevelTally implements Tally<LevelTally> {
    private final GradientSums sums;
    private int behind;

    LevelTally(GradientSums sums) {
        this.sums = sums;
    }

    void addBehind() {
        behind++;
    }

    @Override
    public void add(LevelTally other) {
        sums.add(other.sums);
        behind += other.behind;
    }

    GradientSums sums() {
        return sums;
    }

    /** Returns how many partitions lack trees, such as because they changed their node. */
    int behind() {
        return behind;
    }
}
