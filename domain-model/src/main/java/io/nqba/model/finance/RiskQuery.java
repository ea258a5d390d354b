package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which risk to measure. Crosses the grid wire. */
public final class RiskQuery {
    private final RiskScope scope;

    private final String subjectId;

    private final int estimationDays;

    private final double participation;

    /**
     * @param scope book or portfolio
     * @param subjectId its id
     * @param estimationDays days that each tail loss is estimated from
     * @param participation share of the market volume that we may be when selling
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public RiskQuery(RiskScope scope, String subjectId, int estimationDays, double participation) {
        this.scope = scope;
        this.subjectId = Require.text("subjectId", subjectId);
        this.estimationDays = estimationDays;
        this.participation = participation;
    }

    public RiskScope scope() {
        return scope;
    }

    public String subjectId() {
        return subjectId;
    }

    public int estimationDays() {
        return estimationDays;
    }

    public double participation() {
        return participation;
    }

    /** Days of two years: what most regulators ask for, and enough for five losses beyond 99 %. */
    public static final int USUAL_DAYS = 500;

    /** Share of the market volume that moves prices little. */
    public static final double USUAL_PARTICIPATION = 0.2;

    /** Returns the question with the usual days and participation. */
    public static RiskQuery usual(RiskScope scope, String subjectId) {
        return new RiskQuery(scope, subjectId, USUAL_DAYS, USUAL_PARTICIPATION);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RiskQuery that
                && scope == that.scope
                && subjectId.equals(that.subjectId)
                && estimationDays == that.estimationDays
                && Double.compare(participation, that.participation) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, subjectId, estimationDays, participation);
    }

    @Override
    public String toString() {
        return "RiskQuery[%s, %s, %s, %s]".formatted(scope, subjectId, estimationDays, participation);
    }
}
