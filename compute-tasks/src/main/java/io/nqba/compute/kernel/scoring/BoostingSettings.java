package io.nqba.compute.kernel.scoring;

import io.nqba.model.error.Require;

/**
 * How trees are grown.
 *
 * @param trees number of trees, 1 to 5,000
 * @param depth splits from the root to a leaf at most, 1 to 10
 * @param learningRate share of its best value that each leaf gets, above 0 to 1
 * @param leafPenalty ridge on the value of a leaf, in units of curvature, 0 or more
 * @param leastCurvature curvature that either side of a split must have, 0 or more
 * @param rowShare share of the rows that each tree sees, above 0 to 1
 * @param featureShare share of the features that each tree may split by, above 0 to 1
 * @param seed chooses rows and features
 */
public record BoostingSettings(
        int trees,
        int depth,
        double learningRate,
        double leafPenalty,
        double leastCurvature,
        double rowShare,
        double featureShare,
        long seed) {
    /** @throws IllegalArgumentException if a value is outside its range; the text names it */
    public BoostingSettings {
        Require.within("trees", trees, 1, 5_000);
        Require.within("depth", depth, 1, 10);
        share("learningRate", learningRate);
        Require.finite("leafPenalty", Require.notNegative("leafPenalty", leafPenalty, ""), "");
        Require.finite("leastCurvature", Require.notNegative("leastCurvature", leastCurvature, ""), "");
        share("rowShare", rowShare);
        share("featureShare", featureShare);
    }

    /** Settings that need no tuning for tens of thousands of rows or more. */
    public static BoostingSettings usual(long seed) {
        return new BoostingSettings(200, 4, 0.08, 1, 5, 0.7, 0.7, seed);
    }

    private static void share(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("The %s (%s) must be above 0 and at most 1.".formatted(name, value));
        }
    }

    /** Whether a tree sees a row: the same rows however they are grouped. */
    boolean takesRow(int tree, long id) {
        return rowShare == 1 || uniform(seed * 31 + 2L * tree, id) < rowShare;
    }

    boolean takesFeature(int tree, int feature) {
        return featureShare == 1 || uniform(seed * 31 + 2L * tree + 1, feature) < featureShare;
    }

    /** A number in [0, 1) from two keys: the finaliser of SplitMix64. Source: doi:10.1145/2714064.2660195. */
    private static double uniform(long key, long other) {
        long z = other + 0x9e3779b97f4a7c15L * (key + 1);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }
}
