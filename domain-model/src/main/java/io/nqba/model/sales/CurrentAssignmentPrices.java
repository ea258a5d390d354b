package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What an hour of each agent costs now: new leads are assigned against it at once. Replicated under one key. */
public final class CurrentAssignmentPrices {
    /** The key it is stored under. */
    public static final String KEY = "current";

    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    private final String[] repIds;

    private final double[] shadowPrices;

    private final double[] hoursLeft;

    @QuerySqlField(name = "ISSUED_MILLIS")
    private final long issuedMillis;

    /**
     * @param runId run that found the prices
     * @param repIds the agents
     * @param shadowPrices currency of the book per hour, in the order of the agents
     * @param hoursLeft hours not yet given, in the order of the agents
     * @param issuedMillis when, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public CurrentAssignmentPrices(
            String runId, String[] repIds, double[] shadowPrices, double[] hoursLeft, long issuedMillis) {
        this.runId = Require.text("runId", runId);
        this.repIds = repIds.clone();
        this.shadowPrices = shadowPrices.clone();
        this.hoursLeft = hoursLeft.clone();
        this.issuedMillis = issuedMillis;
        if (shadowPrices.length != repIds.length || hoursLeft.length != repIds.length) {
            throw new IllegalArgumentException(
                    "The repIds (%d), shadowPrices (%d) and hoursLeft (%d) must be equally many."
                            .formatted(repIds.length, shadowPrices.length, hoursLeft.length));
        }
    }

    public String runId() {
        return runId;
    }

    public String[] repIds() {
        return repIds.clone();
    }

    public double[] shadowPrices() {
        return shadowPrices.clone();
    }

    public double[] hoursLeft() {
        return hoursLeft.clone();
    }

    public long issuedMillis() {
        return issuedMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CurrentAssignmentPrices that
                && runId.equals(that.runId)
                && Arrays.equals(repIds, that.repIds)
                && Arrays.equals(shadowPrices, that.shadowPrices)
                && Arrays.equals(hoursLeft, that.hoursLeft)
                && issuedMillis == that.issuedMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                runId,
                Arrays.hashCode(repIds),
                Arrays.hashCode(shadowPrices),
                Arrays.hashCode(hoursLeft),
                issuedMillis);
    }

    @Override
    public String toString() {
        return "CurrentAssignmentPrices[%s, %s]".formatted(runId, repIds.length);
    }
}
