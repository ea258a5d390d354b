package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.time.Instant;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link GridCarbon}. */
public final class GridCarbonKey {
    private static final String CARBON_BY_ZONE_TIME = "carbon_by_zone_time";

    @QuerySqlField(name = "CARBON_ZONE_ID", orderedGroups = @QuerySqlField.Group(name = CARBON_BY_ZONE_TIME, order = 0))
    private final String carbonZoneId;

    @QuerySqlField(name = "START_MILLIS", orderedGroups = @QuerySqlField.Group(name = CARBON_BY_ZONE_TIME, order = 1))
    private final long startMillis;

    /**
     * @param carbonZoneId zone of the public grid
     * @param startMillis beginning of the interval, inclusive, epoch milliseconds (UTC)
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public GridCarbonKey(String carbonZoneId, long startMillis) {
        this.carbonZoneId = Require.text("carbonZoneId", carbonZoneId);
        this.startMillis = startMillis;
    }

    public String carbonZoneId() {
        return carbonZoneId;
    }

    public long startMillis() {
        return startMillis;
    }

    public Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GridCarbonKey that
                && carbonZoneId.equals(that.carbonZoneId)
                && startMillis == that.startMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(carbonZoneId, startMillis);
    }

    @Override
    public String toString() {
        return "GridCarbonKey[%s, %s]".formatted(carbonZoneId, startMillis);
    }
}
