package io.nqba.compute.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.Sense;
import io.nqba.model.optimisation.Baseline;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    /** 3x + y - 5xy + 2z, minimised: nothing gains from 0 but none, maximised: x, then z. */
    private static QuadraticProblem problem(Sense sense) {
        return ProblemBuilder.qubo(3, sense)
                .addLinear(0, 3L)
                .addLinear(1, 1L)
                .addLinear(2, 2L)
                .addCoupling(0, 1, -5L)
                .addOffset(10L)
                .build();
    }

    @Test
    void descentFlipsInOrderWhatGains() {
        List<Baseline> up = Baselines.of(problem(Sense.MAXIMISE));
        List<Baseline> down = Baselines.of(problem(Sense.MINIMISE));

        assertThat(up).extracting(Baseline::name).containsExactly("all-zeros", "one-flip-descent");
        assertThat(up).extracting(Baseline::value).containsExactly(10.0, 15.0);
        assertThat(down).extracting(Baseline::value).containsExactly(10.0, 10.0);
    }

    @Test
    void aProblemWithoutVariablesIsItsConstant() {
        QuadraticProblem empty =
                ProblemBuilder.ising(0, Sense.MINIMISE).addOffset(-2L).build();

        assertThat(Baselines.of(empty)).extracting(Baseline::value).containsExactly(-2.0, -2.0);
    }
}
