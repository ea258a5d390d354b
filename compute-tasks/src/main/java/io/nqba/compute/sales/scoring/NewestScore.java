package io.nqba.compute.sales.scoring;

import io.nqba.model.sales.LeadScore;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;

/**
 * Writes a score unless the one that stands there looks at a newer state of the lead: those who score at the same time, a new lead's node
 * and a sweep over all leads, may write in any order. Crosses the grid wire.
 */
final class NewestScore implements EntryProcessor<String, LeadScore, Boolean> {
    private final LeadScore score;

    NewestScore(LeadScore score) {
        this.score = score;
    }

    @Override
    public Boolean process(MutableEntry<String, LeadScore> entry, Object... arguments) {
        boolean newest = score.mayReplace(entry.getValue());
        if (newest) {
            entry.setValue(score);
        }
        return newest;
    }
}
