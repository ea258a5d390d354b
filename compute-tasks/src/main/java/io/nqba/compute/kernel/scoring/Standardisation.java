package io.nqba.compute.kernel.scoring;

/**
 * Brings features to mean 0 and deviation 1. A missing value becomes the mean; so does every value of a feature that never changes. Values
 * far outside what training saw are held at its edge, so that a drifted row is not scored by extrapolation.
 *
 * @param means shape {@code [features]}
 * @param scales 1 / deviation, 0 for a feature that never changes; shape {@code [features]}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Standardisation(double[] means, double[] scales) {
    /** Deviations from the mean at which a value is held. */
    static final double MOST_DEVIATIONS = 10;

    public static Standardisation of(FeatureMoments moments, int width) {
        double[] means = new double[width];
        double[] scales = new double[width];
        for (int j = 0; j < width; j++) {
            means[j] = moments.mean(j);
            double deviation = moments.deviation(j);
            // Rounding alone gives a constant feature a deviation of this order.
            scales[j] = deviation > 1e-7 * Math.max(1, Math.abs(means[j])) ? 1 / deviation : 0;
        }
        return new Standardisation(means, scales);
    }

    public int width() {
        return means.length;
    }

    double value(int feature, double raw) {
        double z = (raw - means[feature]) * scales[feature];
        return Double.isNaN(z) ? 0 : Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, z));
    }
}
