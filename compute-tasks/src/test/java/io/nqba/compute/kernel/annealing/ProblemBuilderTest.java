package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProblemBuilderTest {
    private static final int SIZE = 30;

    /** Against a full matrix of doubles; pairs come twice, in both orders, and more of them than a builder has room for at first. */
    @SeededTest(tries = 6)
    void realCoefficientsOfTheSamePairAddUp(long seed) {
        var random = new SplittableRandom(seed);
        double[][] sums = new double[SIZE][SIZE];
        ProblemBuilder builder = ProblemBuilder.qubo(SIZE, Sense.MINIMISE).addOffset(2L);
        for (int k = 0; k < 2 * SIZE * SIZE; k++) {
            int i = random.nextInt(SIZE);
            int j = random.nextInt(SIZE);
            double amount = random.nextGaussian();
            sums[Math.min(i, j)][Math.max(i, j)] += amount;
            if (i == j) {
                builder.addLinear(i, amount);
            } else {
                builder.addCoupling(i, j, amount);
            }
        }
        byte[] bits = RandomProblems.bits(seed, SIZE);
        double expected = 2 + 1.5;
        for (int i = 0; i < SIZE; i++) {
            for (int j = i; j < SIZE; j++) {
                expected += sums[i][j] * bits[i] * bits[j];
            }
        }

        assertThat(builder.addOffset(1.5).build().value(bits)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void realEdgeCountsWhenItsEndsLieOnDifferentSides() {
        QuadraticProblem cut =
                ProblemBuilder.maxCut(3).addEdge(0, 1, 2.5).addEdge(1, 2, -0.75).build();

        assertThat(cut.value(new byte[] {1, 0, 0})).isEqualTo(2.5);
        assertThat(cut.value(new byte[] {0, 1, 0})).isEqualTo(1.75);
        assertThat(cut.value(new byte[] {1, 1, 0})).isEqualTo(-0.75);
        assertThat(cut.value(new byte[] {1, 1, 1})).isZero();
    }

    @Test
    void realCouplingsThatCancelVanish() {
        QuadraticProblem problem = ProblemBuilder.qubo(3, Sense.MAXIMISE)
                .addCoupling(0, 1, 0.5)
                .addCoupling(1, 2, 0.25)
                .addCoupling(1, 0, -0.5)
                .build();

        assertThat(problem.couplings()).isEqualTo(1);
        assertThat(problem.value(new byte[] {1, 1, 1})).isEqualTo(0.25);
    }

    @Test
    void edgesBelongToBits() {
        ProblemBuilder spins = ProblemBuilder.ising(2, Sense.MAXIMISE);

        assertThatIllegalStateException().isThrownBy(() -> spins.addEdge(0, 1, 1L));
        assertThatIllegalStateException().isThrownBy(() -> spins.addEdge(0, 1, 1.0));
    }

    @Test
    void everyBadCoefficientIsRefusedWhereItComesIn() {
        ProblemBuilder builder = ProblemBuilder.qubo(3, Sense.MAXIMISE);
        long tooLarge = (1L << 59) + 1_000;

        assertRefused(() -> builder.addOffset(Double.POSITIVE_INFINITY), "offset (Infinity)");
        assertRefused(() -> builder.addLinear(-1, 0.5), "variable (-1)");
        assertRefused(() -> builder.addLinear(0, -tooLarge), "coefficient (-576460752303424488)");
        assertRefused(() -> builder.addCoupling(0, 1, tooLarge), "coefficient (576460752303424488)");
        assertRefused(() -> builder.addCoupling(-1, 1, 1L), "variable (-1)");
        assertRefused(() -> builder.addCoupling(1, 3, 1L), "variable (3)");
        assertRefused(() -> builder.addCoupling(2, 2, 0.5), "pair (2, 2)");
        assertRefused(() -> builder.addCoupling(3, 1, 0.5), "variable (3)");
        assertRefused(() -> builder.addCoupling(0, 2, Double.NaN), "pair 0, 2 (NaN)");
    }

    @Test
    void theLargestExactSumIsAllowed() {
        QuadraticProblem problem = ProblemBuilder.qubo(2, Sense.MAXIMISE)
                .addLinear(0, 1L << 58)
                .addCoupling(0, 1, -(1L << 58))
                .build();

        assertThat(problem.exactValue(new byte[] {1, 0})).isEqualTo(1L << 58);
        assertThat(problem.toSpins().exactValue(new byte[] {1, 0})).isEqualTo(1L << 60);
    }

    private static void assertRefused(Runnable call, String problem) {
        assertThatExceptionOfType(NqbaException.class).isThrownBy(call::run).withMessageContaining(problem);
    }
}
