package io.nqba.model.sales;

import java.util.Arrays;

/** What a scoring model goes by, heaviest first. Crosses the grid wire. */
public final class ModelWeights {
    private final String[] features;
    private final String[] words;
    private final double[] weights;

    /**
     * @param features names of features; one with words stands once for each
     * @param words the word of a category; empty where the weight is that of the whole feature
     * @param weights of logistic regression what the word, or one standard deviation more, adds to the log odds; of trees the share that
     *     splits by the feature have in all that trees tell apart
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public ModelWeights(String[] features, String[] words, double[] weights) {
        this.features = features.clone();
        this.words = words.clone();
        this.weights = weights.clone();
        if (features.length != words.length || features.length != weights.length) {
            throw new IllegalArgumentException("The features (%d), words (%d) and weights (%d) must be equally many."
                    .formatted(features.length, words.length, weights.length));
        }
    }

    public int size() {
        return features.length;
    }

    public String feature(int place) {
        return features[place];
    }

    public String word(int place) {
        return words[place];
    }

    public double weight(int place) {
        return weights[place];
    }

    @Override
    public String toString() {
        return "ModelWeights[%s]".formatted(Arrays.toString(features));
    }
}
