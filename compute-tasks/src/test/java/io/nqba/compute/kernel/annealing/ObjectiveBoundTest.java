package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.testing.SeededTest;
import org.junit.jupiter.api.Test;

class ObjectiveBoundTest {
    @SeededTest(tries = 24)
    void noStateBeatsTheBound(long seed) {
        Sense sense = seed % 2 == 0 ? Sense.MAXIMISE : Sense.MINIMISE;
        Domain domain = seed % 3 == 0 ? Domain.BITS : Domain.SPINS;
        QuadraticProblem problem = RandomProblems.integers(seed, 18, 0.25 + 0.7 * (seed & 1), sense, domain);

        double best = RandomProblems.bruteForce(problem);

        assertThat(sense.sign() * ObjectiveBound.of(problem)).isGreaterThanOrEqualTo(sense.sign() * best);
    }

    @SeededTest(tries = 8)
    void noStateOfARealProblemBeatsTheBound(long seed) {
        QuadraticProblem problem = RandomProblems.reals(seed, 17, 0.6, Sense.MINIMISE);

        assertThat(ObjectiveBound.of(problem)).isLessThanOrEqualTo(RandomProblems.bruteForce(problem));
    }

    @SeededTest(tries = 10)
    void boundOfACutLiesBelowTheSumOfItsPositiveEdges(long seed) {
        QuadraticProblem problem = RandomProblems.cut(seed, 200, 6);
        double answer = new AnnealingWorker(problem, seed)
                .round(RandomProblems.sweeps(problem, 2_000))
                .value();
        double trivial = 0;
        for (int k = 0; k < problem.couplings(); k++) {
            trivial += Math.max(0, -problem.coupling(k) / 2);
        }

        assertThat(ObjectiveBound.of(problem)).isGreaterThanOrEqualTo(answer).isLessThan(trivial);
    }

    @Test
    void smallComponentsAreBoundedExactly() {
        QuadraticProblem problem = RandomProblems.integers(4, 14, 0.8, Sense.MAXIMISE, Domain.BITS);

        assertThat(ObjectiveBound.of(problem)).isEqualTo(RandomProblems.bruteForce(problem));
    }

    @Test
    void unfrustratedProblemIsBoundedExactly() {
        ProblemBuilder bipartite = ProblemBuilder.maxCut(60);
        for (int i = 0; i < 30; i++) {
            for (int j = 30; j < 60; j++) {
                bipartite.addEdge(i, j, 1L);
            }
        }

        assertThat(ObjectiveBound.of(bipartite.build())).isEqualTo(900);
    }
}
