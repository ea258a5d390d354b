package io.nqba.compute.kernel.annealing.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.compute.kernel.annealing.SplitMix;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DensePassTest {
    private static final DensePass SCALAR = new ScalarDensePass();

    @Test
    void choiceNamesTheTwinAndTheFlag() {
        assertThat(KernelChoice.scalar().isVector()).isFalse();
        assertThat(KernelChoice.current().description())
                .contains(KernelChoice.current().isVector() ? "Vector API" : "--add-modules");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 32, 207, 1000, 4098})
    void twinsAgreeBitForBit(int size) {
        assumeTrue(KernelChoice.current().isVector(), "The JVM runs without the Vector API.");
        DensePass vector = KernelChoice.current().pass();
        int stride = (size + 31) / 32 * 32;
        var random = new SplittableRandom(size);
        byte[] bytes = new byte[stride];
        random.nextBytes(bytes);
        short[] shorts = new short[stride];
        int[] ints = new int[stride];
        int[] field = new int[stride];
        int[] spin = new int[stride];
        int[] floor = new int[stride];
        for (int i = 0; i < stride; i++) {
            shorts[i] = (short) random.nextInt();
            ints[i] = random.nextInt(1 << 20);
            field[i] = random.nextInt(-8, 8) * 1_000;
            spin[i] = random.nextBoolean() ? 1 : -1;
            floor[i] = i >= size || random.nextInt(4) == 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        }

        for (int factor : new int[] {-2, 0, 2}) {
            int[] one = field.clone();
            int[] two = field.clone();
            assertThat(vector.flip(two, bytes, 0, factor, spin, floor))
                    .isEqualTo(SCALAR.flip(one, bytes, 0, factor, spin, floor));
            assertThat(vector.flip(two, shorts, 0, factor, spin, floor))
                    .isEqualTo(SCALAR.flip(one, shorts, 0, factor, spin, floor));
            assertThat(vector.flip(two, ints, 0, factor, spin, floor))
                    .isEqualTo(SCALAR.flip(one, ints, 0, factor, spin, floor));
            assertThat(two).isEqualTo(one);

            short[] narrowOne = narrow(field);
            short[] narrowTwo = narrow(field);
            assertThat(vector.flip(narrowTwo, bytes, 0, factor, narrow(spin), narrowFloor(floor)))
                    .isEqualTo(SCALAR.flip(narrowOne, bytes, 0, factor, narrow(spin), narrowFloor(floor)));
            assertThat(narrowTwo).isEqualTo(narrowOne);
            assertThat(vector.widest(narrowTwo)).isEqualTo(SCALAR.widest(narrowOne));
        }
    }

    @Test
    void allForbiddenGivesTheFirstVariable() {
        DenseModel model =
                new DenseModel(IsingModel.of(RandomProblems.integers(1, 40, 0.9, Sense.MAXIMISE, Domain.BITS)));
        for (KernelChoice kernel : new KernelChoice[] {KernelChoice.scalar(), KernelChoice.current()}) {
            DenseState state = new DenseState(model, kernel.pass());
            state.forbidAll();

            assertThat(DensePass.index(state.scan())).isZero();
        }
    }

    @SeededTest(tries = 10)
    void fieldsAndValueStayExactThroughFlipsChangesAndWidening(long seed) {
        QuadraticProblem problem = RandomProblems.integers(seed, 60, 0.7, Sense.MAXIMISE, Domain.SPINS);
        DenseModel model = new DenseModel(IsingModel.of(problem));
        DenseState narrow = new DenseState(model, KernelChoice.current().pass());
        DenseState widening = new DenseState(model, SCALAR, 600);
        var random = new SplittableRandom(seed);

        for (int step = 0; step < 500; step++) {
            int i = random.nextInt(60);
            assertThat(widening.flip(i)).isEqualTo(narrow.flip(i));
        }
        DenseState copy = new DenseState(widening);
        copy.copy(narrow);

        assertThat(narrow.isNarrow()).isTrue();
        for (DenseState state : new DenseState[] {narrow, widening, copy}) {
            assertThat(state.value()).isEqualTo(IsingModel.of(problem).value(state.spins()));
            for (int i = 0; i < 60; i++) {
                assertThat(state.field(i)).isEqualTo(field(model, state, i));
            }
        }
    }

    @SeededTest(tries = 5)
    void wideWeightsUseWiderRows(long seed) {
        for (long factor : new long[] {1, 1_000, 100_000}) {
            IsingModel plain = IsingModel.of(RandomProblems.integers(seed, 50, 0.8, Sense.MAXIMISE, Domain.SPINS));
            int[] weights =
                    Arrays.stream(plain.weight()).map(w -> (int) (w * factor)).toArray();
            int[] fields =
                    Arrays.stream(plain.field()).map(h -> (int) (h * factor)).toArray();
            IsingModel scaled = new IsingModel(fields, plain.start(), plain.column(), weights, true, 1);
            DenseSearch one = new DenseSearch(plain, seed, KernelChoice.current());
            DenseSearch many = new DenseSearch(scaled, seed, KernelChoice.current());

            one.improve(SearchLimits.of(100_000, Long.MAX_VALUE, () -> false), Long.MAX_VALUE);
            many.improve(SearchLimits.of(100_000, Long.MAX_VALUE, () -> false), Long.MAX_VALUE);

            assertThat(many.bestSpins()).isEqualTo(one.bestSpins());
            assertThat(many.bestValue()).isEqualTo(factor * one.bestValue()).isEqualTo(scaled.value(many.bestSpins()));
        }
    }

    @Test
    void tabuSearchLeavesTheBestStateItSaw() {
        IsingModel ising = IsingModel.of(RandomProblems.integers(3, 200, 0.5, Sense.MAXIMISE, Domain.BITS));
        DenseModel model = new DenseModel(ising);
        DenseState state = new DenseState(model, KernelChoice.current().pass());
        DenseState best = new DenseState(state);

        new TabuSearch(200, new SplitMix(1))
                .run(state, best, 2_000, SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> false), Long.MAX_VALUE);

        assertThat(best.value()).isGreaterThan(state.value()).isEqualTo(ising.value(best.spins()));
    }

    private static int field(DenseModel model, DenseState state, int i) {
        int sum = model.field()[i];
        for (int j = 0; j < model.size(); j++) {
            sum += model.weight(i, j) * state.spin(j);
        }
        return sum;
    }

    private static short[] narrow(int[] values) {
        short[] narrow = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (short) values[i];
        }
        return narrow;
    }

    private static short[] narrowFloor(int[] values) {
        short[] narrow = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = values[i] > 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }
        return narrow;
    }
}
