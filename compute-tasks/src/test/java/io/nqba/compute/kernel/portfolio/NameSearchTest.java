package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.portfolio.NameSearch.Found;
import io.nqba.compute.kernel.portfolio.NameSearch.Rules;
import io.nqba.compute.kernel.portfolio.PortfolioProblem.Goal;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.optimisation.ObjectiveSense;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NameSearchTest {
    private static final int ASSETS = 8;
    private static final Rules THREE = new Rules(3, 0.1);

    private final ReturnMatrix returns = SampleUniverses.returns(new SplittableRandom(7), ASSETS, 240);

    private PortfolioProblem problem(PortfolioObjective objective) {
        Universe universe = SampleUniverses.of(returns);
        double[] sorted = Arrays.stream(universe.expectedReturns()).sorted().toArray();
        double target = objective == PortfolioObjective.TARGET_RISK ? 0.25 : sorted[ASSETS - 3];
        return new PortfolioProblem(
                universe,
                Covariances.correlation(universe.covariance()),
                returns,
                new Goal(objective, target, 4, 0.01, 0.9));
    }

    private static PortfolioLimits limited() {
        double[] current = {0.5, 0.5, 0, 0, 0, 0, 0, 0};
        double[] cost = new double[ASSETS];
        Arrays.fill(cost, 0.001);
        double[] half = {1, 1, 1, 1, 0, 0, 0, 0};
        return PortfolioLimits.between(ASSETS, 0, 0.7)
                .withGroups(List.of(new GroupLimit("half", half, 0.2, 0.8)))
                .withTrades(new TradeRules(current, cost, 1.8));
    }

    @ParameterizedTest
    @EnumSource(
            value = PortfolioObjective.class,
            names = {
                "MIN_VOLATILITY",
                "MAX_SHARPE",
                "TARGET_RETURN",
                "TARGET_RISK",
                "QUADRATIC_UTILITY",
                "MIN_CVAR",
                "CVAR_AT_TARGET_RETURN"
            })
    void findsWhatTryingEveryChoiceFinds(PortfolioObjective objective) {
        PortfolioProblem problem = problem(objective);

        NameSearch search = new NameSearch(problem, limited(), THREE);
        Found found = search.search(search.start(1, () -> false), 20, 1, () -> false);

        double best = tryEveryChoice(problem, limited(), THREE);
        assertThat(found.answer().value()).isCloseTo(best, within(1e-6 * (1 + Math.abs(best))));
        assertThat(objective.sense().gain(found.answer().bound(), found.answer().value()))
                .isGreaterThan(-1e-9);
        assertThat(found.answer().weights()).satisfies(weights -> keeps(weights, THREE));
    }

    /** The slow, obvious way. */
    private static double tryEveryChoice(PortfolioProblem problem, PortfolioLimits limits, Rules rules) {
        double best = Double.NaN;
        for (int mask = 1; mask < 1 << ASSETS; mask++) {
            if (Integer.bitCount(mask) > rules.mostNames()) {
                continue;
            }
            double[] lower = new double[ASSETS];
            double[] upper = new double[ASSETS];
            for (int j = 0; j < ASSETS; j++) {
                boolean held = (mask >> j & 1) == 1;
                lower[j] = held ? rules.leastHolding() : 0;
                upper[j] = held ? limits.upper()[j] : 0;
            }
            double value = problem.attempt(limits.withBounds(lower, upper))
                    .map(PortfolioAnswer::value)
                    .orElse(Double.NaN);
            boolean minimise = problem.goal().objective().sense() == ObjectiveSense.MINIMISE;
            if (Double.isNaN(best) || (minimise ? value < best : value > best)) {
                best = value;
            }
        }
        return best;
    }

    private static void keeps(double[] weights, Rules rules) {
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-8));
        assertThat(Arrays.stream(weights).filter(weight -> weight > 1e-9).count())
                .isLessThanOrEqualTo(rules.mostNames());
        assertThat(Arrays.stream(weights).filter(weight -> weight > 1e-9).min().orElse(0))
                .isGreaterThanOrEqualTo(rules.leastHolding() - 1e-8);
    }

    @Test
    void namesMayBeHeldShort() {
        PortfolioLimits longShort = PortfolioLimits.between(ASSETS, -0.5, 1);

        NameSearch search = new NameSearch(problem(PortfolioObjective.MAX_SHARPE), longShort, new Rules(4, 0.1));
        Found found = search.search(search.start(1, () -> false), 20, 1, () -> false);

        double[] held = Arrays.stream(found.answer().weights())
                .map(Math::abs)
                .filter(weight -> weight > 1e-9)
                .toArray();
        assertThat(held).hasSizeLessThanOrEqualTo(4);
        assertThat(Arrays.stream(held).min().orElse(0)).isGreaterThanOrEqualTo(0.1 - 1e-8);
        assertThat(found.answer().value())
                .isGreaterThanOrEqualTo(
                        new NameSearch(problem(PortfolioObjective.MAX_SHARPE), PortfolioLimits.longOnly(ASSETS), THREE)
                                        .start(1, () -> false)
                                        .answer()
                                        .value()
                                - 1e-9);
    }

    @Test
    void theOrderOfTheAssetsDoesNotMatter() {
        int[] turned = IntStream.range(0, ASSETS).map(j -> ASSETS - 1 - j).toArray();
        PortfolioProblem problem = problem(PortfolioObjective.MIN_VOLATILITY);
        Universe universe = SampleUniverses.of(returns.select(turned));
        var other =
                new PortfolioProblem(universe, Covariances.correlation(universe.covariance()), null, problem.goal());

        double[] weights = searched(problem);
        double[] back = searched(other);

        for (int j = 0; j < ASSETS; j++) {
            assertThat(back[turned[j]]).isCloseTo(weights[j], within(1e-7));
        }
    }

    private static double[] searched(PortfolioProblem problem) {
        NameSearch search = new NameSearch(problem, PortfolioLimits.longOnly(ASSETS), THREE);
        return search.search(search.start(1, () -> false), 10, 1, () -> false)
                .answer()
                .weights();
    }

    @Test
    void sameSeedGivesTheSameBitsAndGoesOnFromWhatWasSaved() {
        PortfolioProblem problem = problem(PortfolioObjective.MAX_SHARPE);
        NameSearch first = new NameSearch(problem, limited(), THREE);
        NameSearch second = new NameSearch(problem, limited(), THREE);

        Found once = first.search(first.start(3, () -> false), 5, 9, () -> false);
        Found again = second.search(second.start(3, () -> false), 5, 9, () -> false);
        Found resumed = new NameSearch(problem, limited(), THREE).resume(once.sides());

        assertThat(again.answer().weights()).isEqualTo(once.answer().weights());
        assertThat(resumed.answer().value()).isEqualTo(once.answer().value());
    }

    @Test
    void cancelKeepsTheStart() {
        NameSearch search = new NameSearch(problem(PortfolioObjective.MAX_SHARPE), limited(), THREE);
        Found start = search.start(3, () -> false);

        Found found = search.search(start, 1_000_000, 9, () -> true);

        assertThat(found).isSameAs(start);
    }

    @Test
    void whatCannotBeHeldIsSaidWithARemedy() {
        PortfolioProblem problem = problem(PortfolioObjective.MIN_VOLATILITY);

        assertThatThrownBy(() -> new NameSearch(problem, PortfolioLimits.between(ASSETS, 0, 0.2), new Rules(4, 0.1)))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("4 names within their bounds make at most 0.8 of the 1 to invest");
        assertThatThrownBy(() -> new NameSearch(problem, PortfolioLimits.between(ASSETS, 0, 0.2), new Rules(6, 0.3)))
                .hasMessageContaining("least holding (0.3)");
    }
}
