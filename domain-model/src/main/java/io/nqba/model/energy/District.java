package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A set of sites behind one grid connection: what shares a peak. Replicated. */
public final class District {
    @QuerySqlField(name = "DISTRICT_ID", index = true)
    private final String districtId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "TARIFF_ID")
    private final String tariffId;

    @QuerySqlField(name = "CARBON_ZONE_ID")
    private final String carbonZoneId;

    @QuerySqlField(name = "TIME_ZONE")
    private final String timeZone;

    @QuerySqlField(name = "INTERVAL_MINUTES")
    private final int intervalMinutes;

    /**
     * @param districtId identifier
     * @param name what people call it
     * @param tariffId default {@link Tariff} of its sites
     * @param carbonZoneId zone of {@link GridCarbon}
     * @param timeZone IANA zone in which days are cut, such as {@code Europe/Berlin}
     * @param intervalMinutes length of one metering interval, minutes
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public District(
            String districtId,
            String name,
            String tariffId,
            String carbonZoneId,
            String timeZone,
            int intervalMinutes) {
        this.districtId = Require.text("districtId", districtId);
        this.name = Require.text("name", name);
        this.tariffId = Require.text("tariffId", tariffId);
        this.carbonZoneId = Require.text("carbonZoneId", carbonZoneId);
        this.timeZone = Require.text("timeZone", timeZone);
        this.intervalMinutes = intervalMinutes;
    }

    public String districtId() {
        return districtId;
    }

    public String name() {
        return name;
    }

    public String tariffId() {
        return tariffId;
    }

    public String carbonZoneId() {
        return carbonZoneId;
    }

    public String timeZone() {
        return timeZone;
    }

    public int intervalMinutes() {
        return intervalMinutes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof District that
                && districtId.equals(that.districtId)
                && name.equals(that.name)
                && tariffId.equals(that.tariffId)
                && carbonZoneId.equals(that.carbonZoneId)
                && timeZone.equals(that.timeZone)
                && intervalMinutes == that.intervalMinutes;
    }

    @Override
    public int hashCode() {
        return Objects.hash(districtId, name, tariffId, carbonZoneId, timeZone, intervalMinutes);
    }

    @Override
    public String toString() {
        return "District[%s, %s, %s, %s, %s]".formatted(districtId, name, tariffId, carbonZoneId, timeZone);
    }
}
