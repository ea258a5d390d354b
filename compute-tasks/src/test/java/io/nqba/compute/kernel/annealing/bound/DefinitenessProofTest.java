package io.nqba.compute.kernel.annealing.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitenessProofTest {
    /** The matrix of second differences has the eigenvalues 2 - 2·cos(kπ/(n+1)), the smallest one known exactly. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 31, 32, 33, 64, 67, 207})
    void provesWhatIsDefiniteAndNothingElse(int size) {
        double smallest = 2 - 2 * Math.cos(Math.PI / (size + 1));

        assertThat(verdict(differences(size, -smallest + 1e-9))).isEqualTo(DefinitenessProof.Verdict.PROVEN);
        assertThat(verdict(differences(size, -smallest - 1e-9))).isEqualTo(DefinitenessProof.Verdict.NOT_PROVEN);
    }

    @SeededTest(tries = 8)
    void provesAFullGramMatrixAndRefusesItLessItsSmallestDirection(long seed) {
        int size = 20 + (int) (seed & 63);
        var random = new SplittableRandom(seed);
        double[][] factor = new double[size][size];
        for (double[] row : factor) {
            for (int k = 0; k < size; k++) {
                row[k] = random.nextGaussian();
            }
        }

        assertThat(verdict(gram(factor, size, 0.1))).isEqualTo(DefinitenessProof.Verdict.PROVEN);
        // Without one of its columns the matrix is singular: a shift decides.
        assertThat(verdict(gram(factor, size - 1, -1e-6))).isEqualTo(DefinitenessProof.Verdict.NOT_PROVEN);
    }

    /** All ones have the eigenvalue 0 exactly, and every step of the factorisation is exact: only the shift decides. */
    @ParameterizedTest
    @ValueSource(ints = {2, 40})
    void refusesWhatIsExactlySingular(int size) {
        double[][] ones = new double[size][];
        for (int i = 0; i < size; i++) {
            ones[i] = new double[size - i];
            Arrays.fill(ones[i], 1);
        }

        assertThat(verdict(ones)).isEqualTo(DefinitenessProof.Verdict.NOT_PROVEN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoPositiveNumber(double diagonal) {
        assertThat(verdict(new double[][] {{diagonal}})).isEqualTo(DefinitenessProof.Verdict.NOT_PROVEN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, -1e-9})
    void aStoppedProofGoesOnToTheSameVerdict(double margin) {
        double smallest = 2 - 2 * Math.cos(Math.PI / 131);
        DefinitenessProof proof = new DefinitenessProof(differences(130, margin - smallest));
        int stops = 0;
        DefinitenessProof.Verdict verdict = DefinitenessProof.Verdict.STOPPED;
        while (verdict == DefinitenessProof.Verdict.STOPPED) {
            verdict = proof.advance(SearchLimits.of(900, Long.MAX_VALUE, () -> false));
            stops++;
        }

        assertThat(verdict).isEqualTo(verdict(differences(130, margin - smallest)));
        assertThat(stops).isGreaterThan(10);
    }

    private static DefinitenessProof.Verdict verdict(double[][] upper) {
        return new DefinitenessProof(upper).advance(SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> false));
    }

    private static double[][] differences(int size, double added) {
        double[][] upper = new double[size][];
        for (int i = 0; i < size; i++) {
            upper[i] = new double[size - i];
            upper[i][0] = 2 + added;
            if (i + 1 < size) {
                upper[i][1] = -1;
            }
        }
        return upper;
    }

    private static double[][] gram(double[][] factor, int columns, double added) {
        double[][] upper = new double[factor.length][];
        for (int i = 0; i < factor.length; i++) {
            upper[i] = new double[factor.length - i];
            upper[i][0] = added;
            for (int j = i; j < factor.length; j++) {
                for (int k = 0; k < columns; k++) {
                    upper[i][j - i] += factor[i][k] * factor[j][k];
                }
            }
        }
        return upper;
    }
}
