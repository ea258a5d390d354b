package io.nqba.compute.energy.metering;

import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.energy.District;
import io.nqba.model.energy.EmissionRecord;
import io.nqba.model.energy.EmissionRecordKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Books energy, cost and emissions of each site by local day, next to its readings. The range is widened to whole days; a day
 * without readings gets no record. Booking a day again replaces it.
 */
public final class EmissionRecordTask extends DistrictTask<ConsumptionQuery, Long, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    String districtId(ConsumptionQuery query) {
        return query.districtId();
    }

    @Override
    void check(ConsumptionQuery query, District district) {
        QueryRange.check(query, district);
    }

    @Override
    Long part(ConsumptionQuery query, DistrictRows rows, int[] partitions) {
        District district = rows.district();
        SlotRange range = QueryRange.of(wholeDays(query, ZoneId.of(district.timeZone())), district);
        LocalClock clock = LocalClock.byDay(range, ZoneId.of(district.timeZone()));
        SignalSeries carbon = rows.carbon(range);
        long[] stored = {0};
        rows.forEachSite(partitions, range, site -> {
            if (query.siteId() == null || site.siteId().equals(query.siteId())) {
                Map<EmissionRecordKey, EmissionRecord> records =
                        records(site, clock, rows.prices(site.tariffId(), range), carbon);
                rows.ignite().cache(CacheNames.EMISSION_RECORD).putAll(records);
                stored[0] += records.size();
            }
        });
        return stored[0];
    }

    private static Map<EmissionRecordKey, EmissionRecord> records(
            ReadingSeries site, LocalClock clock, DistrictRows.Tariffs prices, SignalSeries carbon) {
        ConsumptionTally tally = new ConsumptionTally(site.range(), clock.periods());
        tally.add(site, clock, prices, carbon);
        boolean[] seen = new boolean[clock.periods()];
        for (int slot = 0; slot < site.range().slots(); slot++) {
            seen[clock.period(slot)] |= site.has(slot);
        }
        Map<EmissionRecordKey, EmissionRecord> records = KeyOrder.map();
        var days = tally.periods(clock);
        for (int day = 0; day < days.size(); day++) {
            if (seen[day]) {
                var sums = days.get(day);
                records.put(
                        new EmissionRecordKey(site.siteId(), sums.startMillis()),
                        new EmissionRecord(sums.importKwh(), sums.exportKwh(), sums.emissionsKg(), sums.cost()));
            }
        }
        return records;
    }

    private static ConsumptionQuery wholeDays(ConsumptionQuery query, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(Instant.ofEpochMilli(query.startMillis()), zone);
        LocalDate last = LocalDate.ofInstant(Instant.ofEpochMilli(query.endMillis() - 1), zone);
        return new ConsumptionQuery(
                query.districtId(),
                query.siteId(),
                first.atStartOfDay(zone).toInstant().toEpochMilli(),
                last.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
    }

    @Override
    Long merge(ConsumptionQuery query, District district, List<Long> parts) {
        return parts.stream().mapToLong(Long::longValue).sum();
    }
}
