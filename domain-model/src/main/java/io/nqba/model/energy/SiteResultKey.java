package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link SiteResult}. */
public final class SiteResultKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "SITE_ID")
    private final String siteId;

    @QuerySqlField(name = "RUN_ID", index = true)
    private final String runId;

    /**
     * @param siteId site; rows of one site live on one node
     * @param runId the run
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public SiteResultKey(String siteId, String runId) {
        this.siteId = Require.text("siteId", siteId);
        this.runId = Require.text("runId", runId);
    }

    public String siteId() {
        return siteId;
    }

    public String runId() {
        return runId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SiteResultKey that && siteId.equals(that.siteId) && runId.equals(that.runId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(siteId, runId);
    }

    @Override
    public String toString() {
        return "SiteResultKey[%s, %s]".formatted(siteId, runId);
    }
}
