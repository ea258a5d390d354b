package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

class ShortfallOptimiserTest {
    @SeededTest(tries = 15)
    void leastShortfallIsThatOfTheLinearProgramme(long seed) {
        var random = new SplittableRandom(seed);
        ReturnMatrix scenarios = SampleUniverses.returns(random, 2 + random.nextInt(8), 40 + random.nextInt(60));
        Universe universe = SampleUniverses.of(scenarios);
        PortfolioLimits limits = PortfolioLimits.longOnly(universe.size());

        PortfolioAnswer answer = new ShortfallOptimiser(universe, scenarios, 0.9, limits).minimumShortfall();

        assertThat(answer.value()).isCloseTo(oracle(scenarios, 0.9), within(1e-7));
        assertThat(answer.gap()).isLessThan(1e-9);
    }

    /** With 100 scenarios and a level of 0.9 the expected shortfall is the mean of the ten worst losses. */
    @SeededTest(tries = 10)
    void valueIsTheMeanOfTheWorstLosses(long seed) {
        var random = new SplittableRandom(seed);
        ReturnMatrix scenarios = SampleUniverses.returns(random, 5, 100);
        Universe universe = SampleUniverses.of(scenarios);

        PortfolioAnswer answer =
                new ShortfallOptimiser(universe, scenarios, 0.9, PortfolioLimits.longOnly(5)).minimumShortfall();

        double[] sorted = scenarios.portfolio(answer.weights());
        Arrays.sort(sorted);
        double worst = -Arrays.stream(sorted, 0, 10).average().orElseThrow();
        assertThat(answer.value()).isCloseTo(worst, within(1e-8));
    }

    @Test
    void targetReturnCostsShortfall() {
        ReturnMatrix scenarios = SampleUniverses.returns(new SplittableRandom(6), 8, 300);
        Universe universe = SampleUniverses.of(scenarios);
        ShortfallOptimiser optimiser = new ShortfallOptimiser(universe, scenarios, 0.95, PortfolioLimits.longOnly(8));
        PortfolioAnswer calm = optimiser.minimumShortfall();
        double most = Arrays.stream(universe.expectedReturns()).max().orElseThrow();
        double target = (calm.expectedReturn() + most) / 2;

        PortfolioAnswer bold = optimiser.targetReturn(target);

        assertThat(bold.expectedReturn()).isCloseTo(target, within(1e-7));
        assertThat(bold.value()).isGreaterThan(calm.value());
        assertThat(bold.shadowPrices()).hasSize(1);
        assertThatThrownBy(() -> optimiser.targetReturn(most + 0.1))
                .hasMessageContaining("Lower 'expected net return' from")
                .hasMessageContaining("to %s,".formatted(NamedRow.shown(most)));
    }

    @Test
    void badInputIsNamed() {
        ReturnMatrix scenarios = SampleUniverses.returns(new SplittableRandom(6), 3, 30);
        Universe universe = SampleUniverses.of(scenarios);
        PortfolioLimits limits = PortfolioLimits.longOnly(3);
        ReturnMatrix gaps = ReturnMatrix.of(new double[][] {{0.1, Double.NaN}, {0, 0}, {0, 0}});

        assertThatThrownBy(() -> new ShortfallOptimiser(universe, scenarios, 1, limits))
                .hasMessageContaining("The level (1.0) of the expected shortfall must be between 0 and 1.");
        assertThatThrownBy(() -> new ShortfallOptimiser(universe, gaps, 0.9, limits))
                .hasMessageContaining("must be there and have no gaps");
    }

    private static double oracle(ReturnMatrix scenarios, double level) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable loss = model.newVariable("loss").weight(1).lower(-10).upper(10);
        Variable[] weight = new Variable[scenarios.assets()];
        Expression budget = model.newExpression("budget").level(1);
        for (int j = 0; j < weight.length; j++) {
            weight[j] = model.newVariable("w" + j).lower(0).upper(1);
            budget.set(weight[j], 1);
        }
        for (int t = 0; t < scenarios.periods(); t++) {
            Variable tail = model.newVariable("u" + t).lower(0).weight(1 / ((1 - level) * scenarios.periods()));
            Expression row = model.newExpression("t" + t).lower(0);
            row.set(tail, 1);
            row.set(loss, 1);
            for (int j = 0; j < weight.length; j++) {
                row.set(weight[j], scenarios.get(j, t));
            }
        }
        return model.minimise().getValue();
    }
}
