package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Inquiry;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.ScoringModel;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;

/** Scores every lead of the schema, or of one group of partitions, where it lies. Scoring twice leaves the same rows. */
final class ScoreInquiry implements Inquiry<PartitionLeads, ScoredTally> {
    private static final int BATCH = 1_000;

    private final ScoringModel model;
    private final long nowMillis;
    private final int group;
    private final int groups;

    private ScoreInquiry(ScoringModel model, long nowMillis, int group, int groups) {
        this.model = model;
        this.nowMillis = nowMillis;
        this.group = group;
        this.groups = groups;
    }

    static ScoreInquiry ofAll(ScoringModel model, long nowMillis) {
        return new ScoreInquiry(model, nowMillis, 0, 1);
    }

    /** @param group number of the group, below {@code groups} */
    static ScoreInquiry ofGroup(ScoringModel model, long nowMillis, int group, int groups) {
        return new ScoreInquiry(model, nowMillis, group, groups);
    }

    @Override
    public ScoredTally nothing() {
        return new ScoredTally();
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, ScoredTally into) {
        // A sweep may still be on its way when another model is promoted.
        if (leads.partition() % groups != group || !ModelBook.isChampion(ignite, model.modelId())) {
            return;
        }
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
