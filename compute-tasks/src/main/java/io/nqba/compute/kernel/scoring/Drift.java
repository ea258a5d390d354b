package io.nqba.compute.kernel.scoring;

/** How far a distribution has moved. */
public final class Drift {
    /** Rows that each bin is given on either side, so that an empty bin does not count as infinitely far. */
    private static final double PRIOR = 0.5;

    private Drift() {}

    /**
     * Population stability index: Σ (now - then) · log(now / then) over the bins' shares. Below 0.1 nothing moved, above 0.25 much did.
     *
     * @param then rows per bin when the model was trained, shape {@code [bins]}
     * @param now rows per bin of late, shape {@code [bins]}
     */
    public static double populationStability(long[] then, long[] now) {
        double thenRows = PRIOR * then.length;
        double nowRows = PRIOR * now.length;
        for (int b = 0; b < then.length; b++) {
            thenRows += then[b];
            nowRows += now[b];
        }
        double index = 0;
        for (int b = 0; b < then.length; b++) {
            double before = (then[b] + PRIOR) / thenRows;
            double after = (now[b] + PRIOR) / nowRows;
            index += (after - before) * Math.log(after / before);
        }
        return index;
    }
}
