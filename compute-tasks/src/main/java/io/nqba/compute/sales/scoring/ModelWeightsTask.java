package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.ModelWeights;
import io.nqba.model.sales.ScoringModel;
import org.apache.ignite.Ignite;

/** Tells what a model goes by. */
public final class ModelWeightsTask extends OwnerTask<String, ModelWeights> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.SCORING_MODEL;
    }

    @Override
    protected Object key(String modelId) {
        return modelId;
    }

    @Override
    protected ModelWeights work(Ignite here, String modelId) {
        ScoringModel model = ModelBook.require(here, modelId);
        return WeightList.of(LeadScoring.schema(here, model.schemaId()), model);
    }
}
