package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A request to keep the import of a district under a cap for some time. Replicated. */
public final class DemandResponseEvent {
    private static final String DR_BY_DISTRICT_TIME = "dr_by_district_time";

    @QuerySqlField(name = "EVENT_ID", index = true)
    private final String eventId;

    @QuerySqlField(name = "DISTRICT_ID", orderedGroups = @QuerySqlField.Group(name = DR_BY_DISTRICT_TIME, order = 0))
    private final String districtId;

    @QuerySqlField(name = "START_MILLIS", orderedGroups = @QuerySqlField.Group(name = DR_BY_DISTRICT_TIME, order = 1))
    private final long startMillis;

    @QuerySqlField(name = "END_MILLIS")
    private final long endMillis;

    @QuerySqlField(name = "CAP_KW")
    private final double capKw;

    @QuerySqlField(name = "ISSUER")
    private final String issuer;

    /**
     * @param eventId identifier
     * @param districtId the district asked
     * @param startMillis beginning of the interval, inclusive, epoch milliseconds (UTC)
     * @param endMillis end of the event, exclusive, epoch milliseconds
     * @param capKw highest import of the district while it lasts, kW
     * @param issuer who asks, such as the grid operator
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public DemandResponseEvent(
            String eventId, String districtId, long startMillis, long endMillis, double capKw, String issuer) {
        this.eventId = Require.text("eventId", eventId);
        this.districtId = Require.text("districtId", districtId);
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.capKw = Require.notNegative("capKw", capKw, "kW");
        this.issuer = Require.text("issuer", issuer);
    }

    public String eventId() {
        return eventId;
    }

    public String districtId() {
        return districtId;
    }

    public long startMillis() {
        return startMillis;
    }

    public long endMillis() {
        return endMillis;
    }

    public double capKw() {
        return capKw;
    }

    public String issuer() {
        return issuer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DemandResponseEvent that
                && eventId.equals(that.eventId)
                && districtId.equals(that.districtId)
                && startMillis == that.startMillis
                && endMillis == that.endMillis
                && Double.compare(capKw, that.capKw) == 0
                && issuer.equals(that.issuer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(eventId, districtId, startMillis, endMillis, capKw, issuer);
    }

    @Override
    public String toString() {
        return "DemandResponseEvent[%s, %s, %s, %s, %s]".formatted(eventId, districtId, startMillis, endMillis, capKw);
    }
}
