package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.ScoreQuestion;
import java.time.Clock;
import org.apache.ignite.Ignite;

/** Scores values that need not be those of a stored lead, on the node that has or would have it. Stores nothing. */
public final class AskScoreTask extends OwnerTask<ScoreQuestion, LeadScore> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.LEAD;
    }

    @Override
    protected Object key(ScoreQuestion question) {
        return question.leadId();
    }

    @Override
    protected LeadScore work(Ignite here, ScoreQuestion question) {
        int width = LeadScoring.schema(here, question.schemaId()).width();
        double[] values = question.values();
        if (values.length != width) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The lead has %d values, its schema (%s) %d features."
                            .formatted(values.length, question.schemaId(), width),
                    "Send one value per feature.");
        }
        return ModelBook.scorer(here, question.schemaId())
                .score(question.leadId(), values, Clock.systemUTC().millis());
    }
}
