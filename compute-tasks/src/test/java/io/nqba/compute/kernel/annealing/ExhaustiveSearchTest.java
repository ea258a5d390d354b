package io.nqba.compute.kernel.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.testing.SeededTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExhaustiveSearchTest {
    @SeededTest(tries = 12)
    void bestOfAllStatesIsFoundAndHasItsValue(long seed) {
        QuadraticProblem problem = RandomProblems.integers(seed, 11, 0.6, Sense.MAXIMISE, Domain.SPINS);
        IsingModel model = IsingModel.of(problem);
        ExhaustiveSearch search = new ExhaustiveSearch(model);

        search.improve(endless(), Long.MAX_VALUE);

        assertThat(search.bestValue()).isEqualTo(bestOfAll(model)).isEqualTo(model.value(search.bestSpins()));
        assertThat(search.elites(3)).containsExactly(search.bestSpins());
        assertThat(search.elites(0)).isEmpty();
    }

    @Test
    void allStatesButTheFirstCostOneFlipOnce() {
        IsingModel model = IsingModel.of(RandomProblems.integers(3, 9, 0.8, Sense.MAXIMISE, Domain.SPINS));
        ExhaustiveSearch search = new ExhaustiveSearch(model);
        SearchLimits limits = endless();

        search.improve(limits, Long.MAX_VALUE);
        search.improve(limits, Long.MAX_VALUE);

        assertThat(search.flips()).isEqualTo(511);
        assertThat(limits.proposals()).isEqualTo(511);
    }

    @Test
    void nothingIsTriedAfterTheEnd() {
        IsingModel model = IsingModel.of(RandomProblems.integers(3, 9, 0.8, Sense.MAXIMISE, Domain.SPINS));
        ExhaustiveSearch search = new ExhaustiveSearch(model);

        SearchLimits limits = endless();
        limits.stop();
        search.improve(limits, Long.MAX_VALUE);

        assertThat(search.flips()).isZero();
        assertThat(search.bestValue()).isEqualTo(model.value(ones(9)));
    }

    @Test
    void foreignStatesCountOnlyWhereTheyAreBetter() {
        IsingModel model = IsingModel.of(RandomProblems.integers(8, 10, 0.8, Sense.MAXIMISE, Domain.SPINS));
        ExhaustiveSearch done = new ExhaustiveSearch(model);
        done.improve(endless(), Long.MAX_VALUE);
        byte[] best = done.bestSpins();
        ExhaustiveSearch search = new ExhaustiveSearch(model);

        search.absorb(best);
        assertThat(search.bestSpins()).isEqualTo(best);
        assertThat(search.bestValue()).isEqualTo(done.bestValue());
        search.absorb(ones(10));
        assertThat(search.bestSpins()).isEqualTo(best);
        search.improve(endless(), Long.MAX_VALUE);

        assertThat(search.bestValue()).isEqualTo(done.bestValue());
    }

    private static long bestOfAll(IsingModel model) {
        long best = Long.MIN_VALUE;
        for (int code = 0; code < 1 << model.size(); code++) {
            byte[] spins = new byte[model.size()];
            for (int i = 0; i < spins.length; i++) {
                spins[i] = (byte) ((code >> i & 1) == 0 ? 1 : -1);
            }
            best = Math.max(best, model.value(spins));
        }
        return best;
    }

    private static byte[] ones(int size) {
        byte[] spins = new byte[size];
        Arrays.fill(spins, (byte) 1);
        return spins;
    }

    private static SearchLimits endless() {
        return SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> false);
    }
}
