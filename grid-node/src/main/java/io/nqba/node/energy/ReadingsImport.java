package io.nqba.node.energy;

import io.nqba.intake.CsvSource;
import io.nqba.model.energy.District;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.Site;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.LoadSummary;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.load.RowStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.ignite.Ignite;

/**
 * Loads readings of existing sites from a CSV file with the columns {@code siteId,start,loadKwh,solarKwh}, in any order of
 * columns and rows. Bad rows are reported one by one, the rest is kept.
 */
public final class ReadingsImport {
    private static final List<String> COLUMNS = List.of("siteId", "start", "loadKwh", "solarKwh");

    private final Ignite ignite;
    private final ProgressLine progress;
    private final boolean replace;
    private final Map<String, Long> slotMillisBySite = new HashMap<>();
    private final Map<String, SeenIntervals> seen = new HashMap<>();

    /** @param replace whether a reading in the file replaces the one in the grid */
    ReadingsImport(Ignite ignite, ProgressLine progress, boolean replace) {
        this.ignite = ignite;
        this.progress = progress;
        this.replace = replace;
    }

    LoadSummary load(Path file, BadRows badRows) {
        long began = System.nanoTime();
        progress.begin("Loading " + file.getFileName(), size(file));
        ReadingCheck check = new ReadingCheck(file, badRows);
        long readings;
        try (RowStreams streams = new RowStreams(ignite, replace)) {
            new CsvSource(file, COLUMNS)
                    .forEach(check.badRows(), progress::advance, (line, fields) -> add(line, fields, check, streams));
            readings = streams.rows();
        }
        seen.forEach((siteId, intervals) -> reportGaps(siteId, intervals, check));
        LoadSummary summary = new LoadSummary(
                readings, badRows.refused(), badRows.gaps(), Duration.ofNanos(System.nanoTime() - began));
        progress.end(summary.text());
        return summary;
    }

    private void add(long line, List<String> fields, ReadingCheck check, RowStreams streams) {
        String siteId = fields.get(0).strip();
        long slotMillis = slotMillisBySite.computeIfAbsent(siteId, this::slotMillis);
        if (slotMillis == 0) {
            check.refuse(line, "siteId", siteId, "There is no such site.", "Load the site first, or correct the id.");
            return;
        }
        Optional<Instant> start = check.time(line, "start", fields.get(1));
        if (start.isEmpty()) {
            return;
        }
        long millis = start.get().toEpochMilli();
        if (Math.floorMod(millis, slotMillis) != 0) {
            check.refuse(
                    line,
                    "start",
                    fields.get(1),
                    "It is not the beginning of an interval of %d minutes.".formatted(slotMillis / 60_000),
                    "Write the beginning of the metering interval.");
            return;
        }
        SeenIntervals intervals = seen.computeIfAbsent(siteId, id -> new SeenIntervals());
        OptionalDouble load = check.notNegative(line, "loadKwh", fields.get(2));
        OptionalDouble solar = load.isEmpty() ? load : check.notNegative(line, "solarKwh", fields.get(3));
        if (load.isEmpty() || solar.isEmpty()) {
            intervals.refuse(millis / slotMillis, line);
        } else if (intervals.store(millis / slotMillis, line)) {
            streams.add(
                    CacheNames.METER_READING,
                    new MeterReadingKey(siteId, millis),
                    new MeterReading(load.getAsDouble(), solar.getAsDouble()));
        } else {
            check.refuse(
                    line,
                    "start",
                    fields.get(1),
                    "An earlier line has this site and interval.",
                    "Keep one of the two lines.");
        }
    }

    private void reportGaps(String siteId, SeenIntervals intervals, ReadingCheck check) {
        long slotMillis = slotMillisBySite.computeIfAbsent(siteId, this::slotMillis);
        intervals.forEachGap((first, end, line) -> check.gap(
                line, Instant.ofEpochMilli(first * slotMillis), Instant.ofEpochMilli(end * slotMillis), end - first));
    }

    /** Returns the metering interval of a site, ms; 0 when there is no such site. */
    private long slotMillis(String siteId) {
        Site site = siteId.isEmpty()
                ? null
                : ignite.<String, Site>cache(CacheNames.SITE).get(siteId);
        if (site == null) {
            return 0;
        }
        District district = ignite.<String, District>cache(CacheNames.DISTRICT).get(site.districtId());
        return (district == null ? 60 : district.intervalMinutes()) * 60_000L;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // The reader will say what is wrong with the file.
            return 0;
        }
    }
}
