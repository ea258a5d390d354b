package io.nqba.console.sales.engagement;

import io.nqba.console.sales.RevisedView;
import io.nqba.model.sales.engagement.LeadCondition;
import io.nqba.model.sales.engagement.LeadSegment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Leads that meet all conditions of a list.
 *
 * @param schemaId only leads of this schema; empty for any
 * @param conditions as they are written, such as {@code grade is A, B}
 */
public record SegmentView(
        String id,
        String name,
        String schemaId,
        List<String> conditions,
        long revision,
        String changedBy,
        Instant changedAt)
        implements RevisedView {
    static SegmentView of(LeadSegment segment) {
        return new SegmentView(
                segment.segmentId(),
                segment.name(),
                segment.schemaId(),
                Arrays.stream(segment.conditions()).map(LeadCondition::toString).toList(),
                segment.revision(),
                segment.changedBy(),
                Instant.ofEpochMilli(segment.changedMillis()));
    }
}
