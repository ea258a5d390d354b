package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.portfolio.PortfolioProblem.Goal;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** What trading costs moves the weights, but a volatility stays a volatility and a shortfall a shortfall. */
class TradingCostTest {
    private static final int ASSETS = 8;
    private static final List<PortfolioObjective> ADDING =
            List.of(PortfolioObjective.MIN_VOLATILITY, PortfolioObjective.MIN_CVAR);

    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Case(PortfolioProblem problem, double[] now) {
        static Case of(PortfolioObjective objective, long seed) {
            var random = new SplittableRandom(seed);
            ReturnMatrix returns = SampleUniverses.returns(random, ASSETS, 300);
            Universe universe = SampleUniverses.of(returns);
            PortfolioProblem problem = new PortfolioProblem(
                    universe,
                    Covariances.correlation(universe.covariance()),
                    returns,
                    new Goal(objective, Double.NaN, 3, 0.01, 0.95));
            return new Case(problem, portfolio(random));
        }

        PortfolioLimits limits(double costPerUnit) {
            double[] costs = new double[ASSETS];
            Arrays.fill(costs, costPerUnit);
            return PortfolioLimits.longOnly(ASSETS).withTrades(new TradeRules(now, costs, Double.POSITIVE_INFINITY));
        }

        /** The named measure from first principles. */
        double measure(double[] weights) {
            return problem.goal().objective() == PortfolioObjective.MIN_VOLATILITY
                    ? problem.universe().volatility(weights)
                    : ShortfallOptimiser.shortfall(days(), 0.95, weights);
        }

        private ReturnMatrix days() {
            return Objects.requireNonNull(problem.scenarios());
        }
    }

    private static double[] portfolio(SplittableRandom random) {
        double[] weights = new double[ASSETS];
        Arrays.setAll(weights, j -> -Math.log(1 - random.nextDouble()));
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    @SeededTest(tries = 6)
    void theMeasureShownIsThatOfTheWeightsAlone(long seed) {
        for (PortfolioObjective objective : ADDING) {
            Case drawn = Case.of(objective, seed);
            for (double cost : new double[] {0, 0.0005, 0.01}) {
                PortfolioAnswer answer = drawn.problem.solve(drawn.limits(cost));

                assertThat(PortfolioProblem.withoutCost(objective, answer.value(), answer.tradingCost()))
                        .as("%s at %s", objective, cost)
                        .isCloseTo(drawn.measure(answer.weights()), within(1e-9));
            }
        }
    }

    @SeededTest(tries = 6)
    void nobodyWhoSpendsNoMoreBeatsTheBound(long seed) {
        var random = new SplittableRandom(seed + 1);
        for (PortfolioObjective objective : ADDING) {
            Case drawn = Case.of(objective, seed);
            PortfolioLimits limits = drawn.limits(0.003);
            PortfolioAnswer answer = drawn.problem.solve(limits);
            double bound = PortfolioProblem.withoutCost(objective, answer.bound(), answer.tradingCost());
            TradeRules trades = new TradeRules(drawn.now, costs(0.003), Double.POSITIVE_INFINITY);

            assertThat(bound).isCloseTo(drawn.measure(answer.weights()), within(1e-6));
            for (int k = 0; k < 300; k++) {
                double[] rival = between(drawn.now, portfolio(random), random.nextDouble());
                if (trades.cost(rival) <= answer.tradingCost()) {
                    assertThat(drawn.measure(rival)).isGreaterThanOrEqualTo(bound - 1e-9);
                }
            }
            // What is held now costs nothing, so it is always among those that the bound speaks of.
            assertThat(drawn.measure(drawn.now)).isGreaterThanOrEqualTo(bound - 1e-9);
        }
    }

    @SeededTest(tries = 6)
    void dearerTradingMovesLessAndReachesLess(long seed) {
        for (PortfolioObjective objective : ADDING) {
            Case drawn = Case.of(objective, seed);
            double measure = 0;
            double turnover = Double.POSITIVE_INFINITY;
            for (double cost : new double[] {0, 0.0002, 0.002, 0.02, 1}) {
                double[] weights = drawn.problem.solve(drawn.limits(cost)).weights();
                double moved = new TradeRules(drawn.now, costs(1), 0).cost(weights);

                assertThat(drawn.measure(weights))
                        .as("%s at %s", objective, cost)
                        .isGreaterThan(measure - 1e-7);
                assertThat(moved).as("%s at %s", objective, cost).isLessThan(turnover + 1e-5);
                measure = drawn.measure(weights);
                turnover = moved;
            }
            assertThat(turnover).isLessThan(1e-6);
        }
    }

    @SeededTest(tries = 6)
    void costThatIsNoneChangesNothing(long seed) {
        for (PortfolioObjective objective : ADDING) {
            Case drawn = Case.of(objective, seed);
            PortfolioAnswer free = drawn.problem.solve(PortfolioLimits.longOnly(ASSETS));
            PortfolioAnswer unpaid = drawn.problem.solve(drawn.limits(0));

            assertThat(unpaid.value()).isCloseTo(free.value(), within(1e-7));
            assertThat(PortfolioProblem.withoutCost(objective, free.value(), free.tradingCost()))
                    .isEqualTo(free.value());
        }
    }

    private static double[] costs(double each) {
        double[] costs = new double[ASSETS];
        Arrays.fill(costs, each);
        return costs;
    }

    private static double[] between(double[] from, double[] to, double share) {
        double[] mixed = new double[from.length];
        Arrays.setAll(mixed, j -> from[j] + share * (to[j] - from[j]));
        return mixed;
    }
}
