package io.nqba.compute.kernel.flexible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.testing.SeededTest;
import java.util.SplittableRandom;

class BorderedBandTest {
    @SeededTest(tries = 40)
    void itsSolutionSatisfiesTheFullMatrix(long seed) {
        var random = new SplittableRandom(seed);
        int size = 1 + random.nextInt(20);
        int half = random.nextInt(Math.min(size, 5));
        int border = random.nextInt(4);
        int n = size + border;
        double[][] full = new double[n][n];
        var matrix = new BorderedBand();
        matrix.begin(size, half, border);
        for (int i = 0; i < n; i++) {
            for (int j = i < size ? Math.max(0, i - half) : 0; j <= i; j++) {
                double value = i == j ? 10 + random.nextDouble(2) : random.nextDouble(-1, 1) / 2;
                full[i][j] = value;
                full[j][i] = value;
                if (i < size) {
                    matrix.add(i, j, value);
                } else {
                    matrix.addDense(i - size, j, value);
                }
            }
        }
        double[] right = random.doubles(n, -1, 1).toArray();
        double[] solution = right.clone();

        matrix.factorise();
        matrix.solve(solution);

        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += full[i][j] * solution[j];
            }
            assertThat(sum).isCloseTo(right[i], within(1e-12 * n));
        }
    }
}
