package io.nqba.compute.energy.metering;

import io.nqba.model.energy.District;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.ReadingRow;
import io.nqba.model.energy.Site;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** Checks rows against the sites of this node and stores the good ones. */
final class ReadingIntake {
    private static final long EARLIEST_MILLIS =
            Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST_MILLIS =
            Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private final Ignite ignite;
    private final Map<String, Long> slotMillisBySite = new HashMap<>();

    ReadingIntake(Ignite ignite) {
        this.ignite = ignite;
    }

    IntakeTally take(List<NumberedRow> rows) {
        IntakeTally tally = new IntakeTally();
        Map<MeterReadingKey, MeterReading> good = KeyOrder.map();
        Set<MeterReadingKey> seen = new HashSet<>();
        for (NumberedRow row : rows) {
            FieldProblem problem = problemOf(row, seen);
            if (problem != null) {
                tally.refuse(problem);
                continue;
            }
            ReadingRow reading = row.row();
            good.put(
                    new MeterReadingKey(reading.siteId(), reading.startMillis()),
                    new MeterReading(reading.loadKwh(), reading.solarKwh()));
        }
        ignite.cache(CacheNames.METER_READING).putAll(good);
        tally.accept(good.size());
        return tally;
    }

    private @Nullable FieldProblem problemOf(NumberedRow numbered, Set<MeterReadingKey> seen) {
        ReadingRow row = numbered.row();
        long slotMillis = slotMillisBySite.computeIfAbsent(row.siteId(), this::slotMillis);
        if (slotMillis == 0) {
            return numbered.problem(
                    "siteId", row.siteId(), "There is no such site.", "Create the site first, or correct the id.");
        }
        String start = startText(row.startMillis());
        if (row.startMillis() < EARLIEST_MILLIS || row.startMillis() >= LATEST_MILLIS) {
            return numbered.problem(
                    "start", start, "It must lie between the years 2000 and 2099.", "Send UTC time in full.");
        }
        if (Math.floorMod(row.startMillis(), slotMillis) != 0) {
            return numbered.problem(
                    "start",
                    start,
                    "It is not the beginning of an interval of %d minutes.".formatted(slotMillis / 60_000),
                    "Send the beginning of the metering interval.");
        }
        FieldProblem energy = energyProblem(numbered);
        if (energy != null) {
            return energy;
        }
        if (!seen.add(new MeterReadingKey(row.siteId(), row.startMillis()))) {
            return numbered.problem(
                    "start", start, "An earlier row of the batch has this site and interval.", "Send it once.");
        }
        return null;
    }

    private static @Nullable FieldProblem energyProblem(NumberedRow numbered) {
        ReadingRow row = numbered.row();
        if (!(row.loadKwh() >= 0 && Double.isFinite(row.loadKwh()))) {
            return energyProblem(numbered, "loadKwh", row.loadKwh());
        }
        if (!(row.solarKwh() >= 0 && Double.isFinite(row.solarKwh()))) {
            return energyProblem(numbered, "solarKwh", row.solarKwh());
        }
        return null;
    }

    private static FieldProblem energyProblem(NumberedRow numbered, String field, double value) {
        return numbered.problem(
                field,
                Double.toString(value),
                "It must be a finite number, 0 or more.",
                "Send the energy of the interval in kWh.");
    }

    /** Returns the metering interval of a site, ms; 0 when there is no such site. */
    private long slotMillis(String siteId) {
        Site site = ignite.<String, Site>cache(CacheNames.SITE).get(siteId);
        if (site == null) {
            return 0;
        }
        District district = ignite.<String, District>cache(CacheNames.DISTRICT).get(site.districtId());
        return (district == null ? 60 : district.intervalMinutes()) * 60_000L;
    }

    private static String startText(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
