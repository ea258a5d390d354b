package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.FeatureMoments;
import io.nqba.compute.optimisation.Tally;

/** Means and deviations on their way, and the number of leads won. Crosses the grid wire. */
final class FeatureTally implements Tally<FeatureTally> {
    private final FeatureMoments moments;
    private long won;

    FeatureTally(int width) {
        moments = new FeatureMoments(new double[width]);
    }

    void add(Lesson lesson) {
        moments.add(lesson.examples());
        for (boolean outcome : lesson.examples().outcomes()) {
            won += outcome ? 1 : 0;
        }
    }

    @Override
    public void add(FeatureTally other) {
        moments.add(other.moments);
        won += other.won;
    }

    FeatureMoments moments() {
        return moments;
    }

    long won() {
        return won;
    }
}
