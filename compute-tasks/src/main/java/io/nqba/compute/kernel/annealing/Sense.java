package io.nqba.compute.kernel.annealing;

/** Which end of the objective is wanted. */
public enum Sense {
    MAXIMISE(1),
    MINIMISE(-1);

    private final int sign;

    Sense(int sign) {
        this.sign = sign;
    }

    /** Returns what the objective is multiplied with so that more is better: 1 or -1. */
    public int sign() {
        return sign;
    }
}
