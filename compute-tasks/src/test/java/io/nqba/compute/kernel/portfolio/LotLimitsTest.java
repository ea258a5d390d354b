package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.compute.kernel.portfolio.LotOptimiser.Bounds;
import io.nqba.compute.kernel.portfolio.LotOptimiser.Lots;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole shares keep every limit that the weights were chosen under, however coarse a share is. */
class LotLimitsTest {
    private static final double ROUNDING = 1e-8;

    /** A universe, limits that some weights keep, and prices from a thousandth to a tenth of the capital. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Case(Universe universe, double[] target, double[] prices, double capital, Bounds bounds) {
        static Case of(SplittableRandom random, int assets, double dearest) {
            Universe universe = SampleUniverses.any(random, assets);
            double capital = 10_000;
            double[] prices =
                    random.doubles(assets, 0.001 * capital, dearest * capital).toArray();
            double[] upper = random.doubles(assets, 2.0 / assets, 1).toArray();
            List<GroupLimit> groups = List.of(
                    group("even", assets, 2, 0, random.nextDouble(0.1, 0.3), random.nextDouble(0.4, 0.7)),
                    group("third", assets, 3, 0, 0, random.nextDouble(0.2, 0.5)),
                    group("last", assets, 4, 3, random.nextDouble(0.05, 0.15), 1));
            double[] now = new double[assets];
            Arrays.fill(now, 1.0 / assets);
            double[] costs = new double[assets];
            TradeRules trades = random.nextInt(2) == 0 ? null : new TradeRules(now, costs, random.nextDouble(0.6, 1.6));
            PortfolioLimits limits = new PortfolioLimits(new double[assets], upper, 1, groups, trades, 0);
            double[] target =
                    new MeanVariance(universe, limits).minimumVolatility().weights();
            return new Case(
                    universe,
                    target,
                    prices,
                    capital,
                    new Bounds(new double[assets], upper, 0.001, groups, trades, List.of()));
        }

        Lots search(long seed) {
            return new LotOptimiser(universe.covariance(), target, null, prices, capital, bounds).search(100, seed);
        }

        boolean keeps(double[] weights) {
            boolean bounded = true;
            for (int j = 0; j < weights.length; j++) {
                bounded &= weights[j] >= bounds.lower()[j] - ROUNDING && weights[j] <= bounds.upper()[j] + ROUNDING;
            }
            for (GroupLimit group : bounds.groups()) {
                double sum = Vectors.dot(group.exposures(), weights);
                bounded &= sum >= group.least() - ROUNDING && sum <= group.most() + ROUNDING;
            }
            TradeRules trades = bounds.trades();
            double[] one = new double[weights.length];
            Arrays.fill(one, 1);
            bounded &= trades == null
                    || new TradeRules(trades.currentWeights(), one, 0).cost(weights)
                            <= trades.mostTurnover() + ROUNDING;
            return bounded && 1 - Arrays.stream(weights).sum() >= bounds.leastCash() - ROUNDING;
        }
    }

    private static GroupLimit group(String name, int assets, int every, int rest, double least, double most) {
        double[] exposures = new double[assets];
        Arrays.setAll(exposures, j -> j % every == rest ? 1 : 0);
        return new GroupLimit(name, exposures, least, most);
    }

    @SeededTest(tries = 40)
    void sharesKeepEveryLimitOrSayWhichOneCannotBeKept(long seed) {
        var random = new SplittableRandom(seed);
        Optional<Case> drawn = draw(random, random.nextInt(4, 25), 0.08);
        if (drawn.isEmpty()) {
            return;
        }

        try {
            Lots lots = drawn.get().search(seed);

            assertThat(drawn.get().keeps(lots.weights())).isTrue();
            assertThat(lots.loss()).isNotNegative();
        } catch (NqbaException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INFEASIBLE);
            assertThat(refusal.problem()).contains("is broken");
            assertThat(refusal.remedy()).isNotBlank();
        }
    }

    @SeededTest(tries = 30)
    void whereFourAssetsCanKeepThemTheyDoAndElseItIsSaid(long seed) {
        var random = new SplittableRandom(seed);
        Optional<Case> drawn = draw(random, 4, 0.3);
        if (drawn.isEmpty()) {
            return;
        }
        boolean possible = someSharesKeep(drawn.get());

        Lots found = null;
        try {
            found = drawn.get().search(seed);
        } catch (NqbaException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INFEASIBLE);
        }

        assertThat(found != null).isEqualTo(possible);
        assertThat(found == null || drawn.get().keeps(found.weights())).isTrue();
    }

    @SeededTest(tries = 20)
    void cheapSharesComeAsNearAsOne(long seed) {
        var random = new SplittableRandom(seed);
        Optional<Case> drawn = draw(random, 12, 0.0011);
        if (drawn.isEmpty()) {
            return;
        }

        Lots lots = drawn.get().search(seed);

        double[] ideal = drawn.get().target();
        for (int j = 0; j < ideal.length; j++) {
            assertThat(Math.abs(lots.weights()[j] - ideal[j])).isLessThan(0.05);
        }
    }

    /** Random limits may contradict each other; such draws say nothing about shares. */
    private static Optional<Case> draw(SplittableRandom random, int assets, double dearest) {
        try {
            return Optional.of(Case.of(random, assets, dearest));
        } catch (NqbaException contradiction) {
            return Optional.empty();
        }
    }

    private static boolean someSharesKeep(Case drawn) {
        return someSharesKeep(drawn, new double[drawn.prices().length], 0);
    }

    private static boolean someSharesKeep(Case drawn, double[] weights, int asset) {
        if (asset == weights.length) {
            return drawn.keeps(weights);
        }
        double step = drawn.prices()[asset] / drawn.capital();
        for (int shares = 0; shares * step <= drawn.bounds().upper()[asset] + ROUNDING; shares++) {
            weights[asset] = shares * step;
            if (Arrays.stream(weights, 0, asset + 1).sum() <= 1 && someSharesKeep(drawn, weights, asset + 1)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anAssetWithoutAWholeShareIsNamed() {
        var bounds = new Bounds(
                new double[] {0, 0.02}, new double[] {1, 0.03}, 0, List.of(), null, List.of("CHEAP", "DEAR"));

        assertThatThrownBy(() -> optimiser(bounds))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining(
                        "No whole number of lots of DEAR, each 0.05 of the capital, weighs between 0.02 and 0.03.");
    }

    @Test
    void aLimitThatNoSharesKeepIsNamedWithWhatToDo() {
        var tight = new GroupLimit("sector Banks", new double[] {0, 1}, 0.06, 0.09);
        var bounds = new Bounds(new double[2], new double[] {1, 1}, 0, List.of(tight), null, List.of("CHEAP", "DEAR"));

        assertThatThrownBy(() -> optimiser(bounds).search(50, 1))
                .isInstanceOfSatisfying(NqbaException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INFEASIBLE);
                    assertThat(refusal.problem()).contains("'sector Banks' of at");
                    assertThat(refusal.remedy()).contains("invest more capital");
                });
    }

    private static LotOptimiser optimiser(Bounds bounds) {
        SymmetricMatrix risk = SymmetricMatrix.of(new double[][] {{0.04, 0}, {0, 0.09}});
        return new LotOptimiser(risk, new double[] {0.9, 0.07}, null, new double[] {10, 50}, 1_000, bounds);
    }
}
