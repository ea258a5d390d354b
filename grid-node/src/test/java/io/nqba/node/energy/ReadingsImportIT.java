package io.nqba.node.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.energy.District;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.Site;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.load.GridClient;
import io.nqba.node.load.LoadCommand;
import io.nqba.node.testing.GridFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.ignite.IgniteCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loader as an operator runs it: a process beside the grid that joins as a client. */
class ReadingsImportIT {
    private static GridFixture grid;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(2);
        grid.ignite()
                .cache(CacheNames.DISTRICT)
                .put("mole", new District("mole", "Mole", "flat", "zone", "Europe/Berlin", 60));
        for (String siteId : List.of("mole-1", "mole-2", "mole-3")) {
            grid.ignite().cache(CacheNames.SITE).put(siteId, new Site(siteId, "mole", siteId, "flat", 10, 10));
        }
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @BeforeEach
    void empty() {
        readings().clear();
    }

    @Test
    void everyKindOfBadRowIsReportedAndTheRestIsKept() throws IOException {
        Path file = write(
                "siteId,start,loadKwh,solarKwh",
                "mole-1,2026-01-01T00:00:00Z,1.0,0.0",
                "mole-1,2026-01-01T02:00:00+01:00,1.5,0.0",
                "mole-1,2026-01-01T02:00:00Z,twelve,0",
                "mole-1,2026-01-01T03:00:00Z,-1,0",
                "mole-1,2026-01-01T04:00:00Z,NaN,0",
                "mole-1,2026-01-01T05:00:00Z,1,Infinity",
                "mole-1,2026-01-01T01:00:00Z,9,9",
                "mole-9,2026-01-01T01:00:00Z,1,1",
                "mole-1,2026-01-01T06:30:00Z,1,1",
                "mole-1,yesterday,1,1",
                "mole-1,1900-01-01T00:00:00Z,1,1",
                "mole-1,2026-01-01T06:00:00Z,1,5,0",
                "mole-1,2026-01-01T06:00:00Z",
                "mole-1,1767258000000,2,0",
                "\"mole-2\",\"2026-01-01T00:00:00Z\",3,1");

        int code = load("--readings", file.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(Files.readAllLines(directory.resolve("report.csv")))
                .containsExactly(
                        "file,line,field,value,problem,remedy",
                        "rows.csv,4,loadKwh,twelve,It is not a number.,\"Write a decimal number with a point, such as 1.25.\"",
                        "rows.csv,5,loadKwh,-1,It is negative.,\"Load and PV are both counted upwards; write energy fed in as PV.\""
                                .replace("\"Load", "Load")
                                .replace("PV.\"", "PV."),
                        "rows.csv,6,loadKwh,NaN,It is not a finite number.,\"Write the measured value, or leave the row out.\"",
                        "rows.csv,7,solarKwh,Infinity,It is not a finite number.,\"Write the measured value, or leave the row out.\"",
                        "rows.csv,8,start,2026-01-01T01:00:00Z,An earlier line has this site and interval.,Keep one of the two lines.",
                        "rows.csv,9,siteId,mole-9,There is no such site.,\"Load the site first, or correct the id.\"",
                        "rows.csv,10,start,2026-01-01T06:30:00Z,It is not the beginning of an interval of 60 minutes.,Write the beginning of the metering interval.",
                        "rows.csv,11,start,yesterday,It is not a time.,\"Write ISO 8601 with an offset, such as 2026-03-01T13:00:00Z, or epoch milliseconds.\"",
                        "rows.csv,12,start,1900-01-01T00:00:00Z,It lies outside the years 2000 to 2099.,\"Check the unit: milliseconds, not seconds.\"",
                        "rows.csv,13,row,\"mole-1,2026-01-01T06:00:00Z,1,5,0\",\"It has 5 columns, the header has 4.\",Write as many columns as the header; use a point in decimal numbers.",
                        "rows.csv,14,row,\"mole-1,2026-01-01T06:00:00Z\",\"It has 2 columns, the header has 4.\",Write as many columns as the header; use a point in decimal numbers.",
                        "rows.csv,15,start,2026-01-01T06:00:00Z to 2026-01-01T09:00:00Z,3 intervals are missing before this line.,\"Load them later, or accept that reports leave them out.\"");
        assertThat(readings().size()).isEqualTo(4);
        assertThat(reading("mole-1", "2026-01-01T01:00:00Z")).isEqualTo(new MeterReading(1.5, 0));
        assertThat(reading("mole-1", "2026-01-01T09:00:00Z")).isEqualTo(new MeterReading(2, 0));
        assertThat(reading("mole-2", "2026-01-01T00:00:00Z")).isEqualTo(new MeterReading(3, 1));
        assertThat(out.toString()).contains("4 readings in ", " rows/s), 11 refused, 1 gaps", "are listed in ");
    }

    @Test
    void columnsMayComeInAnyOrder() throws IOException {
        Path file = write(
                "solarKwh, loadKwh ,comment,start,siteId",
                "0.25,1,fine,2026-02-01T00:00:00Z,mole-3",
                "0.5,2,,2026-02-01T01:00:00Z,mole-3");

        int code = load("--readings", file.toString());

        assertThat(code).isZero();
        assertThat(reading("mole-3", "2026-02-01T01:00:00Z")).isEqualTo(new MeterReading(2, 0.5));
        assertThat(directory.resolve("report.csv")).doesNotExist();
    }

    @Test
    void readingsInTheGridStayUnlessTheyAreToBeReplaced() throws IOException {
        Path first = write("siteId,start,loadKwh,solarKwh", "mole-1,2026-03-01T00:00:00Z,1,0");
        load("--readings", first.toString());
        Path second = write("siteId,start,loadKwh,solarKwh", "mole-1,2026-03-01T00:00:00Z,2,0");

        load("--readings", second.toString());
        assertThat(reading("mole-1", "2026-03-01T00:00:00Z")).isEqualTo(new MeterReading(1, 0));

        load("--readings", second.toString(), "--replace");
        assertThat(reading("mole-1", "2026-03-01T00:00:00Z")).isEqualTo(new MeterReading(2, 0));
    }

    @Test
    void unusableFilesAreRefusedInOneLine() throws IOException {
        Path file = write("site,when,kWh", "mole-1,2026-03-01T00:00:00Z,1");

        assertThat(load("--readings", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("has no column siteId; its first line is (site,when,kWh)", "Fix: Begin");
        assertThat(load("--readings", directory.resolve("none.csv").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none.csv) cannot be read.");
        assertThat(load("--citylearn", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("has no readable schema.json");
    }

    @Test
    void aQuoteThatIsNeverClosedStopsTheLoadWithItsReason() throws IOException {
        Path file = write(
                "siteId,start,loadKwh,solarKwh",
                "mole-1,2026-04-01T00:00:00Z,1,0",
                "\"mole-1,2026-04-01T01:00:00Z,1,0");

        int code = load("--readings", file.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("is no valid CSV", "Fix: Repair the quotes there");
        assertThat(reading("mole-1", "2026-04-01T00:00:00Z")).isEqualTo(new MeterReading(1, 0));
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThat(load()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: load");
        assertThat(load("--generate", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("sites (0)");
        assertThat(load("--generate", "5", "--zone", "Mars/Base")).isEqualTo(2);
        assertThat(err.toString()).contains("Mars/Base");
        assertThatThrownBy(() -> GridClient.join("127.0.0.1:1", "127.0.0.1", "nobody"))
                .hasMessageContaining("No grid answers at (127.0.0.1:1).");
    }

    @Test
    void generatesADistrictIntoARunningGrid() {
        int code = load("--generate", "3", "--days", "25", "--district", "wharf", "--seed", "4");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(readings().size()).isBetween(3 * (25 * 24 - 1), 3 * (25 * 24 + 1));
        assertThat(grid.ignite().cache(CacheNames.FORECAST).size()).isEqualTo(3 * 48);
        assertThat(grid.ignite().cache(CacheNames.DISTRICT).containsKey("wharf"))
                .isTrue();
    }

    @Test
    void aLoaderLeavesNoDirectoryBehind() {
        GridClient client = GridClient.join(grid.discoveryAddress(), "127.0.0.1", "passer-by");
        assertThat(client.work()).isDirectory();

        client.close();

        assertThat(client.work()).doesNotExist();
    }

    private int load(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--join";
        all[arguments.length + 1] = grid.discoveryAddress();
        all[arguments.length + 2] = "--report";
        all[arguments.length + 3] = directory.resolve("report.csv").toString();
        return LoadCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    private Path write(String... lines) throws IOException {
        return Files.write(directory.resolve("rows.csv"), List.of(lines));
    }

    private static IgniteCache<MeterReadingKey, MeterReading> readings() {
        return grid.ignite().cache(CacheNames.METER_READING);
    }

    private static MeterReading reading(String siteId, String start) {
        return readings().get(new MeterReadingKey(siteId, Instant.parse(start).toEpochMilli()));
    }
}
