package io.nqba.compute.sales.scoring;

import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ModelParameters;
import io.nqba.model.sales.ModelWeights;
import io.nqba.model.sales.ScoringModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a model goes by, read off its parameters. */
final class WeightList {
    private record Weight(String feature, String word, double weight) {}

    private WeightList() {}

    static ModelWeights of(LeadSchema schema, ScoringModel model) {
        List<Weight> weights = model.kind() == ModelKind.BOOSTED_TREES
                ? ofTrees(schema, model.parameters())
                : ofLine(schema, model.parameters());
        weights.sort(Comparator.comparingDouble(weight -> -Math.abs(weight.weight())));
        return new ModelWeights(
                weights.stream().map(Weight::feature).toArray(String[]::new),
                weights.stream().map(Weight::word).toArray(String[]::new),
                weights.stream().mapToDouble(Weight::weight).toArray());
    }

    private static List<Weight> ofLine(LeadSchema schema, ModelParameters parameters) {
        int[] features = parameters.features();
        LeadEncoding encoding = LeadEncoding.of(schema, ModelKind.LOGISTIC, features);
        double[] coefficients = parameters.coefficients();
        double[] scales = parameters.scales();
        List<Weight> weights = new ArrayList<>();
        for (int column = 0; column < encoding.width(); column++) {
            int feature = features[encoding.feature(column)];
            double weight = coefficients[column + 1];
            if (weight == 0) {
                continue;
            }
            String word = encoding.word(schema.words(feature), column);
            weights.add(new Weight(schema.names()[feature], word, word.isEmpty() ? weight : weight / scales[column]));
        }
        return weights;
    }

    /** A split counts by how far apart it puts its sides; half as many leads reach each level below, for want of better knowledge. */
    private static List<Weight> ofTrees(LeadSchema schema, ModelParameters parameters) {
        int[] features = parameters.features();
        int[] starts = parameters.treeStarts();
        int[] split = parameters.nodeFeatures();
        double[] values = parameters.nodeValues();
        double[] sums = new double[features.length];
        double all = 0;
        for (int tree = 0; tree < starts.length; tree++) {
            int to = tree + 1 < starts.length ? starts[tree + 1] : split.length;
            for (int node = 0; starts[tree] + node < to; node++) {
                int feature = split[starts[tree] + node];
                if (feature >= 0) {
                    int below = starts[tree] + 2 * node + 1;
                    double told = Math.abs(values[below] - values[below + 1]) / Integer.highestOneBit(node + 1);
                    sums[feature] += told;
                    all += told;
                }
            }
        }
        List<Weight> weights = new ArrayList<>();
        for (int k = 0; k < sums.length; k++) {
            weights.add(new Weight(schema.names()[features[k]], "", all == 0 ? 0 : sums[k] / all));
        }
        return weights;
    }
}
