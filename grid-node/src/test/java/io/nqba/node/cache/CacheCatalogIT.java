package io.nqba.node.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.Site;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.testing.GridFixture;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.PartitionLossPolicy;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.configuration.CacheConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    private static List<List<?>> sql(String query) {
        return grid.ignite()
                .cache(CacheNames.SITE)
                .query(new SqlFieldsQuery(query))
                .getAll();
    }
}
