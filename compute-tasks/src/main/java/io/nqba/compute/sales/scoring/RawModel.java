package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.BoostedTrees;
import io.nqba.compute.kernel.scoring.LogisticRegression;
import io.nqba.compute.kernel.scoring.Standardisation;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ModelParameters;
import org.jspecify.annotations.Nullable;

/** The parameters of a model, ready to compute log odds. Immutable. */
final class RawModel {
    private final int[] features;
    private final LeadEncoding encoding;
    private final @Nullable BoostedTrees trees;
    private final LogisticRegression.@Nullable Fit line;

    RawModel(LeadSchema schema, ModelKind kind, ModelParameters parameters) {
        features = parameters.features();
        encoding = LeadEncoding.of(schema, kind, features);
        double[] first = parameters.coefficients();
        if (kind == ModelKind.BOOSTED_TREES) {
            line = null;
            trees = BoostedTrees.of(
                    first[0],
                    encoding.width(),
                    parameters.treeStarts(),
                    parameters.nodeFeatures(),
                    parameters.nodeEdges(),
                    parameters.nodeMissingBelow(),
                    parameters.nodeValues());
        } else {
            trees = null;
            line = new LogisticRegression.Fit(
                    new Standardisation(parameters.means(), parameters.scales()),
                    ModelArrays.constantLast(first),
                    Double.NaN,
                    0);
        }
    }

    int[] features() {
        return features.clone();
    }

    /**
     * Returns the logarithm of the odds.
     *
     * @param values features in the order of the schema
     * @param from where those of the lead begin
     * @param columns place for the columns, shape {@code [width()]}
     */
    double margin(float[] values, int from, float[] columns) {
        encode(values, from, columns);
        return trees != null ? trees.margin(columns) : line().margin(columns);
    }

    int width() {
        return encoding.width();
    }

    /** Returns what each feature that is used adds to the log odds of an average lead. */
    double[] contributions(float[] values) {
        float[] columns = new float[encoding.width()];
        encode(values, 0, columns);
        double[] sums = new double[features.length];
        double[] ofTrees = trees != null ? trees.contributions(columns) : null;
        for (int column = 0; column < columns.length; column++) {
            sums[encoding.feature(column)] +=
                    ofTrees != null ? ofTrees[column] : line().contribution(column, columns[column]);
        }
        return sums;
    }

    private void encode(float[] values, int from, float[] columns) {
        for (int column = 0; column < columns.length; column++) {
            columns[column] = encoding.column(column, values[from + features[encoding.feature(column)]]);
        }
    }

    private LogisticRegression.Fit line() {
        return java.util.Objects.requireNonNull(line, "line");
    }
}
