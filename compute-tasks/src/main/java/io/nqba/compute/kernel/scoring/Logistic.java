package io.nqba.compute.kernel.scoring;

/** The logistic function without overflow. */
public final class Logistic {
    private Logistic() {}

    public static double probability(double margin) {
        double small = Math.exp(-Math.abs(margin));
        return margin >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    /** Returns -log of the probability given to what happened. */
    public static double loss(double margin, boolean outcome) {
        double towards = outcome ? margin : -margin;
        return Math.max(0, -towards) + Math.log1p(Math.exp(-Math.abs(towards)));
    }

    static double margin(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
