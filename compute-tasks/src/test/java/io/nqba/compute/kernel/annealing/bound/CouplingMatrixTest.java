package io.nqba.compute.kernel.annealing.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouplingMatrixTest {
    @SeededTest(tries = 10)
    void formOfTheGapIsTheDiagonalsSumLessTheValue(long seed) {
        IsingModel model = IsingModel.of(RandomProblems.integers(seed, 30, 0.4, Sense.MAXIMISE, Domain.BITS));
        byte[] spins = RandomProblems.bits(seed, 31);
        for (int i = 0; i < 31; i++) {
            spins[i] = (byte) (2 * spins[i] - 1);
        }
        spins[30] = 1;
        double[] diagonal = new double[31];
        Arrays.setAll(diagonal, i -> i + 0.5);
        double[][] upper = new CouplingMatrix(model).gap(diagonal);

        double form = 0;
        for (int i = 0; i < 31; i++) {
            for (int j = i; j < 31; j++) {
                form += (i == j ? 1 : 2) * upper[i][j - i] * spins[i] * spins[j];
            }
        }

        assertThat(form).isEqualTo(Arrays.stream(diagonal).sum() - model.value(Arrays.copyOf(spins, 30)));
    }

    /** A path's couplings have the eigenvalues cos(kπ/(n+1)). */
    @ParameterizedTest
    @ValueSource(ints = {2, 13, 60})
    void estimatesTheSmallestEigenvalue(int size) {
        int[] start = new int[size + 1];
        int[] column = new int[size - 1];
        int[] weight = new int[size - 1];
        for (int i = 0; i < size - 1; i++) {
            start[i + 1] = i + 1;
            column[i] = i + 1;
            weight[i] = 1;
        }
        start[size] = size - 1;
        CouplingMatrix matrix = new CouplingMatrix(new IsingModel(new int[size], start, column, weight, true, 1));
        double[] diagonal = new double[size + 1];
        Arrays.fill(diagonal, 3);

        double smallest = matrix.smallestEigenvalue(diagonal, 200);

        assertThat(smallest).isCloseTo(3 - Math.cos(Math.PI / (size + 1)), within(1e-6));
    }
}
