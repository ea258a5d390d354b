package io.nqba.model.optimisation;

/** Which way an objective gets better. */
public enum ObjectiveSense {
    MINIMISE,
    MAXIMISE;

    /** Returns how much better {@code value} is than {@code other}; negative when it is worse. */
    public double gain(double value, double other) {
        return this == MAXIMISE ? value - other : other - value;
    }

    /** Returns the relative gap between a value and its bound, 0 when they have met, NaN before both are known. */
    public double gap(double value, double bound) {
        double open = gain(bound, value);
        return open <= 0 ? 0 : open / Math.abs(value);
    }
}
