package io.nqba.model.energy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One reading as a client sends it, not yet checked. */
public final class ReadingRow {
    private final String siteId;

    private final long startMillis;

    private final double loadKwh;

    private final double solarKwh;

    /**
     * @param siteId site
     * @param startMillis beginning of the interval, epoch milliseconds
     * @param loadKwh energy used, kWh
     * @param solarKwh energy made by PV, kWh
     */
    public ReadingRow(String siteId, long startMillis, double loadKwh, double solarKwh) {
        this.siteId = siteId;
        this.startMillis = startMillis;
        this.loadKwh = loadKwh;
        this.solarKwh = solarKwh;
    }

    public String siteId() {
        return siteId;
    }

    public long startMillis() {
        return startMillis;
    }

    public double loadKwh() {
        return loadKwh;
    }

    public double solarKwh() {
        return solarKwh;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReadingRow that
                && siteId.equals(that.siteId)
                && startMillis == that.startMillis
                && Double.compare(loadKwh, that.loadKwh) == 0
                && Double.compare(solarKwh, that.solarKwh) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(siteId, startMillis, loadKwh, solarKwh);
    }

    @Override
    public String toString() {
        return "ReadingRow[%s, %s, %s, %s]".formatted(siteId, startMillis, loadKwh, solarKwh);
    }
}
