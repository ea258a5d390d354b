package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A limit of a book or portfolio. Levels above the breach level are refused to orders that make them worse. Replicated; its id is its key. */
public final class RiskLimit {
    @QuerySqlField(name = "LIMIT_ID")
    private final String limitId;

    @QuerySqlField(name = "SCOPE")
    private final RiskScope scope;

    @QuerySqlField(name = "SUBJECT_ID", index = true)
    private final String subjectId;

    @QuerySqlField(name = "MEASURE")
    private final LimitMeasure measure;

    @QuerySqlField(name = "TARGET")
    private final String target;

    @QuerySqlField(name = "WARN_LEVEL")
    private final double warnLevel;

    @QuerySqlField(name = "BREACH_LEVEL")
    private final double breachLevel;

    @QuerySqlField(name = "VERSION")
    private final long version;

    @QuerySqlField(name = "CHANGED_BY")
    private final String changedBy;

    @QuerySqlField(name = "CHANGED_MILLIS")
    private final long changedMillis;

    /**
     * @param limitId identifier
     * @param scope book or portfolio
     * @param subjectId its id
     * @param measure what it limits
     * @param target instrument, sector or issuer; empty for each of them, or where the measure concerns the whole
     * @param warnLevel level from which it warns
     * @param breachLevel highest level allowed
     * @param version grows with each change, from 1
     * @param changedBy account that changed it last
     * @param changedMillis when, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public RiskLimit(
            String limitId,
            RiskScope scope,
            String subjectId,
            LimitMeasure measure,
            String target,
            double warnLevel,
            double breachLevel,
            long version,
            String changedBy,
            long changedMillis) {
        this.limitId = Require.text("limitId", limitId);
        this.scope = scope;
        this.subjectId = Require.text("subjectId", subjectId);
        this.measure = measure;
        this.target = target;
        this.warnLevel = Require.finite("warnLevel", Require.positive("warnLevel", warnLevel, ""), "");
        this.breachLevel = Require.finite("breachLevel", Require.positive("breachLevel", breachLevel, ""), "");
        this.version = Require.within("version", version, 1, Long.MAX_VALUE);
        this.changedBy = Require.text("changedBy", changedBy);
        this.changedMillis = changedMillis;
    }

    public String limitId() {
        return limitId;
    }

    public RiskScope scope() {
        return scope;
    }

    public String subjectId() {
        return subjectId;
    }

    public LimitMeasure measure() {
        return measure;
    }

    public String target() {
        return target;
    }

    public double warnLevel() {
        return warnLevel;
    }

    public double breachLevel() {
        return breachLevel;
    }

    public long version() {
        return version;
    }

    public String changedBy() {
        return changedBy;
    }

    public long changedMillis() {
        return changedMillis;
    }

    /** Returns where a level stands. */
    public LimitStatus statusOf(double level) {
        if (level > breachLevel) {
            return LimitStatus.BREACH;
        }
        return level >= warnLevel ? LimitStatus.WARN : LimitStatus.OK;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RiskLimit that
                && limitId.equals(that.limitId)
                && scope == that.scope
                && subjectId.equals(that.subjectId)
                && measure == that.measure
                && target.equals(that.target)
                && Double.compare(warnLevel, that.warnLevel) == 0
                && Double.compare(breachLevel, that.breachLevel) == 0
                && version == that.version
                && changedBy.equals(that.changedBy)
                && changedMillis == that.changedMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                limitId, scope, subjectId, measure, target, warnLevel, breachLevel, version, changedBy, changedMillis);
    }

    @Override
    public String toString() {
        return "RiskLimit[%s, %s, %s, %s, %s]".formatted(limitId, scope, subjectId, measure, breachLevel);
    }
}
