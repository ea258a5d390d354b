package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks how a district, or one site of it, uses energy over a time range. */
public final class ConsumptionQuery {
    private final String districtId;

    private final @Nullable String siteId;

    private final long startMillis;

    private final long endMillis;

    /**
     * @param districtId the district
     * @param siteId one site of it, or null for the whole district
     * @param startMillis begin, inclusive, epoch milliseconds
     * @param endMillis end, exclusive, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ConsumptionQuery(String districtId, @Nullable String siteId, long startMillis, long endMillis) {
        this.districtId = Require.text("districtId", districtId);
        this.siteId = siteId;
        this.startMillis = startMillis;
        this.endMillis = endMillis;
    }

    public String districtId() {
        return districtId;
    }

    public @Nullable String siteId() {
        return siteId;
    }

    public long startMillis() {
        return startMillis;
    }

    public long endMillis() {
        return endMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsumptionQuery that
                && districtId.equals(that.districtId)
                && Objects.equals(siteId, that.siteId)
                && startMillis == that.startMillis
                && endMillis == that.endMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(districtId, siteId, startMillis, endMillis);
    }

    @Override
    public String toString() {
        return "ConsumptionQuery[%s, %s, %s, %s]".formatted(districtId, siteId, startMillis, endMillis);
    }
}
