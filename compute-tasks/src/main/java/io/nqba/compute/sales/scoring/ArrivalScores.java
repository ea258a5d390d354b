package io.nqba.compute.sales.scoring;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/**
 * Scores leads that came in or changed, on the node that owns them. What is written is the score of the lead as it stood when it was read;
 * whoever calls it after each change has the last one win. One thread at a time.
 */
public final class ArrivalScores {
    private final Ignite ignite;
    private final Clock clock;
    private final IgniteCache<String, Lead> leads;
    private final IgniteCache<String, LeadScore> scores;

    public ArrivalScores(Ignite ignite, Clock clock) {
        this.ignite = ignite;
        this.clock = clock;
        leads = ignite.cache(CacheNames.LEAD);
        scores = ignite.cache(CacheNames.LEAD_SCORE);
    }

    /**
     * A lead that was looked at.
     *
     * @param score null where no model scores the leads of its schema yet
     */
    public record Scored(Lead lead, @Nullable LeadScore score) {}

    /** Returns whether any model scores leads at all; before that a load of many leads shall cost nothing here. */
    public boolean used() {
        return ModelBook.anyChampion(ignite);
    }

    /** Scores leads with the champions of their schemas and removes the scores of those that are gone. */
    public List<Scored> score(Collection<String> leadIds) {
        Set<String> open = new TreeSet<>(leadIds);
        Map<String, Scored> done = new TreeMap<>();
        // Again as long as leads or champions change meanwhile; whoever changes them all the time is served by the next
        // call.
        for (int pass = 0; pass < 3 && !open.isEmpty(); pass++) {
            Map<String, Lead> read = leads.getAll(open);
            scores.removeAll(missing(open, read));
            Map<String, LeadScorer> scorers = scorers(read.values());
            Map<String, LeadScore> fresh = write(read, scorers);
            read.forEach((leadId, lead) -> done.put(leadId, new Scored(lead, fresh.get(leadId))));
            open = overtaken(read, scorers);
        }
        return new ArrayList<>(done.values());
    }

    private static Set<String> missing(Set<String> asked, Map<String, Lead> read) {
        Set<String> missing = new TreeSet<>(asked);
        missing.removeAll(read.keySet());
        return missing;
    }

    private Map<String, LeadScorer> scorers(Collection<Lead> read) {
        Map<String, LeadScorer> scorers = new HashMap<>();
        Set<String> schemaIds = new HashSet<>();
        read.forEach(lead -> schemaIds.add(lead.schemaId()));
        for (String schemaId : schemaIds) {
            ModelBook.scorerOf(ignite, schemaId).ifPresent(scorer -> scorers.put(schemaId, scorer));
        }
        return scorers;
    }

    private Map<String, LeadScore> write(Map<String, Lead> read, Map<String, LeadScorer> scorers) {
        Map<String, LeadScore> standing = scores.getAll(read.keySet());
        Map<String, LeadScore> valid = new HashMap<>();
        Map<String, NewestScore> writes = new TreeMap<>();
        for (Lead lead : read.values()) {
            LeadScorer scorer = scorers.get(lead.schemaId());
            if (scorer == null || !scorer.fits(lead)) {
                continue;
            }
            LeadScore before = standing.get(lead.leadId());
            if (before != null && before.modelId().equals(scorer.modelId()) && before.tellsOf(lead)) {
                valid.put(lead.leadId(), before);
                continue;
            }
            LeadScore score = scorer.score(lead, clock.millis());
            valid.put(lead.leadId(), score);
            writes.put(lead.leadId(), new NewestScore(score));
        }
        scores.invokeAll(writes);
        return valid;
    }

    /** Returns leads that were changed, removed or lost their champion between being read and their score being written. */
    private Set<String> overtaken(Map<String, Lead> read, Map<String, LeadScorer> scorers) {
        Set<String> again = new TreeSet<>();
        Map<String, LeadScorer> now = scorers(read.values());
        Map<String, Lead> there = leads.getAll(read.keySet());
        for (Lead lead : read.values()) {
            Lead later = there.get(lead.leadId());
            boolean same = later != null
                    && later.revision() == lead.revision()
                    && now.get(lead.schemaId()) == scorers.get(lead.schemaId());
            if (!same) {
                again.add(lead.leadId());
            }
        }
        return again;
    }

    /**
     * Returns the leads of a partition of this node without a score that tells of them, and the ids of scores whose lead is gone. Leads of
     * a schema without a champion need none. What model a score is by does not matter: that is for promotions to see to.
     */
    public Set<String> stale(int partition) {
        if (!used()) {
            return Set.of();
        }
        Map<String, LeadScore> standing = new HashMap<>();
        try (var rows = scores.query(new ScanQuery<String, LeadScore>().setPartition(partition))) {
            for (Cache.Entry<String, LeadScore> row : rows) {
                standing.put(row.getKey(), row.getValue());
            }
        }
        Set<String> stale = new TreeSet<>();
        Map<String, Optional<LeadScorer>> scorers = new HashMap<>();
        try (var rows = leads.query(new ScanQuery<String, Lead>().setPartition(partition))) {
            for (Cache.Entry<String, Lead> row : rows) {
                Lead lead = row.getValue();
                LeadScore score = standing.remove(row.getKey());
                boolean scored = score != null && score.tellsOf(lead);
                if (!scored
                        && scorers.computeIfAbsent(lead.schemaId(), id -> ModelBook.scorerOf(ignite, id))
                                .filter(scorer -> scorer.fits(lead))
                                .isPresent()) {
                    stale.add(row.getKey());
                }
            }
        }
        stale.addAll(standing.keySet());
        return stale;
    }
}
