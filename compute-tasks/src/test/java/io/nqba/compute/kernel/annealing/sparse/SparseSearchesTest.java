package io.nqba.compute.kernel.annealing.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.ComponentSearch;
import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all searches of sparse models promise; which of them a worker would choose does not matter here. */
class SparseSearchesTest {
    @SeededTest(tries = 10)
    void findTheOptimumThatExhaustionFinds(long seed) {
        Domain domain = seed % 2 == 0 ? Domain.BITS : Domain.SPINS;
        IsingModel model = IsingModel.of(RandomProblems.integers(seed, 15, 0.4, Sense.MAXIMISE, domain));
        long optimum = optimum(model);

        for (ComponentSearch search : searches(model, seed)) {
            search.improve(sweeps(model, 20_000), Long.MAX_VALUE);

            assertThat(search.bestValue()).as(search.getClass().getName()).isEqualTo(optimum);
            assertThat(model.value(search.bestSpins())).isEqualTo(optimum);
        }
    }

    @SeededTest(tries = 3)
    void sameSeedAndSlicesGiveTheSameBits(long seed) {
        IsingModel model = IsingModel.of(RandomProblems.cut(seed, 300, 6));
        List<ComponentSearch> first = searches(model, seed);
        List<ComponentSearch> second = searches(model, seed);

        for (int k = 0; k < first.size(); k++) {
            for (int slice = 0; slice < 3; slice++) {
                first.get(k).improve(sweeps(model, 3_000), Long.MAX_VALUE);
                second.get(k).improve(sweeps(model, 3_000), Long.MAX_VALUE);
            }

            assertThat(second.get(k).bestSpins()).isEqualTo(first.get(k).bestSpins());
            assertThat(second.get(k).flips()).isEqualTo(first.get(k).flips()).isPositive();
        }
    }

    @Test
    void foreignStateIsNeverLostAndElitesDifferAndAreRanked() {
        IsingModel model = IsingModel.of(RandomProblems.cut(7, 400, 6));
        ComponentSearch strong = new TemperingSearch(model, 9);
        strong.improve(sweeps(model, 20_000), Long.MAX_VALUE);

        for (boolean started : new boolean[] {false, true}) {
            for (ComponentSearch search : searches(model, 1)) {
                if (started) {
                    search.improve(sweeps(model, 3_000), Long.MAX_VALUE);
                }
                search.absorb(strong.bestSpins());
                search.improve(sweeps(model, 3_000), Long.MAX_VALUE);
                List<byte[]> elites = search.elites(5);

                assertThat(search.bestValue()).isGreaterThanOrEqualTo(strong.bestValue());
                assertThat(elites.stream().map(Arrays::toString)).doesNotHaveDuplicates();
                assertThat(elites.stream().map(model::value)).isSortedAccordingTo(Comparator.reverseOrder());
                assertThat(model.value(elites.get(0))).isEqualTo(search.bestValue());
            }
        }
    }

    @Test
    void nothingIsDoneWhenTheLimitsSayStopOrTheTargetIsReached() {
        IsingModel model = IsingModel.of(RandomProblems.cut(3, 200, 5));
        SearchLimits stopped = sweeps(model, 10);
        stopped.stop();

        for (ComponentSearch search : searches(model, 1)) {
            search.improve(stopped, Long.MAX_VALUE);
            search.improve(sweeps(model, 10), search.bestValue());

            assertThat(search.flips()).isZero();
        }
    }

    @SeededTest(tries = 4)
    void bestStateIsALocalOptimumAfterAnyBudget(long seed) {
        IsingModel model = IsingModel.of(RandomProblems.cut(seed, 250, 6));

        for (ComponentSearch search : searches(model, seed)) {
            search.improve(sweeps(model, 1 + (seed & 1023)), Long.MAX_VALUE);

            byte[] spins = search.bestSpins();
            for (int i = 0; i < spins.length; i++) {
                spins[i] = (byte) -spins[i];
                assertThat(model.value(spins)).isLessThanOrEqualTo(search.bestValue());
                spins[i] = (byte) -spins[i];
            }
        }
    }

    private static List<ComponentSearch> searches(IsingModel model, long seed) {
        return new ArrayList<>(List.of(
                new SparseSearch(model, seed), new TemperingSearch(model, seed), new LatticeSearch(model, seed)));
    }

    private static SearchLimits sweeps(IsingModel model, long sweeps) {
        return SearchLimits.of(sweeps * model.size(), Long.MAX_VALUE, () -> false);
    }

    private static long optimum(IsingModel model) {
        byte[] spins = new byte[model.size()];
        long best = Long.MIN_VALUE;
        for (int code = 0; code < 1 << spins.length; code++) {
            for (int i = 0; i < spins.length; i++) {
                spins[i] = (byte) ((code >>> i & 1) == 1 ? 1 : -1);
            }
            best = Math.max(best, model.value(spins));
        }
        return best;
    }
}
