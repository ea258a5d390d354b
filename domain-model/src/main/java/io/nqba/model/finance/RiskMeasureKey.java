package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link RiskMeasure}: one book or portfolio, day, method and confidence. */
public final class RiskMeasureKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "SUBJECT_ID")
    private final String subjectId;

    @QuerySqlField(name = "SCOPE")
    private final RiskScope scope;

    @QuerySqlField(name = "TRADING_DAY")
    private final long day;

    @QuerySqlField(name = "METHOD")
    private final RiskMethod method;

    @QuerySqlField(name = "CONFIDENCE_PERCENT")
    private final int confidencePercent;

    /**
     * @param subjectId book or portfolio; its rows live on one node
     * @param scope which of the two
     * @param day last day of prices, epoch day
     * @param method how it was estimated
     * @param confidencePercent 95 or 99
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public RiskMeasureKey(String subjectId, RiskScope scope, long day, RiskMethod method, int confidencePercent) {
        this.subjectId = Require.text("subjectId", subjectId);
        this.scope = scope;
        this.day = day;
        this.method = method;
        this.confidencePercent = confidencePercent;
    }

    public String subjectId() {
        return subjectId;
    }

    public RiskScope scope() {
        return scope;
    }

    public long day() {
        return day;
    }

    public RiskMethod method() {
        return method;
    }

    public int confidencePercent() {
        return confidencePercent;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RiskMeasureKey that
                && subjectId.equals(that.subjectId)
                && scope == that.scope
                && day == that.day
                && method == that.method
                && confidencePercent == that.confidencePercent;
    }

    @Override
    public int hashCode() {
        return Objects.hash(subjectId, scope, day, method, confidencePercent);
    }

    @Override
    public String toString() {
        return "RiskMeasureKey[%s, %s, %s, %s]".formatted(subjectId, scope, day, method);
    }
}
