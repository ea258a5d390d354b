package io.nqba.compute.energy;

import io.nqba.model.grid.CacheNames;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/** Says for which time a site has rows, from the index of its rows. */
final class CoveredRange {
    private static final String RANGE = "SELECT MIN(START_MILLIS), MAX(START_MILLIS) FROM %s WHERE SITE_ID = ?";

    private final Ignite ignite;
    private final boolean measured;

    /**
     * @param ignite this node
     * @param measured true for readings, false for forecasts
     */
    CoveredRange(Ignite ignite, boolean measured) {
        this.ignite = ignite;
        this.measured = measured;
    }

    /** Returns a sentence such as "Its readings reach from … to …." */
    String of(String siteId, SchedulingWindow window) {
        String rows = measured ? "readings" : "forecasts";
        var query = new SqlFieldsQuery(RANGE.formatted(measured ? "METER_READING" : "FORECAST"))
                .setSchema("PUBLIC")
                .setArgs(siteId);
        try (var cursor = ignite.cache(measured ? CacheNames.METER_READING : CacheNames.FORECAST)
                .query(query)) {
            List<?> row = cursor.getAll().get(0);
            if (!(row.get(0) instanceof Number first && row.get(1) instanceof Number last)) {
                return "It has no %s at all.".formatted(rows);
            }
            long end = last.longValue() + window.slotMillis();
            return "Its %s reach from %s to %s.".formatted(rows, window.clock(first.longValue()), window.clock(end));
        }
    }
}
