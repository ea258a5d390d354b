package io.nqba.model.finance;

import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What a strategy wants to hold of an instrument, as its last backtest decided it. */
public final class Signal {
    @QuerySqlField(name = "WEIGHT")
    private final double weight;

    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    /**
     * @param weight share of the wealth; negative to be short
     * @param runId run that made it
     */
    public Signal(double weight, String runId) {
        this.weight = weight;
        this.runId = runId;
    }

    /** Returns share of the wealth; negative to be short. */
    public double weight() {
        return weight;
    }

    /** Returns run that made it. */
    public String runId() {
        return runId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signal that && Double.compare(weight, that.weight) == 0 && runId.equals(that.runId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(weight, runId);
    }

    @Override
    public String toString() {
        return "Signal[%s, %s]".formatted(weight, runId);
    }
}
