package io.nqba.node.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.node.testing.GridFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/schema.md against the grid: by plain JDBC, as a reader of that page would look. */
class SchemaDocumentIT {
    private static final DistrictRecipe RECIPE = DistrictRecipe.of("dock", "Dock", 12, 3);
    private static final GeneratedWindow WINDOW =
            GeneratedWindow.endingWith(LocalDate.of(2026, 5, 20), RECIPE.zone(), 30);
    private static final DistrictGenerator GENERATOR = new DistrictGenerator(RECIPE);
    private static final MeteringReference REFERENCE =
            new MeteringReference(GENERATOR, WINDOW.start(), WINDOW.readingsEnd());
    private static final Instant DAY_START = WINDOW.readingsEnd().minusSeconds(2 * 86_400);
    private static final Instant DAY_END = DAY_START.plusSeconds(86_400);

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @SuppressWarnings("NullAway.Init")
    private static Connection connection;

    @SuppressWarnings("NullAway.Init")
    private static String page;

    @BeforeAll
    static void start() throws SQLException, IOException {
        page = Files.readString(root().resolve("docs/schema.md"));
        grid = GridFixture.inMemory(2);
        GeneratedLoad.silently(grid.ignite()).load(RECIPE, WINDOW);
        connection = DriverManager.getConnection("jdbc:ignite:thin://" + grid.clientAddress());
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        grid.close();
    }

    @Test
    void everyColumnIsDocumentedWithItsTypeAndKey() throws SQLException {
        assertThat(documentedColumns()).isEqualTo(realColumns());
    }

    @Test
    void readingsOfOneSiteComeByItsKey() throws SQLException {
        List<List<Object>> rows = run(0, "dock-003", DAY_START.toEpochMilli(), DAY_END.toEpochMilli());

        assertThat(rows).hasSize(24);
        assertThat(rows.stream().mapToDouble(row -> (Double) row.get(1)).sum())
                .isCloseTo(day().site(2).load(), within(1e-9));
        assertThat(plan(0)).contains("METER_READING_BY_KEY").doesNotContain("__SCAN_");
    }

    @Test
    void theProfileOfASiteComesByItsKey() throws SQLException {
        List<List<Object>> rows = run(1, "dock-003", DAY_START.toEpochMilli(), DAY_END.toEpochMilli());

        assertThat(rows).hasSize(24);
        assertThat(plan(1)).contains("METER_READING_BY_KEY").doesNotContain("__SCAN_");
    }

    @Test
    void sitesOfADistrictJoinTheirReadingsByTheirKeys() throws SQLException {
        List<List<Object>> rows = run(2, "dock", DAY_START.toEpochMilli(), DAY_END.toEpochMilli());

        assertThat(rows).hasSize(12);
        assertThat(rows.stream().mapToDouble(row -> (Double) row.get(1)).sum()).isCloseTo(day().load(), within(1e-9));
        assertThat(plan(2))
                .containsIgnoringCase("SITE_BY_DISTRICT")
                .contains("METER_READING_BY_KEY")
                .doesNotContain("__SCAN_");
    }

    @Test
    void costJoinsPricesByTariffAndTime() throws SQLException {
        List<List<Object>> rows =
                run(3, "dock-005", DAY_START.toEpochMilli(), DAY_END.toEpochMilli(), GENERATOR.tariffId());

        MeteringReference site = day().site(4);
        double exported = site.exported() * RECIPE.exportPricePerKwh();
        assertThat((Double) rows.get(0).get(0)).isCloseTo(site.cost() + exported, within(1e-9));
        assertThat(plan(3)).containsIgnoringCase("PRICE_BY_TARIFF_TIME").doesNotContain("__SCAN_");
    }

    @Test
    void batteriesAndEnrollmentsComeByIndex() throws SQLException {
        assertThat(run(4, "dock")).hasSize(12);
        assertThat(plan(4)).containsIgnoringCase("SITE_BY_DISTRICT").doesNotContain("__SCAN_");
        assertThat(run(5, "dock-evening-2026-05-21")).hasSize(8);
        assertThat(plan(5)).doesNotContain("__SCAN_");
    }

    /** What the other tests look for is really there where no index serves. */
    @Test
    void aQueryWithoutAnIndexShowsAsAScan() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("EXPLAIN SELECT * FROM METER_READING WHERE LOAD_KWH > 1")) {
            assertThat(rows(statement).toString()).contains("__SCAN_");
        }
    }

    private static MeteringReference day() {
        return REFERENCE.between(DAY_START, DAY_END);
    }

    private static List<List<Object>> run(int query, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query(query))) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return rows(statement);
        }
    }

    private static String plan(int query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + query(query))) {
            for (int i = 0; i < statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setObject(i + 1, query == 3 && i == 3 ? "t" : i == 0 ? "s" : Long.valueOf(i));
            }
            return rows(statement).toString();
        }
    }

    private static List<List<Object>> rows(PreparedStatement statement) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String query(int index) {
        return Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1).strip())
                .toList()
                .get(index);
    }

    /** By table and column: type, and the place in the key. */
    private static Map<String, String> documentedColumns() {
        Map<String, String> columns = new TreeMap<>();
        String table = "";
        Pattern row = Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\| (\\d?) \\|.*[^ |] \\|");
        for (String line : page.substring(page.indexOf("## Tables")).lines().toList()) {
            table = line.startsWith("### ") ? line.substring(4) : table;
            Matcher match = row.matcher(line);
            if (match.matches()) {
                columns.put(table + "." + match.group(1), match.group(2) + " " + match.group(3));
            }
        }
        return columns;
    }

    private static Map<String, String> realColumns() throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        Map<String, Integer> keys = new TreeMap<>();
        try (ResultSet result = connection.getMetaData().getPrimaryKeys(null, "PUBLIC", "%")) {
            while (result.next()) {
                keys.put(
                        result.getString("TABLE_NAME") + "." + result.getString("COLUMN_NAME"),
                        result.getInt("KEY_SEQ"));
            }
        }
        try (ResultSet result = connection.getMetaData().getColumns(null, "PUBLIC", "%", "%")) {
            while (result.next()) {
                String name = result.getString("TABLE_NAME") + "." + result.getString("COLUMN_NAME");
                Integer key = keys.get(name);
                columns.put(name, result.getString("TYPE_NAME") + " " + (key == null ? "" : key));
            }
        }
        return columns;
    }

    private static Path root() {
        Path place = Path.of("").toAbsolutePath();
        while (place.getParent() != null && !Files.exists(place.resolve("docs/schema.md"))) {
            place = place.getParent();
        }
        return place;
    }
}
