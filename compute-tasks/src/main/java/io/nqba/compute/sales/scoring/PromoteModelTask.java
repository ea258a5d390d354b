package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.compute.optimisation.PartitionSweep;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.PromoteModel;
import io.nqba.model.sales.ScoringModel;
import java.time.Clock;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a model champion because a person said so, then has it score every lead of its schema where the leads lie. */
public final class PromoteModelTask extends OwnerTask<PromoteModel, ScoringModel> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PromoteModelTask.class);
    private static final long PATIENCE_MILLIS = 20_000;

    @Override
    protected String cacheName() {
        return CacheNames.SCORING_MODEL;
    }

    @Override
    protected Object key(PromoteModel decision) {
        return decision.modelId();
    }

    @Override
    protected ScoringModel work(Ignite here, PromoteModel decision) {
        ScoringModel champion = ModelBook.promote(here, decision.modelId(), decision.revision());
        var sweep = new PartitionSweep(
                here,
                "promotion-" + UUID.randomUUID(),
                LeadScoringRequest.usual(champion.schemaId(), champion.kind()),
                PATIENCE_MILLIS);
        ScoredTally scored = sweep.ask(
                        new ScoreInquiry(champion, Clock.systemUTC().millis()))
                .tally();
        sweep.forget();
        LOG.info(
                "A model was promoted, modelId={}, leads={}, gradeA={}",
                champion.modelId(),
                scored.all(),
                scored.best());
        return champion;
    }
}
