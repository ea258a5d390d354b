package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of an {@link Asset}. */
public final class AssetKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "SITE_ID")
    private final String siteId;

    @QuerySqlField(name = "ASSET_ID")
    private final String assetId;

    /**
     * @param siteId site; rows of one site live on one node
     * @param assetId unique within the site
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public AssetKey(String siteId, String assetId) {
        this.siteId = Require.text("siteId", siteId);
        this.assetId = Require.text("assetId", assetId);
    }

    public String siteId() {
        return siteId;
    }

    public String assetId() {
        return assetId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssetKey that && siteId.equals(that.siteId) && assetId.equals(that.assetId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(siteId, assetId);
    }

    @Override
    public String toString() {
        return "AssetKey[%s, %s]".formatted(siteId, assetId);
    }
}
