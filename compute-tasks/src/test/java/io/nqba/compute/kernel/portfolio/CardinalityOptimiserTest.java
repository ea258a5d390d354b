package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.portfolio.CardinalityOptimiser.Point;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CardinalityOptimiserTest {
    private static final double[] RISK_WEIGHTS = {0, 0.3, 0.8, 0.95, 1};

    @SeededTest(tries = 12)
    void smallUniversesReachTheBestOfAllChoices(long seed) {
        var random = new SplittableRandom(seed);
        Universe universe = SampleUniverses.any(random, 4 + random.nextInt(6));
        int most = 2 + random.nextInt(3);
        int least = 1 + random.nextInt(most);
        HoldingRules rules = new HoldingRules(least, most, 0.05, random.nextBoolean() ? 1 : 0.7);

        List<Point> points = new CardinalityOptimiser(universe, rules).frontier(RISK_WEIGHTS, 20, seed, () -> false);

        for (Point point : points) {
            double best = bestOfAllChoices(universe, rules, point.riskWeight());
            assertThat(point.value()).isCloseTo(best, within(1e-9));
            assertThat(point.bound()).isLessThanOrEqualTo(point.value() + 1e-12);
            checkRules(point.weights(), rules);
        }
    }

    @SeededTest(tries = 5)
    void sameSeedGivesTheSameBits(long seed) {
        Universe universe = SampleUniverses.any(new SplittableRandom(seed), 40);
        CardinalityOptimiser optimiser = new CardinalityOptimiser(universe, HoldingRules.atMost(6, 0.02));

        List<Point> first = optimiser.frontier(RISK_WEIGHTS, 5, 3, () -> false);
        List<Point> second = optimiser.frontier(RISK_WEIGHTS, 5, 3, () -> false);

        for (int k = 0; k < first.size(); k++) {
            assertThat(first.get(k).weights()).isEqualTo(second.get(k).weights());
        }
    }

    @SeededTest(tries = 5)
    void moreKicksAreNeverWorseAndCancellationKeepsAnAnswer(long seed) {
        Universe universe = SampleUniverses.any(new SplittableRandom(seed), 60);
        CardinalityOptimiser optimiser = new CardinalityOptimiser(universe, HoldingRules.atMost(5, 0.05));

        List<Point> cancelled = optimiser.frontier(RISK_WEIGHTS, 1000, 1, () -> true);
        List<Point> few = optimiser.frontier(RISK_WEIGHTS, 2, 1, () -> false);
        List<Point> many = optimiser.frontier(RISK_WEIGHTS, 12, 1, () -> false);

        for (int k = 0; k < RISK_WEIGHTS.length; k++) {
            assertThat(few.get(k).value()).isLessThanOrEqualTo(cancelled.get(k).value());
            assertThat(many.get(k).value()).isLessThanOrEqualTo(few.get(k).value());
            checkRules(cancelled.get(k).weights(), HoldingRules.atMost(5, 0.05));
        }
    }

    /** Where the rules do not bind, the search meets its bound. */
    @Test
    void rulesThatDoNotBindLeaveNoGap() {
        Universe universe = SampleUniverses.any(new SplittableRandom(9), 8);

        List<Point> points = new CardinalityOptimiser(universe, HoldingRules.atMost(8, 1e-9))
                .frontier(RISK_WEIGHTS, 10, 1, () -> false);

        for (Point point : points) {
            assertThat(point.value() - point.bound()).isBetween(-1e-10, 1e-8);
        }
    }

    @Test
    void rulesThatNothingKeepsAreRefused() {
        assertThatThrownBy(() -> new HoldingRules(10, 10, 0.2, 1))
                .hasMessageContaining("10 names of at least 0.2 each exceed the whole (1).");
        assertThatThrownBy(() -> new HoldingRules(1, 3, 0.1, 0.3))
                .hasMessageContaining("3 names of at most 0.3 each do not make the whole (1).");
        assertThatThrownBy(() -> HoldingRules.atMost(0, 0.1)).hasMessageContaining("must be intervals above 0");
        Universe universe = SampleUniverses.any(new SplittableRandom(1), 3);
        assertThatThrownBy(() -> new CardinalityOptimiser(universe, new HoldingRules(4, 4, 0.1, 1)))
                .hasMessageContaining("The universe has 3 assets, at least 4 must be held.");
        CardinalityOptimiser optimiser = new CardinalityOptimiser(universe, HoldingRules.atMost(2, 0.1));
        assertThatThrownBy(() -> optimiser.frontier(new double[] {1.5}, 1, 1, () -> false))
                .hasMessageContaining("The risk weight (1.5) must be between 0 and 1.");
    }

    private static void checkRules(double[] weights, HoldingRules rules) {
        double[] held = Arrays.stream(weights).filter(w -> w != 0).toArray();
        assertThat(held.length).isBetween(rules.leastNames(), rules.mostNames());
        assertThat(Arrays.stream(held).sum()).isCloseTo(1, within(1e-9));
        for (double weight : held) {
            assertThat(weight).isBetween(rules.leastHolding() - 1e-12, rules.mostHolding() + 1e-12);
        }
    }

    /** Solves the convex problem of every set of names that the rules allow. */
    private static double bestOfAllChoices(Universe universe, HoldingRules rules, double riskWeight) {
        int n = universe.size();
        double best = Double.POSITIVE_INFINITY;
        for (int set = 1; set < 1 << n; set++) {
            int names = Integer.bitCount(set);
            if (names < rules.leastNames() || names > rules.mostNames() || names * rules.mostHolding() < 1) {
                continue;
            }
            double[] lower = new double[n];
            double[] upper = new double[n];
            for (int j = 0; j < n; j++) {
                boolean held = (set >> j & 1) == 1;
                lower[j] = held ? rules.leastHolding() : 0;
                upper[j] = held ? rules.mostHolding() : 0;
            }
            PortfolioForm form = new PortfolioForm(new PortfolioLimits(lower, upper, 1, List.of(), null, 0), 0);
            double[] linear = Arrays.stream(universe.expectedReturns())
                    .map(expected -> (riskWeight - 1) * expected)
                    .toArray();
            SymmetricMatrix risk = riskWeight > 0 ? universe.covariance().scaled(2 * riskWeight, 0) : null;
            Optional<ProgramSolution> answer = ProgramSolver.solve(form.program(risk, linear, 0, List.of()), null);
            best = Math.min(best, answer.map(ProgramSolution::value).orElse(best));
        }
        return best;
    }
}
