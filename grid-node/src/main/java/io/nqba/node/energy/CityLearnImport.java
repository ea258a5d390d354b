package io.nqba.node.energy;

import io.nqba.intake.CsvSource;
import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.District;
import io.nqba.model.energy.GridCarbon;
import io.nqba.model.energy.GridCarbonKey;
import io.nqba.model.energy.PriceSignal;
import io.nqba.model.energy.PriceSignalKey;
import io.nqba.model.energy.Site;
import io.nqba.model.energy.Tariff;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.energy.CityLearnSchema.Building;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.LoadSummary;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.load.RowStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;
import org.apache.ignite.Ignite;

/**
 * Loads a CityLearn set as one district. The set has no year; it begins with hour 24 of a Sunday, 31 July, which by its tariff
 * is the hour from midnight. It is entered as {@link #EPOCH}, a Monday, so that row i is slot i: hour index i begins i hours
 * after the epoch, and days are rows 24 k to 24 k + 23. Its clock knows no daylight saving; it is taken as UTC.
 */
public final class CityLearnImport {
    /** Beginning of the first row. */
    public static final Instant EPOCH = Instant.parse("2022-08-01T00:00:00Z");

    /** Id of the district. */
    public static final String DISTRICT_ID = "citylearn";

    static final String TARIFF_ID = "citylearn-pricing";
    static final String CARBON_ZONE_ID = "citylearn-grid";

    private final Ignite ignite;
    private final ProgressLine progress;
    private final boolean replace;

    /** @param replace whether rows of the set replace those in the grid */
    CityLearnImport(Ignite ignite, ProgressLine progress, boolean replace) {
        this.ignite = ignite;
        this.progress = progress;
        this.replace = replace;
    }

    /** Returns the id of the n-th home of the set, from 1. */
    public static String siteId(int number) {
        return "%s-home-%02d".formatted(DISTRICT_ID, number);
    }

    LoadSummary load(Path directory, BadRows badRows) {
        CityLearnSchema schema = CityLearnSchema.read(directory);
        long began = System.nanoTime();
        progress.begin("Loading CityLearn homes", bytes(schema));
        long readings = 0;
        try (RowStreams streams = new RowStreams(ignite, replace)) {
            streams.add(
                    CacheNames.TARIFF,
                    TARIFF_ID,
                    new Tariff(TARIFF_ID, "CityLearn pricing", "USD", DistrictRecipe.DEFAULT_DEMAND_CHARGE_PER_KW));
            Building first = schema.buildings().get(0);
            addSignal(
                    schema,
                    first.pricing(),
                    "electricity_pricing",
                    badRows,
                    streams,
                    CacheNames.PRICE_SIGNAL,
                    millis -> new PriceSignalKey(TARIFF_ID, millis),
                    price -> new PriceSignal(price, 0));
            addSignal(
                    schema,
                    first.carbon(),
                    "carbon_intensity",
                    badRows,
                    streams,
                    CacheNames.GRID_CARBON,
                    millis -> new GridCarbonKey(CARBON_ZONE_ID, millis),
                    GridCarbon::new);
            for (int i = 0; i < schema.buildings().size(); i++) {
                readings += addHome(schema, i, badRows, streams);
            }
        }
        ignite.cache(CacheNames.DISTRICT).put(DISTRICT_ID, district(schema));
        deriveRows(schema, readings / schema.buildings().size());
        LoadSummary summary = new LoadSummary(
                readings, badRows.refused(), badRows.gaps(), Duration.ofNanos(System.nanoTime() - began));
        progress.end(summary.text());
        return summary;
    }

    /** Prices end with the set, so its last two days are the ones forecast: there a plan can be held against what came. */
    private void deriveRows(CityLearnSchema schema, long rows) {
        if (rows > 0) {
            Instant end = start(schema, rows);
            new DerivedRows(ignite).refresh(DISTRICT_ID, EPOCH, end, end.minus(Duration.ofDays(2)));
        }
    }

    private static District district(CityLearnSchema schema) {
        return new District(DISTRICT_ID, "CityLearn 2022", TARIFF_ID, CARBON_ZONE_ID, "UTC", schema.intervalMinutes());
    }

    private void addSignal(
            CityLearnSchema schema,
            String file,
            String column,
            BadRows badRows,
            RowStreams streams,
            String cache,
            LongFunction<Object> key,
            DoubleFunction<Object> value) {
        ReadingCheck check = new ReadingCheck(schema.directory().resolve(file), badRows);
        long[] row = {0};
        new CsvSource(check.file(), List.of(column)).forEach(check.badRows(), progress::advance, (line, fields) -> {
            long millis = start(schema, row[0]++).toEpochMilli();
            check.notNegative(line, column, fields.get(0))
                    .ifPresent(number -> streams.add(cache, key.apply(millis), value.apply(number)));
        });
    }

    private long addHome(CityLearnSchema schema, int index, BadRows badRows, RowStreams streams) {
        Building building = schema.buildings().get(index);
        String siteId = siteId(index + 1);
        streams.add(
                CacheNames.SITE,
                siteId,
                new Site(
                        siteId,
                        DISTRICT_ID,
                        building.name().replace('_', ' '),
                        TARIFF_ID,
                        Double.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY));
        if (building.capacityKwh() > 0) {
            double oneWay = Math.sqrt(building.roundTripEfficiency());
            streams.add(
                    CacheNames.ASSET,
                    new AssetKey(siteId, "battery"),
                    Asset.battery(building.capacityKwh(), building.powerKw(), oneWay, oneWay, 0, 0));
        }
        if (building.solarKw() > 0) {
            streams.add(CacheNames.ASSET, new AssetKey(siteId, "solar"), Asset.solar(building.solarKw()));
        }
        return new CityLearnHome(schema, building, siteId, badRows).addReadings(streams, progress);
    }

    /** Returns the beginning of a row. */
    static Instant start(CityLearnSchema schema, long row) {
        return EPOCH.plus(Duration.ofMinutes(row * schema.intervalMinutes()));
    }

    private static long bytes(CityLearnSchema schema) {
        Building first = schema.buildings().get(0);
        long sum = size(schema, first.pricing()) + size(schema, first.carbon());
        for (Building building : schema.buildings()) {
            sum += size(schema, building.readings());
        }
        return sum;
    }

    private static long size(CityLearnSchema schema, String file) {
        try {
            return Files.size(schema.directory().resolve(file));
        } catch (IOException e) {
            // The reader will say what is wrong with the file.
            return 0;
        }
    }
}
