package io.nqba.compute.kernel.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.portfolio.MeanVariance;
import io.nqba.compute.kernel.portfolio.PortfolioAnswer;
import io.nqba.compute.kernel.portfolio.PortfolioLimits;
import io.nqba.compute.kernel.portfolio.SymmetricMatrix;
import io.nqba.compute.kernel.portfolio.TradeRules;
import io.nqba.compute.kernel.portfolio.Universe;
import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MandateSolverTest {
    private static final int UNIVERSE = 60;
    private static final int FACTORS = 5;

    /** The interior point of the portfolio kernel knows nothing of factors; what is not invested is an asset without risk there. */
    @SeededTest(tries = 40)
    void utilityIsThatOfThePortfolioKernel(long seed) {
        var random = new SplittableRandom(seed);
        FactorModel model = SampleMandates.model(random, UNIVERSE, FACTORS);
        double[] gain = SampleMandates.returns(random, UNIVERSE);
        Mandate mandate = SampleMandates.mandate(random, UNIVERSE, 2 + random.nextInt(40));
        var solver = new MandateSolver(model);

        solver.solve(mandate, gain, new double[UNIVERSE], new MandateSolver.Memory(FACTORS));

        PortfolioAnswer oracle = oracle(model, gain, mandate);
        assertThat(solver.bound()).isBetween(oracle.value() - 1e-9, oracle.bound() + 1e-9);
        assertThat(utility(model, gain, mandate, solver.weights())).isCloseTo(oracle.value(), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 207})
    void valueAndBoundMeetAndTheMandateIsKept(int size) {
        var random = new SplittableRandom(size);
        FactorModel model = SampleMandates.model(random, 250, 15);
        var solver = new MandateSolver(model);
        for (int i = 0; i < 100; i++) {
            double[] gain = SampleMandates.returns(random, 250);
            Mandate mandate = SampleMandates.mandate(random, 250, size);

            solver.solve(mandate, gain, new double[250], new MandateSolver.Memory(15));

            double[] weights = Arrays.copyOf(solver.weights(), size);
            double invested = Arrays.stream(weights).sum();
            assertThat(solver.bound()).isCloseTo(utility(model, gain, mandate, weights), within(1e-11));
            assertThat(invested).isBetween(mandate.leastInvested() - 1e-11, mandate.mostInvested() + 1e-11);
            for (int a = 0; a < size; a++) {
                assertThat(weights[a]).isBetween(mandate.lower()[a], mandate.upper()[a]);
            }
        }
    }

    /** A node that takes over begins cold; its answer must have the same bits. */
    @SeededTest(tries = 20)
    void whereTheSearchBeganLeavesNoTrace(long seed) {
        var random = new SplittableRandom(seed);
        FactorModel model = SampleMandates.model(random, UNIVERSE, FACTORS);
        Mandate mandate = SampleMandates.mandate(random, UNIVERSE, 30);
        var solver = new MandateSolver(model);
        var memory = new MandateSolver.Memory(FACTORS);
        for (int round = 0; round < 10; round++) {
            double[] gain = SampleMandates.returns(random, UNIVERSE);
            double[] trade = random.doubles(UNIVERSE, 0, 0.01).toArray();
            solver.solve(mandate, gain, trade, memory);
            double[] warm = Arrays.copyOf(solver.weights(), 30);
            double warmBound = solver.bound();

            solver.solve(mandate, gain, trade, new MandateSolver.Memory(FACTORS));

            assertThat(Arrays.copyOf(solver.weights(), 30)).isEqualTo(warm);
            assertThat(solver.bound()).isEqualTo(warmBound);
        }
    }

    /** Prices of limits that contradict each other grow to the penalty, far beyond any expected return. */
    @SeededTest(tries = 20)
    void extremePricesAreAnsweredExactlyToo(long seed) {
        var random = new SplittableRandom(seed);
        FactorModel model = SampleMandates.model(random, UNIVERSE, FACTORS);
        var solver = new MandateSolver(model);
        for (int i = 0; i < 50; i++) {
            double scale = Math.exp(random.nextDouble(-3, 7));
            double[] gain = random.doubles(UNIVERSE, -scale, scale).toArray();
            double[] trade = random.doubles(UNIVERSE, 0, scale).toArray();
            Mandate mandate = SampleMandates.mandate(random, UNIVERSE, 20);

            solver.solve(mandate, gain, trade, new MandateSolver.Memory(FACTORS));

            double priced = utility(model, gain, mandate, solver.weights());
            for (int a = 0; a < 20; a++) {
                priced -= trade[mandate.assets()[a]] * Math.abs(solver.weights()[a] - mandate.start()[a]);
            }
            assertThat(solver.bound()).as("steps %d", solver.steps()).isCloseTo(priced, within(1e-11 * (1 + scale)));
            double invested = Arrays.stream(solver.weights(), 0, 20).sum();
            assertThat(invested).isBetween(mandate.leastInvested() - 1e-11, mandate.mostInvested() + 1e-11);
        }
    }

    @Test
    void capitalThatNothingIsWorthHoldingForStaysCash() {
        var random = new SplittableRandom(3);
        FactorModel model = SampleMandates.model(random, 10, 2);
        double[] losses = new double[10];
        Arrays.fill(losses, -0.05);
        Mandate mandate = new Mandate(
                1e6,
                5,
                new int[] {1, 4, 8},
                new double[] {0.2, 0.3, 0},
                new double[3],
                new double[] {1, 1, 1},
                0.001,
                0,
                1);
        var solver = new MandateSolver(model);

        solver.solve(mandate, losses, new double[10], new MandateSolver.Memory(2));

        assertThat(Arrays.copyOf(solver.weights(), 3)).containsOnly(0);
    }

    @Test
    void mandateThatNoWeightsMeetIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mandate(
                        1e6, 5, new int[2], new double[2], new double[2], new double[] {0.1, 0.1}, 0, 0.9, 1))
                .withMessage("The sum of the greatest weights (0.2) must be at least 0.9.");
    }

    private static double utility(FactorModel model, double[] gain, Mandate mandate, double[] weights) {
        double utility = 0;
        for (int i = 0; i < mandate.size(); i++) {
            int asset = mandate.assets()[i];
            utility += gain[asset] * weights[i] - mandate.costPerUnit() * Math.abs(weights[i] - mandate.start()[i]);
            for (int j = 0; j < mandate.size(); j++) {
                utility -=
                        mandate.aversion() / 2 * weights[i] * weights[j] * model.covariance(asset, mandate.assets()[j]);
            }
        }
        return utility;
    }

    private static PortfolioAnswer oracle(FactorModel model, double[] gain, Mandate mandate) {
        int n = mandate.size();
        double[][] covariance = new double[n + 1][n + 1];
        double[] expected = new double[n + 1];
        double[] start = new double[n + 1];
        double[] cost = new double[n + 1];
        double[] lower = new double[n + 1];
        double[] upper = new double[n + 1];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = model.covariance(mandate.assets()[i], mandate.assets()[j]);
            }
            expected[i] = gain[mandate.assets()[i]];
            start[i] = mandate.start()[i];
            cost[i] = mandate.costPerUnit();
            lower[i] = mandate.lower()[i];
            upper[i] = mandate.upper()[i];
            names.add("asset " + i);
        }
        names.add("cash");
        lower[n] = 1 - mandate.mostInvested();
        upper[n] = 1 - mandate.leastInvested();
        var limits = new PortfolioLimits(
                lower, upper, 1, List.of(), new TradeRules(start, cost, Double.POSITIVE_INFINITY), 0);
        var universe = new Universe(names, expected, SymmetricMatrix.of(covariance));
        return new MeanVariance(universe, limits).quadraticUtility(mandate.aversion());
    }
}
