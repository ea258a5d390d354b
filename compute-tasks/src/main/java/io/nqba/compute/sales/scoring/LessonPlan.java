package io.nqba.compute.sales.scoring;

/** What a model is learnt from: which leads, which features. Crosses the grid wire. */
final class LessonPlan {
    private final long number;
    private final Share share;
    private final int[] features;
    private final TreeShape shape;

    /**
     * @param number no other lesson of the run has it, also after another coordinator took over
     * @param features indexes into the schema
     */
    LessonPlan(long number, Share share, int[] features, TreeShape shape) {
        this.number = number;
        this.share = share;
        this.features = features.clone();
        this.shape = shape;
    }

    long number() {
        return number;
    }

    Share share() {
        return share;
    }

    int[] features() {
        return features.clone();
    }

    TreeShape shape() {
        return shape;
    }
}
