package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.portfolio.PortfolioProblem.Goal;
import io.nqba.model.finance.PortfolioObjective;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortfolioProblemTest {
    private static final int ASSETS = 12;

    private static PortfolioProblem problem(PortfolioObjective objective, ReturnMatrix returns) {
        Universe universe = SampleUniverses.of(returns);
        double target = objective == PortfolioObjective.TARGET_RISK ? 0.2 : 0.1;
        return new PortfolioProblem(
                universe,
                Covariances.correlation(universe.covariance()),
                returns,
                new Goal(objective, target, 3, 0.01, 0.95));
    }

    @ParameterizedTest
    @EnumSource(PortfolioObjective.class)
    void measuresItsOwnAnswerAsTheKernelDoes(PortfolioObjective objective) {
        PortfolioProblem problem = problem(objective, SampleUniverses.returns(new SplittableRandom(5), ASSETS, 400));
        PortfolioLimits limits = PortfolioLimits.longOnly(ASSETS);

        PortfolioAnswer answer = problem.solve(limits);

        assertThat(problem.measure(answer.weights(), limits)).isCloseTo(answer.value(), within(1e-9));
        assertThat(objective.sense().gain(answer.bound(), answer.value())).isGreaterThan(-1e-9);
    }

    @ParameterizedTest
    @EnumSource(PortfolioObjective.class)
    void equalWeightsAreNoBetterThanTheBound(PortfolioObjective objective) {
        PortfolioProblem problem = problem(objective, SampleUniverses.returns(new SplittableRandom(6), ASSETS, 400));
        PortfolioLimits limits = PortfolioLimits.longOnly(ASSETS);
        double[] equal = problem.equalWeights();

        boolean allowed = switch (objective) {
            case TARGET_RETURN, CVAR_AT_TARGET_RETURN -> problem.universe().expectedReturn(equal) >= 0.1;
            case TARGET_RISK -> problem.universe().volatility(equal) <= 0.2;
            default -> true;
        };

        double open = objective.sense().gain(problem.solve(limits).bound(), problem.measure(equal, limits));
        assertThat(!allowed || open > -1e-9).as("bound %s", objective).isTrue();
    }

    @ParameterizedTest
    @EnumSource(PortfolioObjective.class)
    void theOrderOfTheAssetsDoesNotMatter(PortfolioObjective objective) {
        ReturnMatrix returns = SampleUniverses.returns(new SplittableRandom(8), ASSETS, 400);
        int[] turned = IntStream.range(0, ASSETS).map(j -> (j * 5) % ASSETS).toArray();
        PortfolioLimits limits = PortfolioLimits.longOnly(ASSETS);

        PortfolioAnswer plain = problem(objective, returns).solve(limits);
        PortfolioAnswer other = problem(objective, returns.select(turned)).solve(limits);

        // The tree of the hierarchical rule is cut by position, which the order of the leaves decides.
        double tolerance = objective == PortfolioObjective.HRP ? 0.05 : 1e-8;
        assertThat(other.value()).isCloseTo(plain.value(), within(tolerance));
    }
}
