package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.LogisticMoments;
import io.nqba.compute.optimisation.Tally;

/** Gradient and curvature on their way. Crosses the grid wire. */
final class MomentTally implements Tally<MomentTally> {
    private final LogisticMoments moments;

    MomentTally(int width) {
        moments = new LogisticMoments(width);
    }

    @Override
    public void add(MomentTally other) {
        moments.add(other.moments);
    }

    LogisticMoments moments() {
        return moments;
    }
}
