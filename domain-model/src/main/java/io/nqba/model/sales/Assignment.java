package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Who shall work on a lead or deal, and why. */
public final class Assignment {
    @QuerySqlField(name = "REP_ID")
    private final String repId;

    @QuerySqlField(name = "PREVIOUS_REP_ID")
    private final String previousRepId;

    @QuerySqlField(name = "VALUE")
    private final double value;

    @QuerySqlField(name = "HOURS")
    private final double hours;

    @QuerySqlField(name = "PROBABILITY")
    private final double probability;

    @QuerySqlField(name = "REASON")
    private final String reason;

    /**
     * @param repId the {@link SalesRep}; empty when nobody
     * @param previousRepId who worked on it before; empty when nobody did
     * @param value expected money it brings with that agent, currency of the book
     * @param hours hours it takes
     * @param probability probability that it is won, 0..1
     * @param reason why it went there, in words
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Assignment(
            String repId, String previousRepId, double value, double hours, double probability, String reason) {
        this.repId = repId;
        this.previousRepId = previousRepId;
        this.value = Require.finite("value", value, "");
        this.hours = Require.finite("hours", Require.notNegative("hours", hours, "h"), "h");
        this.probability = Require.fraction("probability", probability);
        this.reason = reason;
    }

    public String repId() {
        return repId;
    }

    public String previousRepId() {
        return previousRepId;
    }

    public double value() {
        return value;
    }

    public double hours() {
        return hours;
    }

    public double probability() {
        return probability;
    }

    public String reason() {
        return reason;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assignment that
                && repId.equals(that.repId)
                && previousRepId.equals(that.previousRepId)
                && Double.compare(value, that.value) == 0
                && Double.compare(hours, that.hours) == 0
                && Double.compare(probability, that.probability) == 0
                && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(repId, previousRepId, value, hours, probability, reason);
    }

    @Override
    public String toString() {
        return "Assignment[%s, %s]".formatted(repId, value);
    }
}
