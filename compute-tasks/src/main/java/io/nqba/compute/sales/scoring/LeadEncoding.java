package io.nqba.compute.sales.scoring;

import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.ModelKind;

/**
 * How the values of a lead become the columns that a kernel learns from. Trees take each feature as it is. Logistic regression gets a
 * column of 0 and 1 per word of a category and, behind all of these, one per number that tells that it is unknown. Immutable.
 */
final class LeadEncoding {
    private final int[] columnFeature;
    private final int[] columnWord;
    private final int features;

    private static final int PLAIN = -1;
    private static final int UNKNOWN = -2;

    private LeadEncoding(int features, int[] columnFeature, int[] columnWord) {
        this.features = features;
        this.columnFeature = columnFeature;
        this.columnWord = columnWord;
    }

    /** @param features indexes into the schema */
    static LeadEncoding of(LeadSchema schema, ModelKind kind, int[] features) {
        FeatureKind[] kinds = schema.kinds();
        var columns = new java.util.ArrayList<int[]>();
        for (int at = 0; at < features.length; at++) {
            if (kind == ModelKind.BOOSTED_TREES || kinds[features[at]] == FeatureKind.NUMBER) {
                columns.add(new int[] {at, PLAIN});
                continue;
            }
            for (int word = 0; word < schema.words(features[at]).size(); word++) {
                columns.add(new int[] {at, word});
            }
        }
        for (int at = 0; at < features.length; at++) {
            if (kind == ModelKind.LOGISTIC && kinds[features[at]] == FeatureKind.NUMBER) {
                columns.add(new int[] {at, UNKNOWN});
            }
        }
        return new LeadEncoding(
                features.length,
                columns.stream().mapToInt(column -> column[0]).toArray(),
                columns.stream().mapToInt(column -> column[1]).toArray());
    }

    int width() {
        return columnFeature.length;
    }

    int features() {
        return features;
    }

    /** Returns the feature of a column, by its place among the features that are used. */
    int feature(int column) {
        return columnFeature[column];
    }

    /** Returns what a column tells of its feature: a word, that it is unknown, or nothing but the feature itself. */
    String word(java.util.List<String> words, int column) {
        int word = columnWord[column];
        if (word == PLAIN) {
            return "";
        }
        return word == UNKNOWN ? "unknown" : words.get(word);
    }

    /** Returns a column of a lead; {@code value} is that of its feature. */
    float column(int column, float value) {
        int word = columnWord[column];
        if (word == PLAIN) {
            return value;
        }
        if (word == UNKNOWN) {
            return Float.isNaN(value) ? 1 : 0;
        }
        return value == word ? 1 : 0;
    }
}
