package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import java.time.Clock;
import org.apache.ignite.Ignite;

/** Scores one stored lead on its node and stores the score beside it. */
public final class ScoreLeadTask extends OwnerTask<String, LeadScore> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.LEAD;
    }

    @Override
    protected Object key(String leadId) {
        return leadId;
    }

    @Override
    protected LeadScore work(Ignite here, String leadId) {
        Lead lead = here.<String, Lead>cache(CacheNames.LEAD).get(leadId);
        if (lead == null) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "There is no lead (%s).".formatted(leadId),
                    "GET /api/v1/sigma/leads lists those there are.");
        }
        LeadScore score = ModelBook.scorer(here, lead.schemaId())
                .score(lead, Clock.systemUTC().millis());
        here.<String, LeadScore>cache(CacheNames.LEAD_SCORE).invoke(leadId, new NewestScore(score));
        return score;
    }
}
