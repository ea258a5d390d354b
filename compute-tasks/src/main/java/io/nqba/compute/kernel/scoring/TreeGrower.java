package io.nqba.compute.kernel.scoring;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Grows one tree level by level from summed histograms. All that goes down to the rows is the tree so far, all that comes up are the sums
 * of a level.
 */
final class TreeGrower {
    private final BinPlan plan;
    private final BoostingSettings settings;
    private final boolean[] features;
    private final Tree tree;
    private final boolean[] derived;
    private @Nullable GradientSums before;

    TreeGrower(BinPlan plan, BoostingSettings settings, int number) {
        this.plan = plan;
        this.settings = settings;
        features = new boolean[plan.width()];
        boolean any = false;
        for (int j = 0; j < features.length; j++) {
            features[j] = settings.takesFeature(number, j);
            any |= features[j];
        }
        if (!any) {
            features[number % features.length] = true;
        }
        tree = new Tree(settings.depth());
        derived = new boolean[tree.nodes()];
    }

    /** Returns which nodes of a level need no sums, as they follow from those of their parent and sibling. */
    boolean[] derived(int level) {
        int first = (1 << level) - 1;
        return Arrays.copyOfRange(derived, first, 2 * first + 1);
    }

    boolean[] features() {
        return features;
    }

    Tree tree() {
        return tree;
    }

    /** Splits the nodes of a level where that gains; returns whether any was split. */
    boolean absorb(int level, GradientSums sums) {
        boolean split = false;
        int first = (1 << level) - 1;
        for (int k = 0; k < sums.nodes(); k++) {
            if (derived[first + k]) {
                sums.derive(k, Objects.requireNonNull(before, "before"));
            }
        }
        for (int k = 0; k < sums.nodes(); k++) {
            if (level == 0 || !tree.leaf((first + k - 1) / 2)) {
                split |= split(first + k, k, sums);
            }
        }
        before = sums;
        return split;
    }

    private boolean split(int node, int k, GradientSums sums) {
        int any = 0;
        while (!features[any]) {
            any++;
        }
        long gradient = 0;
        long curvature = 0;
        for (int bin = 0; bin < plan.bins(any); bin++) {
            gradient += sums.gradientUnits(sums.line(k, any), bin);
            curvature += sums.curvatureUnits(sums.line(k, any), bin);
        }
        tree.value(node, settings.learningRate() * best(gradient, curvature));
        Choice choice = new Choice();
        for (int j = 0; j < features.length; j++) {
            if (features[j]) {
                weigh(j, sums, sums.line(k, j), gradient, curvature, choice);
            }
        }
        if (choice.feature < 0) {
            return false;
        }
        tree.split(node, choice.feature, choice.bin, plan.edge(choice.feature, choice.bin), choice.missingBelow);
        children(node, choice, gradient, curvature);
        return true;
    }

    /** Gives both sides of a split their values; the heavier one, as a rule the one of more rows, will be derived from the other. */
    private void children(int node, Choice choice, long gradient, long curvature) {
        int below = 2 * node + 1;
        long aboveCurvature = curvature - choice.belowCurvature;
        tree.value(below, settings.learningRate() * best(choice.below, choice.belowCurvature));
        tree.value(below + 1, settings.learningRate() * best(gradient - choice.below, aboveCurvature));
        derived[choice.belowCurvature > aboveCurvature ? below : below + 1] = true;
    }

    /** Tries every edge of a feature, the missing values on either side. */
    private void weigh(int feature, GradientSums sums, int line, long gradient, long curvature, Choice choice) {
        long missingGradient = sums.gradientUnits(line, 0);
        long missingCurvature = sums.curvatureUnits(line, 0);
        long below = 0;
        long belowCurvature = 0;
        double whole = strength(gradient, curvature);
        for (int bin = 1; bin < plan.bins(feature) - 1; bin++) {
            below += sums.gradientUnits(line, bin);
            belowCurvature += sums.curvatureUnits(line, bin);
            choice.offer(this, feature, bin, false, below, belowCurvature, gradient, curvature, whole);
            if (missingCurvature > 0) {
                choice.offer(
                        this,
                        feature,
                        bin,
                        true,
                        below + missingGradient,
                        belowCurvature + missingCurvature,
                        gradient,
                        curvature,
                        whole);
            }
        }
    }

    private double best(long gradient, long curvature) {
        double denominator = GradientSums.value(curvature) + settings.leafPenalty();
        return denominator > 0 ? -GradientSums.value(gradient) / denominator : 0;
    }

    /** Twice what a leaf gains. */
    private double strength(long gradient, long curvature) {
        return -GradientSums.value(gradient) * best(gradient, curvature);
    }

    /** The best split so far; of equals the first. */
    private static final class Choice {
        private double gain = 1e-9;
        private int feature = -1;
        private int bin;
        private boolean missingBelow;
        private long below;
        private long belowCurvature;

        @SuppressWarnings("TooManyParameters") // Two sums of two parts, and what they belong to.
        void offer(
                TreeGrower grower,
                int feature,
                int bin,
                boolean missingBelow,
                long below,
                long belowCurvature,
                long gradient,
                long curvature,
                double whole) {
            double least = grower.settings.leastCurvature();
            if (GradientSums.value(belowCurvature) < least || GradientSums.value(curvature - belowCurvature) < least) {
                return;
            }
            double offered = grower.strength(below, belowCurvature)
                    + grower.strength(gradient - below, curvature - belowCurvature)
                    - whole;
            if (offered > gain) {
                gain = offered;
                this.feature = feature;
                this.bin = bin;
                this.missingBelow = missingBelow;
                this.below = below;
                this.belowCurvature = belowCurvature;
            }
        }
    }
}
