package io.nqba.bench;

import io.nqba.model.energy.MeterReading;
import io.nqba.node.energy.DistrictGenerator;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.energy.GeneratedLoad;
import io.nqba.node.energy.GeneratedWindow;
import io.nqba.node.lifecycle.GridNode;
import io.nqba.node.lifecycle.NodeStart;
import io.nqba.node.load.LoadSummary;
import io.nqba.node.settings.NodeSettings;
import io.nqba.node.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.springframework.util.FileSystemUtils;

/**
 * Readings into one persistent node with all indexes, and queries on them by the JDBC thin driver over loopback. The rate
 * includes making the rows; each query's answer is checked against the generator.
 */
final class DataFigures implements FigureGroup {
    private static final long READY_MILLIS = 60_000;
    private static final DistrictRecipe RECIPE = DistrictRecipe.of("bench", "Bench", 120, 1);
    private static final int DAYS = 365;
    private static final GeneratedWindow WINDOW =
            GeneratedWindow.endingWith(LocalDate.of(2026, 6, 30), RECIPE.zone(), DAYS);
    private static final int HOURS = DAYS * 24;
    private static final String POINT = "SELECT LOAD_KWH FROM METER_READING WHERE SITE_ID = ? AND START_MILLIS = ?";
    private static final String PROFILE =
            "SELECT MOD(START_MILLIS / 3600000, 24), AVG(LOAD_KWH) FROM METER_READING WHERE SITE_ID = ?"
                    + " AND START_MILLIS >= ? AND START_MILLIS < ? GROUP BY MOD(START_MILLIS / 3600000, 24)";

    @Override
    public String name() {
        return "data";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        Path work = Files.createTempDirectory("nqba-bench-data-");
        try (GridNode node = new NodeStart(settings(work), null, false, new StopNodeFailureHandler()).join()) {
            node.run(READY_MILLIS);
            LoadSummary summary = GeneratedLoad.silently(node.ignite()).load(RECIPE, WINDOW);
            context.say("Loaded " + summary.text());
            String url = "jdbc:ignite:thin://127.0.0.1:" + node.settings().text(Setting.CLIENT_PORT);
            try (Connection connection = DriverManager.getConnection(url)) {
                requireAll(connection, summary.readings());
                figures.add("ingest_rows_per_s", summary.rowsPerSecond(), "rows/s");
                figures.add("sql_point_ms", pointMillis(connection), "ms");
                figures.add("sql_profile_ms", profileMillis(connection), "ms");
            }
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private static NodeSettings settings(Path work) {
        return NodeSettings.read(variable -> null)
                .with(Setting.NODE_NAME, "bench-data")
                .with(Setting.WORK, work.toString())
                .with(Setting.DISCOVERY_PORT, "0")
                .with(Setting.COMMUNICATION_PORT, "0")
                .with(Setting.CLIENT_PORT, "0")
                .with(Setting.HTTP_PORT, "0")
                .with(Setting.REGION_MB, "1024")
                .with(Setting.DISCOVERY_ADDRESSES, "");
    }

    private static void requireAll(Connection connection, long expected) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM METER_READING");
                ResultSet rows = count.executeQuery()) {
            rows.next();
            if (rows.getLong(1) != expected) {
                throw new IllegalStateException(
                        "The grid has %d readings, %d were sent.".formatted(rows.getLong(1), expected));
            }
        }
    }

    private static double pointMillis(Connection connection) throws SQLException {
        DistrictGenerator generator = new DistrictGenerator(RECIPE);
        SplittableRandom random = new SplittableRandom(7);
        double[] millis = new double[3_000];
        try (PreparedStatement statement = connection.prepareStatement(POINT)) {
            for (int i = -1_000; i < millis.length; i++) {
                int site = random.nextInt(RECIPE.sites());
                Instant hour = WINDOW.start().plusSeconds(3_600L * random.nextInt(HOURS));
                long begin = System.nanoTime();
                statement.setString(1, generator.siteId(site));
                statement.setLong(2, hour.toEpochMilli());
                double load = single(statement);
                long end = System.nanoTime();
                require(load, generator.meter(site).apply(hour).loadKwh());
                if (i >= 0) {
                    millis[i] = (end - begin) / 1e6;
                }
            }
        }
        return median(millis);
    }

    private static double single(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    /** The profile of a whole year: 8,760 rows into 24 groups. */
    private static double profileMillis(Connection connection) throws SQLException {
        DistrictGenerator generator = new DistrictGenerator(RECIPE);
        double[] millis = new double[200];
        try (PreparedStatement statement = connection.prepareStatement(PROFILE)) {
            for (int i = -50; i < millis.length; i++) {
                int site = Math.floorMod(i, RECIPE.sites());
                long begin = System.nanoTime();
                statement.setString(1, generator.siteId(site));
                statement.setLong(2, WINDOW.start().toEpochMilli());
                statement.setLong(3, WINDOW.readingsEnd().toEpochMilli());
                double[] profile = profile(statement);
                long end = System.nanoTime();
                requireProfile(profile, generator.meter(site));
                if (i >= 0) {
                    millis[i] = (end - begin) / 1e6;
                }
            }
        }
        return median(millis);
    }

    private static double[] profile(PreparedStatement statement) throws SQLException {
        double[] profile = new double[24];
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                profile[rows.getInt(1)] = rows.getDouble(2);
            }
        }
        return profile;
    }

    private static void requireProfile(double[] profile, Function<Instant, MeterReading> meter) {
        double[] expected = new double[24];
        for (int hour = 0; hour < HOURS; hour++) {
            Instant start = WINDOW.start().plusSeconds(3_600L * hour);
            expected[(int) (start.toEpochMilli() / 3_600_000 % 24)] +=
                    meter.apply(start).loadKwh() / DAYS;
        }
        for (int hour = 0; hour < 24; hour++) {
            require(profile[hour], expected[hour]);
        }
    }

    private static void require(double value, double expected) {
        if (!(Math.abs(value - expected) <= 1e-9 * Math.max(1, expected))) {
            throw new IllegalStateException("The grid answers %s where %s is right.".formatted(value, expected));
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
