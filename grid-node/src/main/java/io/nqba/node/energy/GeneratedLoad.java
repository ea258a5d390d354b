package io.nqba.node.energy;

import io.nqba.model.energy.DemandResponseEvent;
import io.nqba.model.energy.DrEnrollment;
import io.nqba.model.energy.DrEnrollmentKey;
import io.nqba.model.energy.GridCarbonKey;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.PriceSignalKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.load.LoadSummary;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.load.RowStreams;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.apache.ignite.Ignite;

/** Streams a generated district into the grid. The district's own row comes last: where it is, the load was complete. */
public final class GeneratedLoad {
    private static final LocalTime EVENT_BEGIN = LocalTime.of(17, 0);
    private static final LocalTime EVENT_END = LocalTime.of(20, 0);

    /** Below the usual evening (1.4 kW a home), and within what a battery of 6.4 kWh a home can do for three hours. */
    private static final double EVENT_CAP_KW_PER_SITE = 0.8;

    private static final double COMMITTED_KW = 1.0;

    private final Ignite ignite;
    private final ProgressLine progress;

    GeneratedLoad(Ignite ignite, ProgressLine progress) {
        this.ignite = ignite;
        this.progress = progress;
    }

    /** Returns a loader that shows nobody how far it is. */
    public static GeneratedLoad silently(Ignite ignite) {
        return new GeneratedLoad(ignite, ProgressLine.silent());
    }

    /** Loads everything of a district. Rows that are there stay as they are: a window may overlap an earlier one. */
    public LoadSummary load(DistrictRecipe recipe, GeneratedWindow window) {
        DistrictGenerator generator = new DistrictGenerator(recipe);
        long began = System.nanoTime();
        progress.begin("Generating " + recipe.districtId(), recipe.sites() * window.hours());
        try (RowStreams streams = new RowStreams(ignite, false)) {
            addSignals(generator, window, streams);
            addEvent(generator, window, streams);
            for (int index = 0; index < recipe.sites(); index++) {
                addSite(generator, index, window, streams);
            }
        }
        ignite.cache(CacheNames.DISTRICT).put(recipe.districtId(), generator.district());
        long readings = recipe.sites() * window.hours();
        LoadSummary summary = new LoadSummary(readings, 0, 0, Duration.ofNanos(System.nanoTime() - began));
        progress.end(summary.text());
        return summary;
    }

    private static void addSignals(DistrictGenerator generator, GeneratedWindow window, RowStreams streams) {
        streams.add(CacheNames.TARIFF, generator.tariffId(), generator.tariff());
        for (Instant hour = window.start(); hour.isBefore(window.signalsEnd()); hour = next(hour)) {
            long millis = hour.toEpochMilli();
            streams.add(
                    CacheNames.PRICE_SIGNAL, new PriceSignalKey(generator.tariffId(), millis), generator.price(hour));
            streams.add(
                    CacheNames.GRID_CARBON,
                    new GridCarbonKey(generator.carbonZoneId(), millis),
                    generator.carbon(hour));
        }
    }

    private void addSite(DistrictGenerator generator, int index, GeneratedWindow window, RowStreams streams) {
        String siteId = generator.siteId(index);
        streams.add(CacheNames.SITE, siteId, generator.site(index));
        generator.assets(index).forEach((key, asset) -> streams.add(CacheNames.ASSET, key, asset));
        Function<Instant, MeterReading> meter = generator.meter(index);
        for (Instant hour = window.start(); hour.isBefore(window.readingsEnd()); hour = next(hour)) {
            streams.add(CacheNames.METER_READING, new MeterReadingKey(siteId, hour.toEpochMilli()), meter.apply(hour));
        }
        progress.advance(window.hours());
    }

    /** The operator of the public grid asks for relief in the evening after the last reading; two of three homes join. */
    private static void addEvent(DistrictGenerator generator, GeneratedWindow window, RowStreams streams) {
        DistrictRecipe recipe = generator.recipe();
        ZoneId zone = recipe.zone();
        LocalDate day = LocalDate.ofInstant(window.readingsEnd(), zone);
        String eventId = "%s-evening-%s".formatted(recipe.districtId(), day);
        long begin = day.atTime(EVENT_BEGIN).atZone(zone).toInstant().toEpochMilli();
        long end = day.atTime(EVENT_END).atZone(zone).toInstant().toEpochMilli();
        streams.add(
                CacheNames.DEMAND_RESPONSE_EVENT,
                eventId,
                new DemandResponseEvent(
                        eventId,
                        recipe.districtId(),
                        begin,
                        end,
                        EVENT_CAP_KW_PER_SITE * recipe.sites(),
                        "Grid operator"));
        long enrolled = begin - Duration.ofDays(2).toMillis();
        for (int index = 0; index < recipe.sites(); index++) {
            if (index % 3 != 2) {
                streams.add(
                        CacheNames.DR_ENROLLMENT,
                        new DrEnrollmentKey(generator.siteId(index), eventId),
                        new DrEnrollment(COMMITTED_KW, enrolled));
            }
        }
    }

    private static Instant next(Instant hour) {
        return hour.plus(Duration.ofMinutes(DistrictGenerator.INTERVAL_MINUTES));
    }
}
