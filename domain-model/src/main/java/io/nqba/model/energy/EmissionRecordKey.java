package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of an {@link EmissionRecord}: one site, one local day. */
public final class EmissionRecordKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "SITE_ID")
    private final String siteId;

    @QuerySqlField(name = "DAY_MILLIS")
    private final long dayMillis;

    /**
     * @param siteId site; rows of one site live on one node
     * @param dayMillis beginning of the local day, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public EmissionRecordKey(String siteId, long dayMillis) {
        this.siteId = Require.text("siteId", siteId);
        this.dayMillis = dayMillis;
    }

    public String siteId() {
        return siteId;
    }

    public long dayMillis() {
        return dayMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmissionRecordKey that && siteId.equals(that.siteId) && dayMillis == that.dayMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(siteId, dayMillis);
    }

    @Override
    public String toString() {
        return "EmissionRecordKey[%s, %s]".formatted(siteId, dayMillis);
    }
}
