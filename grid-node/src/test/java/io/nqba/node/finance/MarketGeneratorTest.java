package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nqba.model.finance.PriceBar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarketGeneratorTest {
    private static final MarketRecipe RECIPE =
            new MarketRecipe("m", "M", 200, LocalDate.of(2015, 1, 2), LocalDate.of(2024, 12, 31), 7);
    private static final MarketGenerator MARKET = new MarketGenerator(RECIPE);

    @Test
    void equalRecipesGiveEqualPrices() {
        MarketGenerator again = new MarketGenerator(RECIPE);

        for (int i : new int[] {0, 77, 200}) {
            assertThat(again.series(i).adjusted()).isEqualTo(MARKET.series(i).adjusted());
        }
        assertThat(new MarketGenerator(new MarketRecipe("m", "M", 200, RECIPE.firstDay(), RECIPE.lastDay(), 8))
                        .series(0)
                        .adjusted())
                .isNotEqualTo(MARKET.series(0).adjusted());
    }

    @Test
    void aLongerRecipeGoesOnFromTheSamePaidPrices() {
        MarketGenerator longer = new MarketGenerator(RECIPE.until(LocalDate.of(2025, 6, 30)));

        for (int i = 0; i <= 200; i++) {
            assertThat(paid(longer, i)).as("instrument %d", i).isEqualTo(paid(MARKET, i));
        }
    }

    private static double[] paid(MarketGenerator market, int index) {
        GeneratedSeries series = market.series(index);
        return IntStream.range(0, MARKET.days().length)
                .mapToDouble(series::paid)
                .toArray();
    }

    @Test
    void tickersAreDistinctUpToTheLargestMarket() {
        CompanyNames names = new CompanyNames(5_000);
        Set<String> tickers = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            tickers.add(names.ticker(i));
        }

        assertThat(tickers).hasSize(5_000).doesNotContain(MarketGenerator.FUND_ID);
    }

    @Test
    void sharesOfOneSectorMoveTogetherMoreThanOthers() {
        double within = 0;
        double across = 0;
        for (int i = 0; i < 64; i++) {
            within += correlation(i, i + 8);
            across += correlation(i, i + 3);
        }

        assertThat(within / 64).isBetween(0.25, 0.7);
        assertThat(across / 64).isBetween(0.1, within / 64 - 0.05);
    }

    @Test
    void changesHaveFatTailsAndComeInNervousStretches() {
        double[] changes = changes(200);

        assertThat(kurtosis(changes)).isGreaterThan(4);
        double[] sizes = Arrays.stream(changes).map(Math::abs).toArray();
        assertThat(correlation(
                        Arrays.copyOfRange(sizes, 0, sizes.length - 1), Arrays.copyOfRange(sizes, 1, sizes.length)))
                .isGreaterThan(0.05);
    }

    @Test
    void someAreListedLateSomeLeaveAndSomeSplit() {
        int late = 0;
        int left = 0;
        int split = 0;
        int last = MARKET.days().length - 1;
        for (int i = 0; i < 200; i++) {
            GeneratedSeries series = MARKET.series(i);
            late += series.isTraded(0) ? 0 : 1;
            left += series.isTraded(last) ? 0 : 1;
            split += series.sharesOfToday(0) > 1 ? 1 : 0;
        }

        assertThat(late).isBetween(5, 50);
        assertThat(left).isBetween(1, 20);
        assertThat(split).isBetween(5, 120);
    }

    @Test
    void barsEncloseTheirPricesAndSplitsShowInTheAdjustedCloseOnly() {
        for (int i = 0; i < 200; i++) {
            GeneratedSeries series = MARKET.series(i);
            for (PriceBar bar : MARKET.bars(i, series, MARKET.instrument(i, series.last()))) {
                if (bar != null) {
                    assertThat(bar.low()).isPositive().isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
                    assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
                }
            }
            for (int t = 1; t < MARKET.days().length; t++) {
                if (series.isTraded(t) && series.isTraded(t - 1)) {
                    assertThat(series.adjusted(t) / series.adjusted(t - 1)).isBetween(0.5, 1.9);
                }
            }
        }
    }

    @Test
    void aRecipeSaysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarketRecipe("m", "M", 5_001, RECIPE.firstDay(), RECIPE.lastDay(), 1))
                .withMessageContaining("instruments (5001)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BookRecipe("b", "B", 100_001, 0, 5, 1))
                .withMessageContaining("portfolios (100001)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BookRecipe("b", "B", 10, 5, 6, 1))
                .withMessageContaining("held (6)");
    }

    private static double[] changes(int index) {
        double[] prices = MARKET.series(index).adjusted();
        double[] changes = new double[prices.length - 1];
        for (int t = 0; t < changes.length; t++) {
            double change = Math.log(prices[t + 1] / prices[t]);
            changes[t] = Double.isNaN(change) ? 0 : change;
        }
        return changes;
    }

    private static double correlation(int first, int second) {
        return correlation(changes(first), changes(second));
    }

    private static double correlation(double[] first, double[] second) {
        double a = Arrays.stream(first).average().orElse(0);
        double b = Arrays.stream(second).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int t = 0; t < first.length; t++) {
            ab += (first[t] - a) * (second[t] - b);
            aa += (first[t] - a) * (first[t] - a);
            bb += (second[t] - b) * (second[t] - b);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double kurtosis(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double second =
                Arrays.stream(values).map(v -> Math.pow(v - mean, 2)).average().orElse(0);
        double fourth =
                Arrays.stream(values).map(v -> Math.pow(v - mean, 4)).average().orElse(0);
        return fourth / (second * second);
    }
}
