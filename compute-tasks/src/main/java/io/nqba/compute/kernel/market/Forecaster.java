package io.nqba.compute.kernel.market;

/** A way to say what comes, from daily returns. */
interface Forecaster {
    /**
     * Predicts.
     *
     * @param returns daily; only the first {@code known} may be read
     */
    double predict(double[] returns, int known, int horizon);

    /** What somebody without a model would say. */
    double naive(double[] returns, int known, int horizon);

    /** What came: computed from the {@code horizon} returns after the first {@code known}. */
    double outcome(double[] returns, int known, int horizon);

    /** The error of a prediction on the scale on which errors of calm and wild days are alike. */
    double error(double predicted, double outcome, double scale);

    /** What came if {@code error} is the error of the prediction: the inverse of {@link #error}. */
    double outcomeAt(double predicted, double error, double scale);

    /** What errors are measured in after the first {@code known} returns. */
    double scale(double[] returns, int known, int horizon);

    /** Returns whether the model misses in one direction by its nature, so that its usual error shall be taken out. */
    boolean leans();
}
