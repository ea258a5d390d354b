package io.nqba.compute.energy.metering;

import io.nqba.model.energy.District;
import io.nqba.model.grid.CacheNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.QueryCursor;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/**
 * The rows of one district in some partitions, read site by site. Queries name their partition: on the node that owns it
 * nothing travels, and on any other node (after a partition has moved) they still answer rightly.
 */
final class DistrictRows {
    private static final String SITES = "SELECT SITE_ID, TARIFF_ID FROM SITE WHERE DISTRICT_ID = ?";
    private static final String READINGS =
            "SELECT START_MILLIS, LOAD_KWH, SOLAR_KWH FROM METER_READING WHERE SITE_ID = ? AND START_MILLIS >= ? AND START_MILLIS < ?";
    private static final String PRICES =
            "SELECT START_MILLIS, IMPORT_PRICE_PER_KWH, EXPORT_PRICE_PER_KWH FROM PRICE_SIGNAL"
                    + " WHERE TARIFF_ID = ? AND START_MILLIS >= ? AND START_MILLIS < ? ORDER BY START_MILLIS";
    private static final String CARBON = "SELECT START_MILLIS, KG_PER_KWH FROM GRID_CARBON"
            + " WHERE CARBON_ZONE_ID = ? AND START_MILLIS >= ? AND START_MILLIS < ? ORDER BY START_MILLIS";

    private final Ignite ignite;
    private final District district;
    private final Map<String, Tariffs> tariffs = new HashMap<>();

    /** Prices of one tariff over a range. */
    record Tariffs(SignalSeries importPrice, SignalSeries exportPrice) {}

    DistrictRows(Ignite ignite, District district) {
        this.ignite = ignite;
        this.district = district;
    }

    Ignite ignite() {
        return ignite;
    }

    District district() {
        return district;
    }

    /** Hands over the readings of each site that lies in the partitions, one site at a time. */
    void forEachSite(int[] partitions, SlotRange range, Consumer<ReadingSeries> consumer) {
        List<List<?>> sites = query(CacheNames.SITE, SITES, district.districtId())
                .setPartitions(partitions.clone())
                .setPageSize(4096)
                .run();
        for (List<?> site : sites) {
            consumer.accept(readings((String) site.get(0), (String) site.get(1), range));
        }
    }

    private ReadingSeries readings(String siteId, String tariffId, SlotRange range) {
        ReadingSeries series = ReadingSeries.empty(siteId, tariffId, range);
        int partition = ignite.affinity(CacheNames.SITE).partition(siteId);
        query(CacheNames.METER_READING, READINGS, siteId, range.startMillis(), range.endMillis())
                .setPartitions(partition)
                .setPageSize(8192)
                .forEach(row -> {
                    int slot = range.slotOf((Long) row.get(0));
                    series.put(slot, (Double) row.get(1), (Double) row.get(2));
                });
        return series;
    }

    Tariffs prices(String tariffId, SlotRange range) {
        return tariffs.computeIfAbsent(tariffId, id -> readPrices(id, range));
    }

    private Tariffs readPrices(String tariffId, SlotRange range) {
        Tariffs prices = new Tariffs(new SignalSeries(range), new SignalSeries(range));
        long from = range.startMillis() - SignalSeries.lookBackMillis();
        query(CacheNames.PRICE_SIGNAL, PRICES, tariffId, from, range.endMillis())
                .forEach(row -> {
                    prices.importPrice().put((Long) row.get(0), (Double) row.get(1));
                    prices.exportPrice().put((Long) row.get(0), (Double) row.get(2));
                });
        return prices;
    }

    SignalSeries carbon(SlotRange range) {
        SignalSeries carbon = new SignalSeries(range);
        long from = range.startMillis() - SignalSeries.lookBackMillis();
        query(CacheNames.GRID_CARBON, CARBON, district.carbonZoneId(), from, range.endMillis())
                .forEach(row -> carbon.put((Long) row.get(0), (Double) row.get(1)));
        return carbon;
    }

    private Rows query(String cache, String sql, Object... arguments) {
        return new Rows(cache, new SqlFieldsQuery(sql).setArgs(arguments));
    }

    /** A query about to run. */
    private final class Rows {
        private final String cache;
        private final SqlFieldsQuery query;

        Rows(String cache, SqlFieldsQuery query) {
            this.cache = cache;
            this.query = query;
        }

        Rows setPartitions(int... partitions) {
            query.setPartitions(partitions);
            return this;
        }

        Rows setPageSize(int rows) {
            query.setPageSize(rows);
            return this;
        }

        List<List<?>> run() {
            try (QueryCursor<List<?>> cursor = ignite.cache(cache).query(query)) {
                return cursor.getAll();
            }
        }

        void forEach(Consumer<List<?>> consumer) {
            try (QueryCursor<List<?>> cursor = ignite.cache(cache).query(query)) {
                cursor.forEach(consumer);
            }
        }
    }
}
