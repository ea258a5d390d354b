package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.annealing.dense.KernelChoice;
import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnealingWorkerTest {
    @SeededTest(tries = 12)
    void findsTheOptimumThatExhaustiveSearchFinds(long seed) {
        Sense sense = seed % 2 == 0 ? Sense.MAXIMISE : Sense.MINIMISE;
        Domain domain = seed % 3 == 0 ? Domain.BITS : Domain.SPINS;
        QuadraticProblem problem = RandomProblems.integers(seed, 18, 0.2 + 0.8 * (seed & 1), sense, domain);

        Elite answer = new AnnealingWorker(problem, seed).round(RandomProblems.sweeps(problem, 2_000));

        assertThat(answer.value()).isEqualTo(RandomProblems.bruteForce(problem));
    }

    @SeededTest(tries = 8)
    void findsTheOptimumOfRealProblems(long seed) {
        QuadraticProblem problem = RandomProblems.reals(seed, 17, 0.5, Sense.MINIMISE);

        Elite answer = new AnnealingWorker(problem, seed).round(RandomProblems.sweeps(problem, 2_000));

        assertThat(answer.value()).isCloseTo(RandomProblems.bruteForce(problem), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 13, 17, 207, 1030})
    void reportedValueIsTheValueOfTheReportedBits(int size) {
        QuadraticProblem sparse = RandomProblems.cut(size, size, 5);
        QuadraticProblem dense = RandomProblems.integers(size, size, 0.5, Sense.MINIMISE, Domain.BITS);

        for (QuadraticProblem problem : List.of(sparse, dense)) {
            Elite answer = new AnnealingWorker(problem, 1).round(RandomProblems.sweeps(problem, 300));

            assertThat(answer.exactValue()).isEqualTo(problem.exactValue(answer.bits()));
            assertThat(answer.value()).isEqualTo(problem.value(answer.bits()));
        }
    }

    @SeededTest(tries = 3)
    void sameSeedAndSweepsGiveTheSameBitsWithEitherTwin(long seed) {
        for (QuadraticProblem problem : List.of(
                RandomProblems.cut(seed, 400, 6),
                RandomProblems.integers(seed, 150, 0.6, Sense.MAXIMISE, Domain.BITS),
                RandomProblems.reals(seed, 90, 0.6, Sense.MAXIMISE))) {
            List<Elite> first = twoRounds(problem, seed, KernelChoice.current());
            List<Elite> second = twoRounds(problem, seed, KernelChoice.scalar());

            assertThat(second).isEqualTo(first);
        }
    }

    @SeededTest(tries = 5)
    void localMinimumAtLeast(long seed) {
        QuadraticProblem problem = RandomProblems.integers(seed, 120, 0.2, Sense.MAXIMISE, Domain.SPINS);

        Elite answer = new AnnealingWorker(problem, seed).round(RandomProblems.sweeps(problem, 500));

        byte[] bits = answer.bits();
        for (int i = 0; i < bits.length; i++) {
            bits[i] ^= 1;
            assertThat(problem.value(bits)).as("after flipping %d", i).isLessThanOrEqualTo(answer.value());
            bits[i] ^= 1;
        }
    }

    @SeededTest(tries = 5)
    void scalingTheObjectiveChangesNothingButTheScale(long seed) {
        QuadraticProblem plain = RandomProblems.integers(seed, 100, 0.1, Sense.MAXIMISE, Domain.SPINS);
        ProblemBuilder scaled = ProblemBuilder.ising(100, Sense.MINIMISE).addOffset(-3 * plain.exactOffset());
        for (int i = 0; i < 100; i++) {
            scaled.addLinear(i, -3 * plain.exactLinear(i));
            for (int k = plain.rowStart(i); k < plain.rowStart(i + 1); k++) {
                scaled.addCoupling(i, plain.column(k), -3 * plain.exactCoupling(k));
            }
        }

        Elite one = new AnnealingWorker(plain, seed).round(RandomProblems.sweeps(plain, 200));
        Elite three = new AnnealingWorker(scaled.build(), seed).round(RandomProblems.sweeps(plain, 200));

        assertThat(three.bits()).isEqualTo(one.bits());
        assertThat(three.value()).isEqualTo(-3 * one.value());
    }

    @Test
    void importedEliteIsNeverLostAndExportsAreDifferentAndRanked() {
        QuadraticProblem problem = RandomProblems.cut(7, 600, 6);
        AnnealingWorker strong = new AnnealingWorker(problem, 1);
        Elite good = strong.round(RandomProblems.sweeps(problem, 20_000));
        AnnealingWorker fresh = new AnnealingWorker(problem, 2);

        fresh.importElites(List.of(good));
        fresh.round(RandomProblems.sweeps(problem, 2_000));
        List<Elite> exported = fresh.exportElites(4);

        assertThat(fresh.best().value()).isGreaterThanOrEqualTo(good.value());
        assertThat(exported).doesNotHaveDuplicates().isSortedAccordingTo(problem.bestFirst());
        assertThat(exported.get(0).value()).isEqualTo(fresh.best().value());
    }

    @Test
    void stopsAtTheTarget() {
        QuadraticProblem problem = RandomProblems.cut(3, 500, 8);
        double best = new AnnealingWorker(problem, 1)
                .round(RandomProblems.sweeps(problem, 5_000))
                .value();
        SearchLimits limits = RandomProblems.sweeps(problem, 10_000_000);

        Elite answer = new AnnealingWorker(problem, 1).round(limits, best);

        assertThat(answer.value()).isGreaterThanOrEqualTo(best);
        assertThat(limits.stopped()).isFalse();
    }

    @Test
    void keepsTheBestWhenCancelled() {
        QuadraticProblem problem = RandomProblems.integers(5, 300, 0.5, Sense.MAXIMISE, Domain.BITS);
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean late = new AtomicBoolean();

        AnnealingWorker worker = new AnnealingWorker(problem, 1);
        Elite answer = worker.round(SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> {
            late.set(asked.get() > 5);
            return asked.incrementAndGet() >= 5;
        }));

        assertThat(asked).hasValue(5);
        assertThat(late).isFalse();
        assertThat(answer.value()).isEqualTo(problem.value(answer.bits())).isPositive();
    }

    @Test
    void timeLimitEndsTheRound() {
        QuadraticProblem problem = RandomProblems.cut(3, 2_000, 10);
        long start = System.nanoTime();

        new AnnealingWorker(problem, 1).round(SearchLimits.of(Long.MAX_VALUE, 50_000_000, () -> false));

        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @SeededTest(tries = 6)
    void warmStartGoesOnFromWhatTheChangedProblemMakesOfTheElites(long seed) {
        Domain domain = seed % 2 == 0 ? Domain.BITS : Domain.SPINS;
        Sense sense = seed % 3 == 0 ? Sense.MAXIMISE : Sense.MINIMISE;
        QuadraticProblem problem = RandomProblems.integers(seed, 130, 0.6, sense, domain);
        List<CoefficientChange> changes = changes(seed, 130);
        QuadraticProblem changed = problem.changed(changes);
        AnnealingWorker worker = new AnnealingWorker(problem, seed);
        Elite before = worker.round(RandomProblems.sweeps(problem, 3_000));

        AnnealingWorker successor = worker.changed(changes, changed, 1);
        Elite atOnce = successor.best();
        Elite answer = successor.round(RandomProblems.sweeps(changed, 3_000));

        assertThat(sense.sign() * atOnce.value()).isGreaterThanOrEqualTo(sense.sign() * changed.value(before.bits()));
        assertThat(atOnce.value()).isEqualTo(changed.value(atOnce.bits()));
        assertThat(answer.exactValue()).isEqualTo(changed.exactValue(answer.bits()));
        assertThat(sense.sign() * answer.value()).isGreaterThanOrEqualTo(sense.sign() * atOnce.value());
        // The fields that took the differences must be those of the changed problem: no single flip gains.
        byte[] bits = answer.bits();
        for (int i = 0; i < bits.length; i++) {
            bits[i] ^= 1;
            assertThat(sense.sign() * changed.value(bits)).isLessThanOrEqualTo(sense.sign() * answer.value());
            bits[i] ^= 1;
        }
    }

    /** OR-Library's problems count pairs twice: all couplings are even, and a linear coefficient may still change by one. */
    @Test
    void warmStartTakesOddLinearChangesBesideEvenCouplings() {
        QuadraticProblem problem = InstanceGenerators.beasley(250, 3);
        List<CoefficientChange> changes = List.of(
                CoefficientChange.linear(3, 7), CoefficientChange.coupling(3, problem.column(problem.rowStart(3)), 6));
        QuadraticProblem changed = problem.changed(changes);
        AnnealingWorker worker = new AnnealingWorker(problem, 1);
        worker.round(RandomProblems.sweeps(problem, 300));

        AnnealingWorker successor = worker.changed(changes, changed, 2);
        Elite answer = successor.round(RandomProblems.sweeps(changed, 20_000));

        assertThat(successor).isSameAs(worker);
        assertThat(answer.exactValue()).isEqualTo(changed.exactValue(answer.bits()));
        assertThat(answer.value())
                .isEqualTo(new AnnealingWorker(changed, 1)
                        .round(RandomProblems.sweeps(changed, 20_000))
                        .value());
    }

    @Test
    void warmStartKeepsTheWorkerOnlyWhereItCan() {
        QuadraticProblem dense = RandomProblems.integers(1, 130, 0.6, Sense.MAXIMISE, Domain.SPINS);
        QuadraticProblem sparse = RandomProblems.cut(1, 300, 6);
        AnnealingWorker denseWorker = new AnnealingWorker(dense, 1);
        AnnealingWorker sparseWorker = new AnnealingWorker(sparse, 1);
        List<CoefficientChange> small = List.of(CoefficientChange.coupling(3, 7, 2));
        List<CoefficientChange> large = List.of(CoefficientChange.coupling(3, 7, 5_000));

        assertThat(denseWorker.changed(small, dense.changed(small), 2)).isSameAs(denseWorker);
        assertThat(denseWorker.changed(large, dense.changed(large), 2)).isNotSameAs(denseWorker);
        assertThat(sparseWorker.changed(small, sparse.changed(small), 2)).isNotSameAs(sparseWorker);
    }

    private static List<CoefficientChange> changes(long seed, int size) {
        var random = new SplittableRandom(seed);
        List<CoefficientChange> changes = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            int i = random.nextInt(size);
            changes.add(CoefficientChange.linear(i, random.nextInt(-5, 6)));
            changes.add(
                    CoefficientChange.coupling(i, (i + 1 + random.nextInt(size - 1)) % size, random.nextInt(-5, 6)));
        }
        return changes;
    }

    private static List<Elite> twoRounds(QuadraticProblem problem, long seed, KernelChoice kernel) {
        AnnealingWorker worker = new AnnealingWorker(problem, seed, kernel);
        worker.round(RandomProblems.sweeps(problem, 700));
        worker.importElites(List.of(problem.elite(RandomProblems.bits(seed, problem.size()))));
        worker.round(RandomProblems.sweeps(problem, 700));
        return worker.exportElites(5);
    }
}
