package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.compute.optimisation.PartitionSweep;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DriftReport;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ScoringModel;
import java.util.UUID;
import org.apache.ignite.Ignite;

/** Compares the leads that came in after a model was trained with those it was trained on. */
public final class DriftReportTask extends OwnerTask<String, DriftReport> {
    private static final long serialVersionUID = 1L;
    private static final long PATIENCE_MILLIS = 10_000;

    @Override
    protected String cacheName() {
        return CacheNames.SCORING_MODEL;
    }

    @Override
    protected Object key(String modelId) {
        return modelId;
    }

    @Override
    protected DriftReport work(Ignite here, String modelId) {
        ScoringModel model = ModelBook.require(here, modelId);
        var sweep = new PartitionSweep(
                here,
                "drift-" + UUID.randomUUID(),
                LeadScoringRequest.usual(model.schemaId(), model.kind()),
                PATIENCE_MILLIS);
        DriftTally tally = sweep.ask(new DriftInquiry(model)).tally();
        sweep.forget();
        return new DriftFindings(LeadScoring.schema(here, model.schemaId()), model, tally).report();
    }
}
