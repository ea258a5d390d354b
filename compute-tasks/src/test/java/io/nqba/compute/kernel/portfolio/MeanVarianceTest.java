package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

class MeanVarianceTest {
    @SeededTest(tries = 25)
    void utilityIsThatOfTheQuadraticProgramme(long seed) {
        var random = new SplittableRandom(seed);
        Universe universe = SampleUniverses.any(random, 2 + random.nextInt(25));
        PortfolioLimits limits = limits(random, universe.size());
        double aversion = Math.exp(random.nextDouble(-1, 4));

        PortfolioAnswer answer = new MeanVariance(universe, limits).quadraticUtility(aversion);

        double oracle = oracleUtility(universe, limits, aversion);
        assertThat(answer.value()).isCloseTo(oracle, within(2e-6 * (1 + Math.abs(oracle))));
        assertThat(answer.bound()).isGreaterThanOrEqualTo(answer.value() - 1e-12);
        assertThat(answer.gap()).isLessThan(1e-9);
        checkLimits(answer.weights(), limits);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 91, 207})
    void minimumVolatilityOfAwkwardSizesIsProven(int assets) {
        Universe universe = SampleUniverses.any(new SplittableRandom(assets), assets);

        PortfolioAnswer answer = new MeanVariance(universe, PortfolioLimits.longOnly(assets)).minimumVolatility();

        assertThat(answer.gap()).isBetween(0.0, 1e-9);
        assertThat(answer.volatility()).isEqualTo(answer.value(), within(1e-12));
        checkLimits(answer.weights(), PortfolioLimits.longOnly(assets));
    }

    @SeededTest(tries = 20)
    void noPointOfTheFrontierBeatsTheGreatestSharpeRatio(long seed) {
        var random = new SplittableRandom(seed);
        Universe universe = SampleUniverses.any(random, 3 + random.nextInt(20));
        MeanVariance optimiser = new MeanVariance(universe, PortfolioLimits.longOnly(universe.size()));

        PortfolioAnswer best = optimiser.maximumSharpe(0.01);
        List<PortfolioAnswer> frontier = optimiser.frontier(30);

        assertThat(best.gap()).isLessThan(1e-8);
        for (int k = 0; k < frontier.size(); k++) {
            assertThat(frontier.get(k).sharpe(0.01)).isLessThanOrEqualTo(best.bound() + 1e-12);
            assertThat(frontier.get(k).gap()).isLessThan(1e-9);
            if (k > 0) {
                assertThat(frontier.get(k).volatility())
                        .isGreaterThanOrEqualTo(frontier.get(k - 1).volatility() - 1e-12);
            }
        }
    }

    @SeededTest(tries = 20)
    void targetRiskAndTargetReturnAreTwoViewsOfOnePoint(long seed) {
        var random = new SplittableRandom(seed);
        Universe universe = SampleUniverses.any(random, 3 + random.nextInt(20));
        MeanVariance optimiser = new MeanVariance(universe, PortfolioLimits.longOnly(universe.size()));
        double least = optimiser.minimumVolatility().volatility();
        double most = optimiser.maximumReturn().volatility();

        PortfolioAnswer byRisk = optimiser.targetRisk(least + random.nextDouble(0.1, 0.9) * (most - least));
        PortfolioAnswer byReturn = optimiser.targetReturn(byRisk.expectedReturn());

        assertThat(byReturn.volatility()).isCloseTo(byRisk.volatility(), within(1e-8));
        assertThat(byRisk.gap()).isLessThan(1e-8);
    }

    @SeededTest(tries = 10)
    void anotherOrderOfTheAssetsGivesTheSamePortfolio(long seed) {
        var random = new SplittableRandom(seed);
        int assets = 3 + random.nextInt(20);
        Universe universe = SampleUniverses.any(random, assets);
        int[] order = new int[assets];
        Arrays.setAll(order, j -> (j * 7 + 3) % assets);
        order = Arrays.stream(order).distinct().count() == assets ? order : reversed(assets);
        int[] chosen = order;
        Universe shuffled = new Universe(
                SampleUniverses.names(assets),
                ConvexProgram.pick(universe.expectedReturns(), chosen),
                universe.covariance().select(chosen));

        double[] plain = new MeanVariance(universe, PortfolioLimits.longOnly(assets))
                .maximumSharpe(0)
                .weights();
        double[] other = new MeanVariance(shuffled, PortfolioLimits.longOnly(assets))
                .maximumSharpe(0)
                .weights();

        for (int j = 0; j < assets; j++) {
            assertThat(other[j]).isCloseTo(plain[chosen[j]], within(1e-7));
        }
    }

    private static int[] reversed(int size) {
        int[] order = new int[size];
        Arrays.setAll(order, j -> size - 1 - j);
        return order;
    }

    /** Where variances grow by 9, volatilities grow by 3 and the calmest weights stay. */
    @SeededTest(tries = 10)
    void scaledRiskScalesTheAnswer(long seed) {
        var random = new SplittableRandom(seed);
        Universe universe = SampleUniverses.any(random, 12);
        Universe scaled = new Universe(
                universe.names(),
                universe.expectedReturns(),
                universe.covariance().scaled(9, 0));

        PortfolioAnswer plain = new MeanVariance(universe, PortfolioLimits.longOnly(12)).minimumVolatility();
        PortfolioAnswer tripled = new MeanVariance(scaled, PortfolioLimits.longOnly(12)).minimumVolatility();

        assertThat(tripled.volatility()).isCloseTo(3 * plain.volatility(), within(1e-10));
        assertThat(tripled.weights()).containsExactly(plain.weights(), within(1e-8));
    }

    @SeededTest(tries = 10)
    void sameInputGivesTheSameBits(long seed) {
        var random = new SplittableRandom(seed);
        Universe universe = SampleUniverses.any(random, 120);

        double[] first = new MeanVariance(universe, PortfolioLimits.longOnly(120))
                .maximumSharpe(0)
                .weights();
        double[] second = new MeanVariance(universe, PortfolioLimits.longOnly(120))
                .maximumSharpe(0)
                .weights();

        assertThat(first).isEqualTo(second);
    }

    @Test
    void twoUncorrelatedAssetsAreHeldAgainstTheirVariances() {
        Universe universe =
                new Universe(List.of("calm", "wild"), new double[] {0.05, 0.1}, SymmetricMatrix.of(new double[][] {
                    {0.01, 0}, {0, 0.04}
                }));

        PortfolioAnswer answer = new MeanVariance(universe, PortfolioLimits.longOnly(2)).minimumVolatility();

        assertThat(answer.weights()).containsExactly(new double[] {0.8, 0.2}, within(1e-12));
        assertThat(answer.value()).isCloseTo(Math.sqrt(0.008), within(1e-12));
    }

    @Test
    void turnoverLimitHoldsAndHasAShadowPrice() {
        Universe universe = SampleUniverses.any(new SplittableRandom(5), 15);
        double[] current = new double[15];
        Arrays.fill(current, 1 / 15.0);
        double[] cost = new double[15];
        Arrays.fill(cost, 0.001);
        PortfolioLimits limits = PortfolioLimits.longOnly(15).withTrades(new TradeRules(current, cost, 0.3));

        PortfolioAnswer answer = new MeanVariance(universe, limits).maximumSharpe(0);

        double turnover = 0;
        for (int j = 0; j < 15; j++) {
            turnover += Math.abs(answer.weights()[j] - current[j]);
        }
        assertThat(turnover).isCloseTo(0.3, within(1e-9));
        assertThat(answer.tradingCost()).isCloseTo(0.0003, within(1e-12));
        assertThat(answer.gap()).isLessThan(1e-8);
        assertThat(answer.shadowPrices()).singleElement().satisfies(price -> {
            assertThat(price.limit()).isEqualTo("turnover at most 0.3");
            assertThat(price.perUnit()).isPositive();
        });
    }

    /** The shadow price of a limit is what one unit more of it gains. */
    @Test
    void shadowPriceOfAGroupIsTheGainOfARelaxedLimit() {
        Universe universe = SampleUniverses.any(new SplittableRandom(8), 10);
        double[] best = new MeanVariance(universe, PortfolioLimits.longOnly(10))
                .quadraticUtility(4)
                .weights();
        double[] heaviest = new double[10];
        for (int j = 0; j < 10; j++) {
            heaviest[j] = best[j] > 0.15 ? 1 : 0;
        }
        double step = 1e-4;

        PortfolioAnswer tight = utilityUnder(universe, heaviest, 0.2);
        PortfolioAnswer wider = utilityUnder(universe, heaviest, 0.2 + step);

        double perUnit = 4 * tight.shadowPrices().get(0).perUnit();
        assertThat((wider.value() - tight.value()) / step).isCloseTo(perUnit, within(1e-3 * perUnit));
    }

    private static PortfolioAnswer utilityUnder(Universe universe, double[] group, double most) {
        PortfolioLimits limits = PortfolioLimits.longOnly(10)
                .withGroups(List.of(new GroupLimit("heaviest", group, Double.NEGATIVE_INFINITY, most)));
        return new MeanVariance(universe, limits).quadraticUtility(4);
    }

    @Test
    void contradictionNamesTheLimitsAndTheLeastRelaxation() {
        Universe universe = SampleUniverses.any(new SplittableRandom(3), 10);
        double[] half = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
        PortfolioLimits limits = PortfolioLimits.longOnly(10)
                .withGroups(List.of(
                        new GroupLimit("technology", half, 0.3, 1),
                        new GroupLimit("exporters", half, Double.NEGATIVE_INFINITY, 0.25)));

        assertThatThrownBy(() -> new MeanVariance(universe, limits).minimumVolatility())
                .isInstanceOfSatisfying(NqbaException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.INFEASIBLE);
                    assertThat(problem.problem())
                            .isEqualTo("No portfolio keeps these limits together with the bounds of the assets:"
                                    + " 'technology at least 0.3', 'exporters at most 0.25'.");
                    assertThat(problem.remedy())
                            .isEqualTo("Lower 'technology' from 0.3 to 0.25; or raise 'exporters' from 0.25 to 0.3;"
                                    + " or widen the bounds of the assets.");
                });
    }

    @Test
    void boundsThatCannotAddUpAreNamed() {
        Universe universe = SampleUniverses.any(new SplittableRandom(3), 10);

        assertThatThrownBy(() -> new MeanVariance(universe, PortfolioLimits.between(10, 0, 0.08)).minimumVolatility())
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("sum of the weights of 1")
                .hasMessageContaining("Set the sum of the weights to 0.8, or widen the bounds of the assets.");
    }

    @Test
    void targetsOutOfReachSayWhatIsPossible() {
        Universe universe = SampleUniverses.any(new SplittableRandom(4), 6);
        MeanVariance optimiser = new MeanVariance(universe, PortfolioLimits.longOnly(6));
        double most = Arrays.stream(universe.expectedReturns()).max().orElseThrow();
        double least = optimiser.minimumVolatility().value();

        assertThatThrownBy(() -> optimiser.targetReturn(most + 1))
                .hasMessageContaining("to %s,".formatted(NamedRow.shown(most)));
        assertThatThrownBy(() -> optimiser.targetRisk(least / 2))
                .hasMessageContaining("the least volatility is %s.".formatted(NamedRow.shown(least)));
        assertThatThrownBy(() -> optimiser.maximumSharpe(most + 1))
                .hasMessageContaining("No portfolio within the limits expects more");
    }

    @Test
    void badInputIsNamed() {
        Universe universe = SampleUniverses.any(new SplittableRandom(4), 3);

        assertThatThrownBy(() -> new MeanVariance(universe, PortfolioLimits.longOnly(4)))
                .hasMessageContaining("The universe has 3 assets, the limits name 4.");
        assertThatThrownBy(() -> PortfolioLimits.between(3, 0.5, 0.1))
                .hasMessageContaining("The bounds of asset 0 (0.5 to 0.1) must be an interval");
        assertThatThrownBy(
                        () -> PortfolioLimits.longOnly(3).withGroups(List.of(new GroupLimit("x", new double[2], 0, 1))))
                .hasMessageContaining("The limit 'x' (2 exposures, 0.0 to 1.0) must give one number per asset (3)");
        assertThatThrownBy(() -> new MeanVariance(universe, PortfolioLimits.longOnly(3)).quadraticUtility(0))
                .hasMessageContaining("The risk aversion (0.0) must be above 0.");
    }

    private static PortfolioLimits limits(SplittableRandom random, int assets) {
        boolean shorting = random.nextBoolean();
        PortfolioLimits limits = PortfolioLimits.between(assets, shorting ? -0.4 : 0, 1);
        List<GroupLimit> groups = new ArrayList<>();
        for (int k = random.nextInt(3); k > 0; k--) {
            double[] members = new double[assets];
            Arrays.setAll(members, j -> j > 0 && random.nextInt(3) == 0 ? 1 : 0);
            groups.add(new GroupLimit("group " + k, members, Double.NEGATIVE_INFINITY, random.nextDouble(0.2, 0.6)));
        }
        return limits.withGroups(groups).withRidge(random.nextBoolean() ? 0 : 0.1);
    }

    private static void checkLimits(double[] weights, PortfolioLimits limits) {
        assertThat(Arrays.stream(weights).sum()).isCloseTo(limits.budget(), within(1e-9));
        for (int j = 0; j < weights.length; j++) {
            assertThat(weights[j]).isBetween(limits.lower()[j] - 1e-12, limits.upper()[j] + 1e-12);
        }
        for (GroupLimit group : limits.groups()) {
            assertThat(Vectors.dot(group.exposures(), weights)).isLessThanOrEqualTo(group.most() + 1e-8);
        }
    }

    private static double oracleUtility(Universe universe, PortfolioLimits limits, double aversion) {
        int n = universe.size();
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] weight = new Variable[n];
        Expression budget = model.newExpression("budget").level(limits.budget());
        Expression risk = model.newExpression("risk").weight(1);
        for (int j = 0; j < n; j++) {
            weight[j] = model.newVariable("w" + j)
                    .lower(limits.lower()[j])
                    .upper(limits.upper()[j])
                    .weight(-universe.expectedReturns()[j]);
            budget.set(weight[j], 1);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double ridge = i == j ? limits.ridge() : 0;
                risk.set(
                        weight[i],
                        weight[j],
                        aversion / 2 * (universe.covariance().get(i, j) + ridge));
            }
        }
        for (GroupLimit group : limits.groups()) {
            Expression row = model.newExpression(group.name()).upper(group.most());
            for (int j = 0; j < n; j++) {
                row.set(weight[j], group.exposures()[j]);
            }
        }
        return -model.minimise().getValue();
    }
}
