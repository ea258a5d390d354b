package io.nqba.node.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.GridCarbon;
import io.nqba.model.energy.GridCarbonKey;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.PriceSignal;
import io.nqba.model.energy.PriceSignalKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.LoadSummary;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.testing.GridFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityLearnImportIT {
    private static GridFixture grid;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(1);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @BeforeEach
    void empty() {
        for (String cache : List.of(CacheNames.METER_READING, CacheNames.SITE, CacheNames.ASSET, CacheNames.DISTRICT)) {
            grid.ignite().cache(cache).clear();
        }
    }

    @Test
    void theWholeRealSetArrives() {
        Optional<Path> data = realData();
        assumeTrue(data.isPresent(), "The CityLearn 2022 set is not here; set NQBA_DATA to the folder of data sets.");

        LoadSummary summary = load(data.orElseThrow());

        assertThat(summary.readings()).isEqualTo(17 * 8760);
        assertThat(summary.refused()).isZero();
        assertThat(summary.gaps()).isZero();
        assertThat(count("METER_READING")).isEqualTo(17 * 8760);
        assertThat(count("PRICE_SIGNAL")).isEqualTo(8760);
        assertThat(count("GRID_CARBON")).isEqualTo(8760);
        assertThat(sum("SUM(LOAD_KWH)")).isCloseTo(169_644.0307, within(0.001));
        assertThat(sum("SUM(SOLAR_KWH)")).isCloseTo(103_425.4018, within(0.001));
        assertThat(costWithoutBatteries()).isCloseTo(33_394.79, within(0.01));
        assertThat(count("EMISSION_RECORD")).isEqualTo(17 * 365);
        assertThat(count("FORECAST")).isEqualTo(17 * 48);
    }

    @Test
    void rowISlotIAndBatteriesAreOneWay() throws IOException {
        writeSet(row("24", "1.5", "500"), row("1", "2", "0"), row("2", "3", "0"));

        LoadSummary summary = load(directory);

        assertThat(summary.readings()).isEqualTo(3);
        assertThat(reading(0)).isEqualTo(new MeterReading(1.5, 2.0));
        assertThat(reading(2)).isEqualTo(new MeterReading(3, 0));
        Ignite ignite = grid.ignite();
        assertThat(ignite.<AssetKey, Asset>cache(CacheNames.ASSET).get(new AssetKey("citylearn-home-01", "battery")))
                .isEqualTo(Asset.battery(6.4, 5, Math.sqrt(0.9), Math.sqrt(0.9), 0, 0));
        assertThat(ignite.<AssetKey, Asset>cache(CacheNames.ASSET).get(new AssetKey("citylearn-home-01", "solar")))
                .isEqualTo(Asset.solar(4));
        assertThat(ignite.<PriceSignalKey, PriceSignal>cache(CacheNames.PRICE_SIGNAL)
                        .get(new PriceSignalKey(CityLearnImport.TARIFF_ID, millis(1))))
                .isEqualTo(new PriceSignal(0.22, 0));
        assertThat(ignite.<GridCarbonKey, GridCarbon>cache(CacheNames.GRID_CARBON)
                        .get(new GridCarbonKey(CityLearnImport.CARBON_ZONE_ID, millis(1))))
                .isEqualTo(new GridCarbon(0.15));
    }

    @Test
    void aMissingOrDoubledRowDoesNotMoveWhatFollows() throws IOException {
        writeSet(
                row("24", "1", "0"),
                row("1", "2", "0"),
                row("1", "99", "0"),
                row("4", "5", "0"),
                row("5", "-6", "0"),
                row("6", "7", "x"),
                row("7", "8", "0"));

        LoadSummary summary = load(directory);

        assertThat(summary.readings()).isEqualTo(4);
        assertThat(reading(1)).isEqualTo(new MeterReading(2, 0));
        assertThat(reading(4)).isEqualTo(new MeterReading(5, 0));
        assertThat(reading(7)).isEqualTo(new MeterReading(8, 0));
        assertThat(Files.readAllLines(directory.resolve("report.csv")))
                .containsExactly(
                        "file,line,field,value,problem,remedy",
                        "home.csv,4,hour,1,The line before has this hour already.,Keep one of the two lines.",
                        "home.csv,5,start,2022-08-01T02:00:00Z to 2022-08-01T04:00:00Z,2 intervals are missing before this line.,\"Load them later, or accept that reports leave them out.\"",
                        "home.csv,6,non_shiftable_load,-6,It is negative.,Load and PV are both counted upwards; write energy fed in as PV.",
                        "home.csv,7,solar_generation,x,It is not a number.,\"Write a decimal number with a point, such as 1.25.\"");
    }

    private void writeSet(String... rows) throws IOException {
        Files.writeString(directory.resolve("schema.json"), """
                {"seconds_per_time_step": 3600,
                 "buildings": {
                   "Home_1": {"include": true, "energy_simulation": "home.csv", "pricing": "pricing.csv",
                     "carbon_intensity": "carbon.csv",
                     "electrical_storage": {"attributes": {"capacity": 6.4, "efficiency": 0.9, "nominal_power": 5.0}},
                     "pv": {"attributes": {"nominal_power": 4.0}}},
                   "Home_2": {"include": false}}}""");
        Files.writeString(
                directory.resolve("home.csv"),
                "month,hour,day_type,non_shiftable_load,solar_generation\n" + String.join("\n", rows) + "\n");
        Files.writeString(directory.resolve("pricing.csv"), "electricity_pricing\n" + "0.22\n".repeat(rows.length));
        Files.writeString(directory.resolve("carbon.csv"), "carbon_intensity\n" + "0.15\n".repeat(rows.length));
    }

    private static String row(String hour, String load, String solar) {
        return "8,%s,1,%s,%s".formatted(hour, load, solar);
    }

    private LoadSummary load(Path set) {
        try (BadRows badRows = new BadRows(directory.resolve("report.csv"))) {
            return new CityLearnImport(grid.ignite(), ProgressLine.silent(), true).load(set, badRows);
        }
    }

    private static MeterReading reading(int row) {
        return grid.ignite()
                .<MeterReadingKey, MeterReading>cache(CacheNames.METER_READING)
                .get(new MeterReadingKey(CityLearnImport.siteId(1), millis(row)));
    }

    private static long millis(int row) {
        return CityLearnImport.EPOCH.plusSeconds(3600L * row).toEpochMilli();
    }

    private static long count(String table) {
        return (Long) one("SELECT COUNT(*) FROM " + table);
    }

    private static double sum(String expression) {
        return (Double) one("SELECT " + expression + " FROM METER_READING");
    }

    private static double costWithoutBatteries() {
        return (Double) one("""
                SELECT SUM(GREATEST(0, R.LOAD_KWH - R.SOLAR_KWH) * P.IMPORT_PRICE_PER_KWH)
                FROM METER_READING R JOIN PRICE_SIGNAL P ON P.START_MILLIS = R.START_MILLIS
                WHERE P.TARIFF_ID = 'citylearn-pricing'""");
    }

    private static Object one(String sql) {
        return grid.ignite()
                .cache(CacheNames.METER_READING)
                .query(new SqlFieldsQuery(sql))
                .getAll()
                .get(0)
                .get(0);
    }

    /** The folder of data sets lies beside the checkout, unless the environment says otherwise. */
    private static Optional<Path> realData() {
        String named = System.getenv("NQBA_DATA");
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            Path data = named == null ? place.resolve("../shared/data") : Path.of(named);
            Path set = data.resolve("flyfox/citylearn_2022").normalize();
            if (Files.isReadable(set.resolve("schema.json"))) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }
}
