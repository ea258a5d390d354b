package io.nqba.compute.sales.engagement;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.EngagementSettings;
import io.nqba.model.sales.engagement.LeadSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;

/** The rules as every node has them: sequences, segments, settings. They are few and on each node. */
final class EngagementRules {
    private EngagementRules() {}

    /** A sequence that is active, with the segment whose leads enter it. */
    record Entrance(EngagementSequence sequence, LeadSegment segment) {}

    static List<Entrance> entrances(Ignite ignite) {
        List<Entrance> entrances = new ArrayList<>();
        var query = new ScanQuery<String, EngagementSequence>();
        try (var rows = ignite.<String, EngagementSequence>cache(CacheNames.ENGAGEMENT_SEQUENCE)
                .query(query)) {
            for (Cache.Entry<String, EngagementSequence> row : rows) {
                EngagementSequence sequence = row.getValue();
                LeadSegment segment = ignite.<String, LeadSegment>cache(CacheNames.LEAD_SEGMENT)
                        .get(sequence.segmentId());
                if (sequence.active() && segment != null) {
                    entrances.add(new Entrance(sequence, segment));
                }
            }
        }
        return entrances;
    }

    static Optional<EngagementSequence> sequence(Ignite ignite, String sequenceId) {
        return Optional.ofNullable(ignite.<String, EngagementSequence>cache(CacheNames.ENGAGEMENT_SEQUENCE)
                .get(sequenceId));
    }

    static EngagementSettings settings(Ignite ignite) {
        EngagementSettings set = ignite.<String, EngagementSettings>cache(CacheNames.ENGAGEMENT_SETTINGS)
                .get(EngagementSettings.KEY);
        return set == null ? EngagementSettings.usual() : set;
    }
}
