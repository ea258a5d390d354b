package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link DrEnrollment}. */
public final class DrEnrollmentKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "SITE_ID")
    private final String siteId;

    @QuerySqlField(name = "EVENT_ID", index = true)
    private final String eventId;

    /**
     * @param siteId site; rows of one site live on one node
     * @param eventId the {@link DemandResponseEvent}
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public DrEnrollmentKey(String siteId, String eventId) {
        this.siteId = Require.text("siteId", siteId);
        this.eventId = Require.text("eventId", eventId);
    }

    public String siteId() {
        return siteId;
    }

    public String eventId() {
        return eventId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DrEnrollmentKey that && siteId.equals(that.siteId) && eventId.equals(that.eventId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(siteId, eventId);
    }

    @Override
    public String toString() {
        return "DrEnrollmentKey[%s, %s]".formatted(siteId, eventId);
    }
}
