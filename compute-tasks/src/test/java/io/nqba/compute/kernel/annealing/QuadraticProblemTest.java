package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuadraticProblemTest {
    @SeededTest
    void conversionsKeepEveryValueExactly(long seed) {
        QuadraticProblem bits = RandomProblems.integers(seed, 13, 0.5, Sense.MAXIMISE, Domain.BITS);
        QuadraticProblem spins = RandomProblems.integers(seed, 13, 0.5, Sense.MINIMISE, Domain.SPINS);
        byte[] state = RandomProblems.bits(seed, 13);

        assertThat(bits.toSpins().exactValue(state)).isEqualTo(4 * bits.exactValue(state));
        assertThat(bits.toSpins().value(state)).isEqualTo(bits.value(state));
        assertThat(bits.toSpins().toBits().value(state)).isEqualTo(bits.value(state));
        assertThat(spins.toBits().exactValue(state)).isEqualTo(spins.exactValue(state));
        assertThat(spins.toBits().toSpins().value(state)).isEqualTo(spins.value(state));
    }

    @SeededTest
    void conversionsOfRealProblemsKeepTheValue(long seed) {
        QuadraticProblem bits = RandomProblems.reals(seed, 13, 0.5, Sense.MINIMISE);
        byte[] state = RandomProblems.bits(seed, 13);

        assertThat(bits.toSpins().value(state)).isCloseTo(bits.value(state), within(1e-12));
        assertThat(bits.toSpins().toBits().value(state)).isCloseTo(bits.value(state), within(1e-12));
    }

    @SeededTest
    void modelIsTheProblemUpToAConstantAndAPositiveFactor(long seed) {
        Sense sense = seed % 2 == 0 ? Sense.MAXIMISE : Sense.MINIMISE;
        QuadraticProblem problem = RandomProblems.integers(seed, 20, 0.4, sense, Domain.BITS);
        IsingModel model = IsingModel.of(problem);
        byte[] one = RandomProblems.bits(seed, 20);
        byte[] two = RandomProblems.bits(seed + 1, 20);

        double modelDifference = model.unit() * (model.value(spins(one)) - model.value(spins(two)));

        assertThat(modelDifference).isCloseTo(sense.sign() * (problem.value(one) - problem.value(two)), within(1e-9));
        assertThat(model.isExact()).isTrue();
    }

    @Test
    void cutCountsTheEdgesBetweenTheSides() {
        QuadraticProblem triangle = ProblemBuilder.maxCut(3)
                .addEdge(0, 1, 1L)
                .addEdge(1, 2, 1L)
                .addEdge(0, 2, 5L)
                .build();

        assertThat(triangle.value(new byte[] {1, 0, 0})).isEqualTo(6);
        assertThat(triangle.value(new byte[] {1, 1, 1})).isZero();
    }

    @Test
    void coefficientsOfTheSamePairAddUpAndZerosVanish() {
        QuadraticProblem problem = ProblemBuilder.qubo(3, Sense.MAXIMISE)
                .addCoupling(2, 0, 3L)
                .addCoupling(0, 2, 4L)
                .addCoupling(1, 2, 5L)
                .addCoupling(2, 1, -5L)
                .build();

        assertThat(problem.couplings()).isEqualTo(1);
        assertThat(problem.exactValue(new byte[] {1, 1, 1})).isEqualTo(7);
    }

    @Test
    void aSingleRealCoefficientMakesTheProblemReal() {
        QuadraticProblem problem = ProblemBuilder.qubo(2, Sense.MAXIMISE)
                .addCoupling(0, 1, 3L)
                .addLinear(0, 1L)
                .addLinear(1, 0.5)
                .addCoupling(0, 1, 2L)
                .build();

        assertThat(problem.isExact()).isFalse();
        assertThat(problem.value(new byte[] {1, 1})).isEqualTo(6.5);
    }

    @SeededTest(tries = 10)
    void changesInPlaceGiveWhatABuilderGives(long seed) {
        QuadraticProblem full = RandomProblems.integers(seed, 20, 1, Sense.MAXIMISE, Domain.BITS);
        byte[] state = RandomProblems.bits(seed, 20);
        List<CoefficientChange> changes = List.of(
                CoefficientChange.coupling(7, 3, 4),
                CoefficientChange.coupling(3, 7, -1),
                CoefficientChange.linear(3, 9));
        long expected = full.exactValue(state) + 3L * state[3] * state[7] + 9L * state[3];

        assertThat(full.changed(changes).exactValue(state)).isEqualTo(expected);
        QuadraticProblem far =
                full.changed(List.of(CoefficientChange.linear(3, 1L << 40), CoefficientChange.linear(3, 9)));
        assertThat(far.exactValue(state)).isEqualTo(full.exactValue(state) + ((1L << 40) + 9) * state[3]);
        assertRefused(() -> full.changed(List.of(CoefficientChange.linear(20, 1))), "The variable (20)", "0 to n - 1");
    }

    /** Sums that leave 32 bits widen the coefficients; what is changed next starts from the wide ones. */
    @SeededTest(tries = 6)
    void changesThatLeaveThirtyTwoBitsStayExact(long seed) {
        Domain domain = seed % 2 == 0 ? Domain.BITS : Domain.SPINS;
        QuadraticProblem full = RandomProblems.integers(seed, 12, 1, Sense.MAXIMISE, domain);
        int pair = full.column(full.rowStart(4));
        List<CoefficientChange> large = List.of(
                CoefficientChange.linear(3, Integer.MAX_VALUE),
                CoefficientChange.linear(3, Integer.MAX_VALUE),
                CoefficientChange.coupling(4, pair, Integer.MAX_VALUE),
                CoefficientChange.coupling(4, pair, Integer.MAX_VALUE));
        byte[] state = RandomProblems.bits(seed, 12);
        long linear = domain == Domain.BITS ? state[3] : 2 * state[3] - 1;
        long both = domain == Domain.BITS ? state[4] * state[pair] : (2 * state[4] - 1) * (2 * state[pair] - 1);
        long expected = full.exactValue(state) + 2L * Integer.MAX_VALUE * (linear + both);

        QuadraticProblem once = full.changed(large);
        QuadraticProblem twice =
                once.changed(List.of(CoefficientChange.linear(3, 5), CoefficientChange.coupling(4, pair, 7)));

        assertThat(once.exactValue(state)).isEqualTo(expected);
        assertThat(once.linear(3)).isEqualTo((double) once.exactLinear(3));
        assertThat(twice.exactValue(state)).isEqualTo(expected + 5 * linear + 7 * both);
        assertThat(full.changed(List.of(CoefficientChange.linear(3, 1 - full.exactLinear(3))))
                        .linear(3))
                .isEqualTo(1.0);
    }

    @Test
    void emptyProblemIsWorthItsOffset() {
        QuadraticProblem problem =
                ProblemBuilder.qubo(0, Sense.MINIMISE).addOffset(7L).build();

        assertThat(problem.value(new byte[0])).isEqualTo(7);
        assertThat(new AnnealingWorker(problem, 1)
                        .round(RandomProblems.sweeps(problem, 5))
                        .value())
                .isEqualTo(7);
    }

    @Test
    void badCoefficientsAreRefusedWithTheirValueAndARemedy() {
        ProblemBuilder builder = ProblemBuilder.qubo(3, Sense.MAXIMISE);

        assertRefused(() -> builder.addCoupling(1, 1, 2L), "The pair (1, 1)", "linear coefficient");
        assertRefused(() -> builder.addLinear(3, 2L), "The variable (3) must lie between 0 and 2", "0 to n - 1");
        assertRefused(() -> builder.addLinear(0, Double.NaN), "(NaN) must be a finite number", "penalty");
        assertRefused(() -> builder.addLinear(0, Long.MAX_VALUE), "9223372036854775807", "common factor");
        assertRefused(() -> ProblemBuilder.qubo(-1, Sense.MAXIMISE), "The size (-1 variables)", "0 to n - 1");
    }

    @Test
    void sumsThatCouldOverflowAreRefused() {
        ProblemBuilder builder = ProblemBuilder.qubo(3, Sense.MAXIMISE);
        for (int i = 0; i < 3; i++) {
            builder.addLinear(i, 1L << 58);
        }

        assertRefused(builder::build, "must not exceed", "common factor");
    }

    /** 32 times 2^59 is 2^64, which a long holds as 0. */
    @Test
    void sumsThatWrapAroundAreRefusedAndNotTakenForSmallOnes() {
        ProblemBuilder linear = ProblemBuilder.qubo(2, Sense.MAXIMISE);
        ProblemBuilder coupling = ProblemBuilder.qubo(2, Sense.MAXIMISE);
        ProblemBuilder offset = ProblemBuilder.qubo(2, Sense.MAXIMISE);
        for (int k = 0; k < 32; k++) {
            linear.addLinear(1, 1L << 59);
            coupling.addCoupling(0, 1, 1L << 59);
            offset.addOffset(1L << 59);
        }

        assertRefused(linear::build, "(1.845e+19)", "real numbers");
        assertRefused(coupling::build, "(1.845e+19)", "real numbers");
        assertRefused(offset::build, "(1.845e+19)", "real numbers");
    }

    @Test
    void sumsThatWrapAroundAreRightInARealProblem() {
        ProblemBuilder builder = ProblemBuilder.qubo(2, Sense.MAXIMISE);
        for (int k = 0; k < 24; k++) {
            builder.addLinear(1, 1L << 59).addCoupling(0, 1, -(1L << 59)).addOffset(1L << 59);
        }
        builder.addLinear(0, 0.5);
        double sum = 24 * 0x1p59;

        QuadraticProblem problem = builder.build();

        assertThat(problem.isExact()).isFalse();
        assertThat(problem.linear(0)).isEqualTo(0.5);
        assertThat(problem.linear(1)).isEqualTo(sum);
        assertThat(problem.coupling(0)).isEqualTo(-sum);
        assertThat(problem.offset()).isEqualTo(sum);
    }

    @Test
    void sumsThatComeBackFromBeyondLongAreExact() {
        ProblemBuilder builder = ProblemBuilder.qubo(3, Sense.MAXIMISE).addLinear(0, 3L);
        for (long each : new long[] {1L << 59, -(1L << 59)}) {
            for (int k = 0; k < 24; k++) {
                builder.addLinear(1, each).addCoupling(0, 1, each).addOffset(each);
            }
        }
        builder.addLinear(1, 5L).addCoupling(0, 1, 7L).addCoupling(1, 2, 11L).addOffset(13L);

        QuadraticProblem problem = builder.build();

        assertThat(problem.isExact()).isTrue();
        assertThat(problem.exactValue(new byte[] {1, 1, 1})).isEqualTo(3 + 5 + 7 + 11 + 13);
        assertThat(problem.exactValue(new byte[] {1, 0, 1})).isEqualTo(3 + 13);
    }

    @Test
    void streamsGiveThePublishedCountsOfCouplings() {
        assertThat(InstanceGenerators.beasley(50, 1).value(new byte[50])).isZero();
        assertThat(InstanceGenerators.palubeckis(100, 100, 31000).couplings()).isGreaterThan(4_900);
    }

    private static void assertRefused(Runnable call, String problem, String remedy) {
        assertThatExceptionOfType(NqbaException.class)
                .isThrownBy(call::run)
                .withMessageContainingAll(problem, remedy)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PROBLEM));
    }

    private static byte[] spins(byte[] bits) {
        byte[] spins = new byte[bits.length];
        for (int i = 0; i < bits.length; i++) {
            spins[i] = (byte) (2 * bits[i] - 1);
        }
        return spins;
    }
}
