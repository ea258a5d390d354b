package io.nqba.node.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.lifecycle.NodeContext;
import io.nqba.node.load.LoadSummary;
import io.nqba.node.testing.GridFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.ignite.Ignite;
import org.junit.jupiter.api.Test;

class GeneratedLoadIT {
    @Test
    void everyRowArrivesOnOneNodeAndOnThree() {
        DistrictRecipe recipe = DistrictRecipe.of("quarter", "Quarter", 30, 5);
        GeneratedWindow window = GeneratedWindow.endingWith(LocalDate.of(2026, 3, 10), recipe.zone(), 10);
        for (int nodes : new int[] {1, 3}) {
            try (GridFixture grid = GridFixture.inMemory(nodes)) {
                LoadSummary summary = GeneratedLoad.silently(grid.ignite()).load(recipe, window);

                // Ten local days, one of which has 23 hours.
                assertThat(summary.readings()).isEqualTo(30 * 239);
                assertThat(grid.ignite().cache(CacheNames.METER_READING).sizeLong())
                        .isEqualTo(30 * 239);
                assertThat(grid.ignite().cache(CacheNames.SITE).size()).isEqualTo(30);
                assertThat(grid.ignite().cache(CacheNames.ASSET).size()).isEqualTo(60);
                assertThat(grid.ignite().cache(CacheNames.PRICE_SIGNAL).size()).isEqualTo(239 + 7 * 24);
                assertThat(grid.ignite().cache(CacheNames.GRID_CARBON).size()).isEqualTo(239 + 7 * 24);
                assertThat(grid.ignite().cache(CacheNames.DEMAND_RESPONSE_EVENT).size())
                        .isEqualTo(1);
                assertThat(grid.ignite().cache(CacheNames.DR_ENROLLMENT).size()).isEqualTo(20);
            }
        }
    }

    @Test
    void anEmbeddedGridGetsDemoDataAndLaterTheDaysItMissed() {
        try (GridFixture grid = GridFixture.inMemory(1)) {
            Instant noon = Instant.parse("2026-05-04T19:00:00Z");

            start(grid, noon);
            long atFirst = grid.ignite().cache(CacheNames.METER_READING).sizeLong();
            start(grid, noon.plusSeconds(3600));
            long sameDay = grid.ignite().cache(CacheNames.METER_READING).sizeLong();
            start(grid, noon.plus(Duration.ofDays(3)));
            long threeDaysLater = grid.ignite().cache(CacheNames.METER_READING).sizeLong();

            assertThat(atFirst).as("60 days, one of 23 hours, 160 homes").isEqualTo(160L * (60 * 24 - 1));
            assertThat(sameDay).isEqualTo(atFirst);
            assertThat(grid.ignite().cache(CacheNames.FORECAST).sizeLong())
                    .as("two days ahead, at both times")
                    .isEqualTo(2 * 160L * 48);
            assertThat(grid.ignite().cache(CacheNames.EMISSION_RECORD).sizeLong())
                    .isEqualTo(160L * 63);
            assertThat(threeDaysLater - atFirst).isEqualTo(160L * 3 * 24);
            assertThat(hasReading(grid.ignite(), "riverside-024", "2026-05-07T06:00:00Z"))
                    .as("last hour of the day before in California")
                    .isTrue();
            assertThat(hasReading(grid.ignite(), "riverside-024", "2026-05-07T07:00:00Z"))
                    .as("a day that is not over is not measured")
                    .isFalse();
        }
    }

    private static void start(GridFixture grid, Instant now) {
        new EnergyDataModule(Clock.fixed(now, java.time.ZoneOffset.UTC))
                .start(new NodeContext(grid.ignite(), grid.node(0).settings(), true));
    }

    private static boolean hasReading(Ignite ignite, String siteId, String start) {
        return ignite.cache(CacheNames.METER_READING)
                .containsKey(new MeterReadingKey(siteId, Instant.parse(start).toEpochMilli()));
    }
}
