package io.nqba.node.finance.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.model.finance.AnomalyKind;
import io.nqba.model.finance.MarketForecast;
import io.nqba.model.finance.MarketQuery;
import io.nqba.model.finance.MarketReport;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.finance.RegimeState;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.node.testing.GridFixture;
import java.util.HashMap;
import java.util.Map;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

/** The state of a market, as the console asks for it. */
class MarketReportIT {
    @Test
    void theReportIsTheSameOnOneNodeAndOnThree() throws InterruptedException {
        MarketReport alone = report(1);
        MarketReport together = report(3);

        assertThat(together.volatility()).isEqualTo(alone.volatility());
        assertThat(together.correlation()).isEqualTo(alone.correlation());
        assertThat(together.breadth()).isEqualTo(alone.breadth());
        assertThat(together.anomalies()).isEqualTo(alone.anomalies());
        assertThat(together.forecasts()).isEqualTo(alone.forecasts());
        assertThat(alone.days()).hasSize(1_200);
        assertThat(alone.volatility().state()).isNotEqualTo(RegimeState.UNKNOWN);
        assertThat(alone.breadth().instruments()).isEqualTo(11);
        assertThat(alone.anomalies()).anySatisfy(each -> {
            assertThat(each.instrumentId()).isEqualTo("T005");
            assertThat(each.kind()).isEqualTo(AnomalyKind.VOLUME);
            assertThat(each.score()).isGreaterThan(5);
        });
        assertThat(alone.forecasts()).hasSize(4).allSatisfy(MarketReportIT::isScored);
        assertThat(alone.notes()).isEmpty();
    }

    private static void isScored(MarketForecast forecast) {
        assertThat(forecast.scored()).isPositive();
        assertThat(forecast.relativeError()).isPositive();
        assertThat(forecast.value()).isBetween(forecast.low(), forecast.high());
    }

    private static MarketReport report(int nodes) throws InterruptedException {
        try (GridFixture grid = GridFixture.inMemory(nodes);
                IgniteClient client = grid.client()) {
            StrategyDesk.storePrices(grid.ignite(), 12, 1_200, 4);
            Map<PriceBarKey, PriceBar> bars = new HashMap<>();
            for (int day = 900; day < 1_200; day++) {
                double volume = day == 1_198 ? 90_000 : 1_000 + 37 * (day % 17);
                bars.put(new PriceBarKey("T005", 15_000 + day), new PriceBar(10, 11, 9, 10, 10, volume));
            }
            client.<PriceBarKey, PriceBar>cache(CacheNames.PRICE_BAR).putAll(bars);

            assertThatThrownBy(() -> ask(client, "nowhere")).hasMessageContaining("There is no universe (nowhere).");
            return ask(client, StrategyDesk.UNIVERSE);
        }
    }

    private static MarketReport ask(IgniteClient client, String universeId) throws InterruptedException {
        return client.compute()
                .<Object, TaskReply<MarketReport>>execute(TaskNames.MARKET_REPORT, new MarketQuery(universeId))
                .orThrow();
    }
}
