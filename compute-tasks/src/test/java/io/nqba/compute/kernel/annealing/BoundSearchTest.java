package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.testing.SeededTest;
import org.junit.jupiter.api.Test;

class BoundSearchTest {
    @SeededTest(tries = 16)
    void noStateBeatsAnyBoundOnTheWayAndNoneIsWorseThanTheOneBefore(long seed) {
        Sense sense = seed % 2 == 0 ? Sense.MAXIMISE : Sense.MINIMISE;
        Domain domain = seed % 3 == 0 ? Domain.BITS : Domain.SPINS;
        QuadraticProblem problem = RandomProblems.integers(seed, 19, 0.3 + 0.7 * (seed & 1), sense, domain);
        double best = sense.sign() * RandomProblems.bruteForce(problem);
        BoundSearch search = new BoundSearch(problem);

        double bound = sense.sign() * search.bound();
        assertThat(bound).isGreaterThanOrEqualTo(best);
        for (int slice = 0; slice < 300 && !search.isFinished(); slice++) {
            search.improve(work(400));
            double now = sense.sign() * search.bound();

            assertThat(now).isGreaterThanOrEqualTo(best).isLessThanOrEqualTo(bound);
            bound = now;
        }
        assertThat(bound).isLessThanOrEqualTo(sense.sign() * ObjectiveBound.of(problem));
    }

    @SeededTest(tries = 8)
    void noStateOfARealProblemBeatsTheBound(long seed) {
        QuadraticProblem problem = RandomProblems.reals(seed, 18, 0.8, Sense.MINIMISE);
        BoundSearch search = new BoundSearch(problem);

        search.improve(work(10_000_000));

        assertThat(search.bound()).isLessThanOrEqualTo(RandomProblems.bruteForce(problem));
    }

    @Test
    void completeGraphComesDownToItsRelaxation() {
        // A complete graph of 101 vertices: the relaxation is 101²/4, the optimum 50·51.
        ProblemBuilder complete = ProblemBuilder.maxCut(101);
        for (int i = 0; i < 101; i++) {
            for (int j = i + 1; j < 101; j++) {
                complete.addEdge(i, j, 1L);
            }
        }

        BoundSearch search = new BoundSearch(complete.build());
        search.improve(work(Long.MAX_VALUE));

        assertThat(search.isFinished()).isTrue();
        assertThat(search.bound()).isBetween(2550.0, 2552.0);
    }

    @SeededTest(tries = 4)
    void denseProblemsGainFromTheRelaxation(long seed) {
        QuadraticProblem problem = RandomProblems.integers(seed, 120, 0.8, Sense.MAXIMISE, Domain.BITS);
        double answer = new AnnealingWorker(problem, seed)
                .round(RandomProblems.sweeps(problem, 20_000))
                .value();
        BoundSearch search = new BoundSearch(problem);

        search.improve(work(Long.MAX_VALUE));

        assertThat(search.isFinished()).isTrue();
        assertThat(search.bound() - answer).isNotNegative().isLessThan((ObjectiveBound.of(problem) - answer) / 5);
    }

    @SeededTest(tries = 6)
    void boundScalesWithTheObjectiveAndTurnsWithItsSense(long seed) {
        QuadraticProblem plain = RandomProblems.integers(seed, 40, 0.5, Sense.MAXIMISE, Domain.SPINS);
        ProblemBuilder turned = ProblemBuilder.ising(40, Sense.MINIMISE).addOffset(-3 * plain.exactOffset());
        for (int i = 0; i < 40; i++) {
            turned.addLinear(i, -3 * plain.exactLinear(i));
            for (int k = plain.rowStart(i); k < plain.rowStart(i + 1); k++) {
                turned.addCoupling(i, plain.column(k), -3 * plain.exactCoupling(k));
            }
        }

        BoundSearch one = new BoundSearch(plain);
        BoundSearch three = new BoundSearch(turned.build());
        one.improve(work(5_000_000));
        three.improve(work(5_000_000));

        assertThat(three.bound()).isEqualTo(-3 * one.bound());
    }

    @Test
    void everyComponentIsRelaxedToItsEndWhateverTheSlices() {
        QuadraticProblem one = RandomProblems.integers(9, 40, 0.6, Sense.MAXIMISE, Domain.SPINS);
        BoundSearch alone = new BoundSearch(one);
        BoundSearch threefold = new BoundSearch(sideBySide(one, 3));
        BoundSearch sliced = new BoundSearch(sideBySide(one, 3));

        alone.improve(work(Long.MAX_VALUE));
        threefold.improve(work(Long.MAX_VALUE));
        for (int slice = 0; slice < 100_000 && !sliced.isFinished(); slice++) {
            sliced.improve(work(50_000));
        }

        assertThat(alone.isFinished()).isTrue();
        assertThat(threefold.isFinished()).isTrue();
        assertThat(sliced.isFinished()).isTrue();
        assertThat(threefold.bound()).isEqualTo(3 * alone.bound());
        assertThat(sliced.bound()).isEqualTo(3 * alone.bound());
    }

    private static QuadraticProblem sideBySide(QuadraticProblem one, int times) {
        int size = one.size();
        ProblemBuilder all = ProblemBuilder.ising(times * size, Sense.MAXIMISE).addOffset(times * one.exactOffset());
        for (int copy = 0; copy < times; copy++) {
            for (int i = 0; i < size; i++) {
                all.addLinear(copy * size + i, one.exactLinear(i));
                for (int k = one.rowStart(i); k < one.rowStart(i + 1); k++) {
                    all.addCoupling(copy * size + i, copy * size + one.column(k), one.exactCoupling(k));
                }
            }
        }
        return all.build();
    }

    @Test
    void cancelledSearchKeepsWhatItHasAndGoesOn() {
        QuadraticProblem problem = RandomProblems.integers(5, 150, 0.8, Sense.MAXIMISE, Domain.SPINS);
        BoundSearch search = new BoundSearch(problem);
        double trivial = search.bound();

        search.improve(SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> true));
        double cancelled = search.bound();
        search.improve(work(Long.MAX_VALUE));

        assertThat(cancelled).isLessThanOrEqualTo(trivial);
        assertThat(search.bound()).isLessThan(cancelled);
    }

    private static SearchLimits work(long pieces) {
        return SearchLimits.of(pieces, Long.MAX_VALUE, () -> false);
    }
}
