package io.nqba.compute.optimisation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.InstanceGenerators;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemChunksTest {
    @SeededTest
    void aProblemComesBackBitForBit(long seed) {
        var random = new SplittableRandom(seed);
        int size = random.nextInt(0, 60);
        int chunkBytes = random.nextInt(1, 300);
        QuadraticProblem whole = RandomProblems.integers(seed, size, random.nextDouble(), Sense.MINIMISE, Domain.BITS);

        assertComesBack(whole, chunkBytes);
        assertComesBack(whole.toSpins(), chunkBytes);
        assertComesBack(RandomProblems.reals(seed, size, 0.3, Sense.MAXIMISE), chunkBytes);
        assertComesBack(RandomProblems.cut(seed, Math.max(2, size), 3), chunkBytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -128, 128, 40_000, -2_147_483_648L, 2_147_483_648L, 1L << 57})
    void everyWidthOfACoefficientIsKept(long weight) {
        QuadraticProblem problem = ProblemBuilder.qubo(300, Sense.MAXIMISE)
                .addCoupling(0, 299, weight)
                .addCoupling(1, 2, 1L)
                .addLinear(7, -weight)
                .build();

        assertComesBack(problem, 64);
    }

    private static void assertComesBack(QuadraticProblem problem, int chunkBytes) {
        ProblemChunks cut = ProblemChunks.of(problem, chunkBytes);
        QuadraticProblem back = new ProblemChunks(cut.chunks(), cut.sha256()).problem();

        assertThat(back).usingRecursiveComparison().isEqualTo(problem);
        assertThat(cut.chunks()).allSatisfy(chunk -> assertThat(chunk.length).isLessThanOrEqualTo(chunkBytes));
        assertThat(ProblemChunks.of(back, chunkBytes).sha256()).isEqualTo(cut.sha256());
        assertThat(ProblemChunks.of(problem, 7).sha256()).isEqualTo(cut.sha256());
    }

    @Test
    void differentProblemsHaveDifferentHashes() {
        QuadraticProblem problem = RandomProblems.integers(1, 20, 0.5, Sense.MAXIMISE, Domain.BITS);

        assertThat(List.of(
                        ProblemChunks.of(problem).sha256(),
                        ProblemChunks.of(problem.toSpins()).sha256(),
                        ProblemChunks.of(RandomProblems.integers(1, 20, 0.5, Sense.MINIMISE, Domain.BITS))
                                .sha256(),
                        ProblemChunks.of(RandomProblems.integers(2, 20, 0.5, Sense.MAXIMISE, Domain.BITS))
                                .sha256()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aDenseProblemTakesThreeBytesPerCoupling() {
        QuadraticProblem problem = InstanceGenerators.palubeckis(1_000, 50, 31_000);

        long bytes = ProblemChunks.of(problem).chunks().stream()
                .mapToLong(chunk -> chunk.length)
                .sum();

        // Distances below 128 take one byte, weights up to ±200 two.
        assertThat((double) bytes / problem.couplings()).isBetween(2.9, 3.1);
    }

    @Test
    void aLostOrChangedChunkIsNoticed() {
        ProblemChunks cut = ProblemChunks.of(RandomProblems.integers(3, 40, 0.5, Sense.MAXIMISE, Domain.SPINS), 100);
        List<byte[]> lost = cut.chunks().subList(1, cut.chunks().size());
        List<byte[]> changed = new ArrayList<>(cut.chunks());
        changed.set(1, changed.get(1).clone());
        changed.get(1)[50] ^= 4;

        for (List<byte[]> chunks : List.of(lost, changed, List.<byte[]>of())) {
            assertThatExceptionOfType(NqbaException.class)
                    .isThrownBy(() -> new ProblemChunks(chunks, cut.sha256()).problem())
                    .withMessageContainingAll("does not match its hash", cut.sha256(), "Submit the problem again")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL));
        }
    }
}
