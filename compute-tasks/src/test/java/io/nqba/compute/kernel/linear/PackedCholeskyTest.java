package io.nqba.compute.kernel.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedCholeskyTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 13, 64})
    void solutionSatisfiesTheEquations(int size) {
        var random = new SplittableRandom(size);
        double[] factor = random.doubles((long) size * size, -1, 1).toArray();
        double[] matrix = new double[size * (size + 1) / 2];
        double[] right = random.doubles(size, -1, 1).toArray();
        for (int i = 0, at = 0; i < size; i++) {
            for (int j = 0; j <= i; j++, at++) {
                matrix[at] = i == j ? 0.1 : 0;
                for (int k = 0; k < size; k++) {
                    matrix[at] += factor[i * size + k] * factor[j * size + k];
                }
            }
        }

        double[] solution = right.clone();
        PackedCholesky.factorise(size, matrix.clone()).solve(solution);

        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                int high = Math.max(i, j);
                sum += matrix[high * (high + 1) / 2 + Math.min(i, j)] * solution[j];
            }
            assertThat(sum).isCloseTo(right[i], within(1e-9));
        }
    }
}
