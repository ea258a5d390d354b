package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Leads that meet all conditions of a list. Replicated; every change makes a new revision. */
public final class LeadSegment {
    @QuerySqlField(name = "SEGMENT_ID")
    private final String segmentId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "SCHEMA_ID")
    private final String schemaId;

    private final LeadCondition[] conditions;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    @QuerySqlField(name = "CHANGED_BY")
    private final String changedBy;

    @QuerySqlField(name = "CHANGED_MILLIS")
    private final long changedMillis;

    /**
     * @param segmentId identifier
     * @param name what people call it
     * @param schemaId the {@link io.nqba.model.sales.LeadSchema} of its leads; empty for any
     * @param conditions what its leads meet, all of it
     * @param revision 1, 2, 3 …, one more with every change
     * @param changedBy account that changed it last
     * @param changedMillis when it was changed, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public LeadSegment(
            String segmentId,
            String name,
            String schemaId,
            LeadCondition[] conditions,
            long revision,
            String changedBy,
            long changedMillis) {
        this.segmentId = Require.text("segmentId", segmentId);
        this.name = Require.text("name", name);
        this.schemaId = schemaId;
        this.conditions = conditions.clone();
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
        this.changedBy = changedBy;
        this.changedMillis = changedMillis;
    }

    public String segmentId() {
        return segmentId;
    }

    public String name() {
        return name;
    }

    public String schemaId() {
        return schemaId;
    }

    public LeadCondition[] conditions() {
        return conditions.clone();
    }

    public long revision() {
        return revision;
    }

    public String changedBy() {
        return changedBy;
    }

    public long changedMillis() {
        return changedMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeadSegment that
                && segmentId.equals(that.segmentId)
                && name.equals(that.name)
                && schemaId.equals(that.schemaId)
                && Arrays.equals(conditions, that.conditions)
                && revision == that.revision
                && changedBy.equals(that.changedBy)
                && changedMillis == that.changedMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(segmentId, name, schemaId, Arrays.hashCode(conditions), revision, changedBy, changedMillis);
    }

    @Override
    public String toString() {
        return "LeadSegment[%s, %s]".formatted(segmentId, revision);
    }
}
