package io.nqba.node.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.Site;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.util.List;
import java.util.Map;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.PartitionLossPolicy;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.configuration.CacheConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheCatalogIT {
    private static final List<String> BY_SITE = List.of(
            CacheNames.SITE,
            CacheNames.ASSET,
            CacheNames.METER_READING,
            CacheNames.FORECAST,
            CacheNames.SCHEDULE,
            CacheNames.SITE_RESULT,
            CacheNames.EMISSION_RECORD,
            CacheNames.DR_ENROLLMENT);

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @BeforeAll
    static void startGrid() {
        grid = GridFixture.inMemory(3);
        Ignite ignite = grid.ignite();
        for (int i = 0; i < 20; i++) {
            ignite.cache(CacheNames.SITE).put("site-" + i, new Site("site-" + i, "d1", "Home " + i, "t1", 10, 5));
            for (long hour = 0; hour < 24; hour++) {
                ignite.cache(CacheNames.METER_READING)
                        .put(new MeterReadingKey("site-" + i, hour * 3_600_000), new MeterReading(1 + hour, 0));
            }
        }
    }

    @AfterAll
    static void stopGrid() {
        grid.close();
    }

    @Test
    void rowsOfOneSiteLiveOnOneNode() {
        Ignite ignite = grid.ignite();

        for (String cache : BY_SITE) {
            for (int i = 0; i < 50; i++) {
                assertThat(ignite.affinity(cache).mapKeyToNode("site-" + i))
                        .as("%s of site-%d", cache, i)
                        .isEqualTo(ignite.affinity(CacheNames.SITE).mapKeyToNode("site-" + i));
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyCacheOfTheModelExistsAndIsSafe() throws IllegalAccessException {
        for (var field : CacheNames.class.getFields()) {
            String name = (String) field.get(null);
            CacheConfiguration<?, ?> cache = grid.ignite().cache(name).getConfiguration(CacheConfiguration.class);

            assertThat(cache.getPartitionLossPolicy()).as(name).isEqualTo(PartitionLossPolicy.READ_WRITE_SAFE);
            assertThat(cache.isStatisticsEnabled()).as(name).isTrue();
            assertThat(cache.getBackups()).as(name).isPositive();
        }
    }

    @Test
    void sitesJoinTheirReadings() {
        assertThat(
                        sql(
                                "SELECT S.NAME, SUM(R.LOAD_KWH) FROM SITE S JOIN METER_READING R ON R.SITE_ID = S.SITE_ID WHERE S.DISTRICT_ID = 'd1' AND R.START_MILLIS BETWEEN 0 AND 7200000 GROUP BY S.NAME"))
                .hasSize(20);
    }

    @Test
    void theKeyServesPointsAndRangesOfTimeOfOneSite() {
        assertThat(plan("SELECT * FROM METER_READING WHERE SITE_ID = 's' AND START_MILLIS BETWEEN 0 AND 9"))
                .contains("METER_READING_BY_KEY: SITE_ID = 's'", "START_MILLIS >= 0", "START_MILLIS <= 9");
        assertThat(plan("SELECT * FROM SCHEDULE WHERE SITE_ID = 's' AND RUN_ID = 'r' AND START_MILLIS = 0"))
                .containsPattern("(?s)SCHEDULE_BY_KEY:[^/]*START_MILLIS = 0[^/]*\\*/");
        assertThat(plan("SELECT * FROM SITE WHERE SITE_ID = 's'")).contains("_key_PK_proxy\": SITE_ID = 's'");
        assertThat(plan("SELECT * FROM PRICE_SIGNAL WHERE TARIFF_ID = 't' AND START_MILLIS > 0"))
                .contains("PRICE_BY_TARIFF_TIME: TARIFF_ID = 't'", "START_MILLIS > 0");
    }

    @Test
    void theTableOfACacheIsItsNameInUpperSnakeCase() {
        assertThat(CachePlan.tableName("MeterReading")).isEqualTo("METER_READING");
        assertThat(CachePlan.tableName("Site")).isEqualTo("SITE");
        assertThat(CachePlan.tableName("DrEnrollment")).isEqualTo("DR_ENROLLMENT");
        assertThat(sql("SELECT COUNT(*) FROM PUBLIC.METER_READING")).isEqualTo(List.of(List.of(480L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT FILE_READ('/etc/hostname')",
                "SELECT * FROM CSVREAD('/etc/hostname')",
                "CALL CSVWRITE('/dev/null', 'SELECT 1')",
                "SELECT * FROM LINK_SCHEMA('X', '', 'jdbc:h2:mem:', 'sa', '', 'PUBLIC')",
                "CREATE ALIAS HALT AS 'void halt() { System.exit(1); }'",
                "RUNSCRIPT FROM '/etc/hostname'",
                "SCRIPT TO '/dev/null'",
                "CREATE LINKED TABLE L('', 'jdbc:h2:mem:', 'sa', '', 'X')"
            })
    void sqlReachesNoFileAndNoCodeOfTheNode(String query) {
        assertThatThrownBy(() -> sql(query)).isInstanceOf(CacheException.class);
    }

    private static String plan(String query) {
        return sql("EXPLAIN " + query).toString();
    }

    private static List<List<?>> sql(String query) {
        return grid.ignite()
                .cache(CacheNames.SITE)
                .query(new SqlFieldsQuery(query))
                .getAll();
    }

    /** A grid on disk starts its caches before any key was seen, which once scattered the readings of a site. */
    @Test
    void onDiskTheReadingsOfASiteLieWithTheSite() {
        try (GridFixture grid = GridFixture.start(1, Map.of(Setting.PERSISTENCE, "true"))) {
            Ignite ignite = grid.ignite();
            for (int hour = 0; hour < 24; hour++) {
                assertThat(ignite.affinity(CacheNames.METER_READING)
                                .partition(new MeterReadingKey("site-1", hour * 3_600_000L)))
                        .isEqualTo(ignite.affinity(CacheNames.SITE).partition("site-1"));
                assertThat(ignite.affinity(CacheNames.RUN_PROGRESS).partition(new RunProgressKey("run-1", hour)))
                        .isEqualTo(ignite.affinity(CacheNames.OPTIMIZATION_RUN).partition("run-1"));
            }
        }
    }
}
