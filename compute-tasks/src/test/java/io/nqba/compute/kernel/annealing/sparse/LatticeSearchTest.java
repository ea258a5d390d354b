package io.nqba.compute.kernel.annealing.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.SearchLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatticeSearchTest {
    /** Cooling and polishing of one founder take 1,000 sweeps and 20 passes that count 256 each. */
    private static final long FOUNDER_SWEEPS = 6_200;

    private final IsingModel model = IsingModel.of(FrontierSweepTest.torus(50, 40, 5));

    @Test
    void statesThatWereHotAreNoFounders() {
        LatticeSearch search = new LatticeSearch(model, 1);
        for (int k = 0; k < 6; k++) {
            // Nobody has searched here yet: a random state that went downhill.
            search.absorb(new LatticeSearch(model, 100 + k).bestSpins());
        }

        search.improve(sweeps(FOUNDER_SWEEPS), Long.MAX_VALUE);

        List<byte[]> elites = search.elites(7);
        assertThat(elites).isNotEmpty();
        assertThat(elites)
                .allSatisfy(spins -> assertThat(model.value(spins)).isGreaterThan(search.bestValue() * 98 / 100));
    }

    @Test
    void statesThatWereCooledElsewhereAreFounders() {
        LatticeSearch elsewhere = new LatticeSearch(model, 2);
        elsewhere.improve(sweeps(FOUNDER_SWEEPS), Long.MAX_VALUE);
        LatticeSearch search = new LatticeSearch(model, 1);
        search.absorb(elsewhere.bestSpins());

        search.improve(sweeps(FOUNDER_SWEEPS), Long.MAX_VALUE);

        assertThat(search.elites(7)).hasSizeGreaterThan(1).contains(elsewhere.bestSpins());
    }

    @Test
    void mergesThatRoundsInterruptLoseNothing() {
        long inOneGo = 0;
        long inRounds = 0;
        for (int seed = 3; seed < 8; seed++) {
            inOneGo += searched(seed, 60_000);
            // A merge takes some hundred sweeps: cut off at each round, none would end, and the sum would be 12 lower.
            inRounds += searched(seed, 10);
        }

        assertThat(inRounds).isGreaterThanOrEqualTo(inOneGo - 4);
    }

    private long searched(int seed, int sweepsPerRound) {
        LatticeSearch search = new LatticeSearch(model, seed);
        for (int done = 0; done < 60_000; done += sweepsPerRound) {
            search.improve(sweeps(sweepsPerRound), Long.MAX_VALUE);
        }
        return search.bestValue();
    }

    private SearchLimits sweeps(long sweeps) {
        return SearchLimits.of(sweeps * model.size(), Long.MAX_VALUE, () -> false);
    }
}
