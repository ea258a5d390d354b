package io.nqba.compute.kernel.annealing.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.Domain;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.RandomProblems;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.compute.kernel.annealing.SplitMix;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContractionTest {
    @SeededTest(tries = 8)
    void anyChoiceOfGroupsIsWorthWhatTheContractedModelSays(long seed) {
        Domain domain = seed % 2 == 0 ? Domain.BITS : Domain.SPINS;
        QuadraticProblem problem = RandomProblems.integers(seed, 120, 0.04, Sense.MAXIMISE, domain);
        SparseModel model = new SparseModel(IsingModel.of(problem));
        SparseState base = settled(model, seed);
        var contraction = new Contraction(
                model, base.spin, List.of(settled(model, seed + 1).spin, settled(model, seed + 2).spin));
        SparseState asBase = new SparseState(contraction.model());
        SparseState chosen = FrontierSweepTest.random(contraction.model(), seed);
        long before = base.value;

        contraction.lift(chosen.spin, base);

        assertThat(contraction.model().size()).isLessThanOrEqualTo(model.size());
        assertThat(base.value - before).isEqualTo(chosen.value - asBase.value);
    }

    @Test
    void equalAndMirroredStatesLeaveASingleVariable() {
        SparseModel model = new SparseModel(IsingModel.of(FrontierSweepTest.torus(8, 9, 1)));
        SparseState base = settled(model, 1);
        byte[] mirrored = base.spin.clone();
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = (byte) -mirrored[i];
        }

        var contraction = new Contraction(model, base.spin, List.of(base.spin.clone(), mirrored));

        assertThat(contraction.model().size()).isEqualTo(1);
    }

    @SeededTest(tries = 4)
    void eachParentIsAStateOfTheContractedModel(long seed) {
        SparseModel model = new SparseModel(IsingModel.of(FrontierSweepTest.torus(12, 15, seed)));
        SparseState base = settled(model, seed);
        SparseState parent = settled(model, seed + 1);
        var contraction = new Contraction(model, base.spin, List.of(parent.spin));
        SparseState lifted = new SparseState(model);
        byte[] chosen = new byte[contraction.model().size()];

        // Which groups differ: one flip of each tells its variables.
        for (int group = 0; group < chosen.length; group++) {
            Arrays.fill(chosen, (byte) 1);
            chosen[group] = -1;
            lifted.set(base.spin);
            contraction.lift(chosen, lifted);
            int same = 0;
            int moved = 0;
            for (int i = 0; i < model.size(); i++) {
                if (lifted.spin[i] != base.spin[i]) {
                    moved++;
                    same += parent.spin[i] == base.spin[i] ? 1 : 0;
                }
            }
            assertThat(same).isIn(0, moved);
            assertThat(moved).isPositive();
        }
    }

    @SeededTest(tries = 4)
    void coolingThatIsInterruptedEndsWithTheSameBits(long seed) {
        SparseModel model = new SparseModel(IsingModel.of(RandomProblems.cut(seed, 200, 5)));
        SparseState whole = FrontierSweepTest.random(model, seed);
        SparseState pieces = FrontierSweepTest.random(model, seed);
        var one = new Annealing(new SplitMix(seed));
        var other = new Annealing(new SplitMix(seed));
        long draws = new SplittableRandom(seed).nextInt(3, 40);

        new Cooling(model, whole, 2, 0.1, 100).run(one, SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> false));
        var interrupted = new Cooling(model, pieces, 2, 0.1, 100);
        int rounds = 1;
        while (!interrupted.run(other, SearchLimits.of(draws * model.size(), Long.MAX_VALUE, () -> false))) {
            rounds++;
        }

        assertThat(pieces.spin).isEqualTo(whole.spin);
        assertThat(pieces.value).isEqualTo(whole.value);
        assertThat(rounds).isEqualTo((int) Math.ceil(100.0 / draws));
    }

    private static SparseState settled(SparseModel model, long seed) {
        SparseState state = FrontierSweepTest.random(model, seed);
        state.quench();
        return state;
    }
}
