package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Inquiry;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.ScoringModel;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;

/** Scores every lead of the schema where it lies. Scoring twice leaves the same rows. */
final class ScoreInquiry implements Inquiry<PartitionLeads, ScoredTally> {
    private static final int BATCH = 1_000;

    private final ScoringModel model;
    private final long nowMillis;

    ScoreInquiry(ScoringModel model, long nowMillis) {
        this.model = model;
        this.nowMillis = nowMillis;
    }

    @Override
    public ScoredTally nothing() {
        return new ScoredTally();
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, ScoredTally into) {
        LeadScorer scorer = new LeadScorer(leads.schema(), model);
        IgniteCache<String, LeadScore> scores = ignite.cache(CacheNames.LEAD_SCORE);
        Map<String, NewestScore> batch = new TreeMap<>();
        leads.each(lead -> {
            LeadScore score = scorer.score(lead, nowMillis);
            into.add(score.grade());
            batch.put(lead.leadId(), new NewestScore(score));
            if (batch.size() == BATCH) {
                scores.invokeAll(batch);
                batch.clear();
            }
        });
        scores.invokeAll(batch);
    }
}
