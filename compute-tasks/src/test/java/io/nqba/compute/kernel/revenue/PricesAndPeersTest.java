package io.nqba.compute.kernel.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices beside the list, and what peers buy. */
class PricesAndPeersTest {
    @Test
    void pricesFallIntoTheirBands() {
        var prices = new PriceRatios();
        for (double price : new double[] {80, 90, 95, 100, 100, 110, 900}) {
            prices.add(price, 100);
        }
        prices.add(50, 0);

        assertThat(prices.count()).isEqualTo(7);
        assertThat(prices.count(0.9, 1)).isEqualTo(2);
        assertThat(prices.count(1, 1.05)).isEqualTo(2);
        assertThat(prices.mean(0.9, 1)).isCloseTo(0.925, within(1e-12));
        assertThat(prices.quantile(0.5)).isEqualTo(1);
        assertThat(prices.quantile(1)).isEqualTo(3);
    }

    @Test
    void aMeanPriceHasAnInterval() {
        var prices = new PriceRatios();
        prices.add(96, 100);
        assertThat(prices.mean(0.8).low()).isNaN();
        prices.add(104, 100);

        Interval mean = prices.mean(0.8);

        assertThat(mean.value()).isCloseTo(1, within(1e-12));
        assertThat(prices.deviation()).isCloseTo(Math.sqrt(0.0032), within(1e-12));
        assertThat(mean.high() - 1).isCloseTo(1.2816 * 0.04, within(1e-5));
        assertThat(new PriceRatios().mean(0.8)).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void whoLacksWhatPeersHaveIsFound() {
        int[] peers = {0, 0, 0, 0, 1, 1, 1, -1};
        double[][] money = {
            {10, 0}, {20, 0}, {30, 0}, {0, 0}, {0, 50}, {0, 0}, {0, 0}, {0, 0},
        };

        List<WhiteSpace.Gap> gaps = WhiteSpace.of(peers, money, 1, 0.8);

        assertThat(gaps).hasSize(3);
        WhiteSpace.Gap gap =
                gaps.stream().filter(each -> each.product() == 0).findFirst().orElseThrow();
        assertThat(gap.account()).isEqualTo(3);
        assertThat(gap.peersBuying()).isEqualTo(3);
        assertThat(gap.peers()).isEqualTo(3);
        assertThat(gap.money()).isEqualTo(20);
        assertThat(gap.share().value()).isBetween(0.43, 0.99);
        assertThat(gap.value()).isCloseTo(20 * gap.share().value(), within(1e-12));
        assertThat(gaps.get(0).value()).isGreaterThanOrEqualTo(gaps.get(1).value());
        assertThat(WhiteSpace.of(peers, money, 2, 0.8)).containsExactly(gap);
        assertThat(WhiteSpace.of(new int[0], new double[0][], 1, 0.8)).isEmpty();
    }
}
