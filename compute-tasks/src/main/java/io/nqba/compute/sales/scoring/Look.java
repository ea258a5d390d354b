package io.nqba.compute.sales.scoring;

import io.nqba.model.sales.DriftReference;

/** What a first look at the leads of a run showed. Crosses the grid wire. */
final class Look {
    private final long rows;
    private final long won;
    private final long cutMillis;
    private final long innerCutMillis;
    private final long lastMillis;
    private final int[] steady;
    private final int[] usable;
    private final String[] leaking;
    private final String[] shifting;
    private final DriftReference reference;
    private final float[] sample;

    /**
     * @param cutMillis the newest leads came in from here on
     * @param innerCutMillis the same inside the older ones
     * @param steady features to learn from when the model is used on later leads
     * @param usable features to learn from when leads are told apart by lot
     * @param leaking names of features that know the outcome
     * @param shifting names of features that keep changing with time
     * @param sample values from which bins are made, in the order of the schema
     */
    @SuppressWarnings("TooManyParameters") // One result of one sweep each.
    Look(
            long rows,
            long won,
            long cutMillis,
            long innerCutMillis,
            long lastMillis,
            int[] steady,
            int[] usable,
            String[] leaking,
            String[] shifting,
            DriftReference reference,
            float[] sample) {
        this.rows = rows;
        this.won = won;
        this.cutMillis = cutMillis;
        this.innerCutMillis = innerCutMillis;
        this.lastMillis = lastMillis;
        this.steady = steady.clone();
        this.usable = usable.clone();
        this.leaking = leaking.clone();
        this.shifting = shifting.clone();
        this.reference = reference;
        this.sample = sample.clone();
    }

    long rows() {
        return rows;
    }

    long won() {
        return won;
    }

    double baseRate() {
        return won / (double) rows;
    }

    long cutMillis() {
        return cutMillis;
    }

    long innerCutMillis() {
        return innerCutMillis;
    }

    long lastMillis() {
        return lastMillis;
    }

    int[] steady() {
        return steady.clone();
    }

    int[] usable() {
        return usable.clone();
    }

    String[] leaking() {
        return leaking.clone();
    }

    String[] shifting() {
        return shifting.clone();
    }

    DriftReference reference() {
        return reference;
    }

    /** Returns the sampled values of some features, row by row. */
    float[] sample(int[] features, int width) {
        int rowCount = sample.length / width;
        float[] chosen = new float[rowCount * features.length];
        for (int row = 0; row < rowCount; row++) {
            for (int k = 0; k < features.length; k++) {
                chosen[row * features.length + k] = sample[row * width + features[k]];
            }
        }
        return chosen;
    }
}
