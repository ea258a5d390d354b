package io.nqba.compute.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nqba.model.annealing.ProblemDomain;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.ObjectiveSense;
import org.junit.jupiter.api.Test;

class ProblemSizeTest {
    private static StoredProblem problem(int variables, long couplings) {
        return new StoredProblem(
                "id",
                "large",
                "RUDY",
                ObjectiveSense.MAXIMISE,
                ProblemDomain.BITS,
                variables,
                couplings,
                true,
                false,
                1,
                1,
                1,
                1,
                "",
                "tester",
                1,
                1);
    }

    @Test
    void whatNoHeapHoldsIsRefusedWithTheHeapItNeeds() {
        long couplings = Runtime.getRuntime().maxMemory() / 8;

        NqbaException refusal = catchThrowableOfType(
                NqbaException.class, () -> ProblemSize.refuseTooLarge(problem(10_000_000, couplings)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(refusal.problem()).contains("large", "10000000 variables", "MB of heap");
        assertThat(refusal.remedy()).contains("-Xmx");
    }

    @Test
    void memoryLimitsTheNumberOfWorkers() {
        StoredProblem small = problem(100, 300);
        long room = (long) (0.6 * Runtime.getRuntime().maxMemory());
        // Half of the room for one worker: not even two fit beside the problem.
        StoredProblem large = problem(1_000, room / 2 / 40);

        assertThat(ProblemSize.workers(small, 7)).isEqualTo(7);
        assertThat(ProblemSize.workers(large, 7)).isEqualTo(1);
    }

    @Test
    void aDenseProblemCountsItsMatrix() {
        assertThat(ProblemSize.isDense(problem(1_000, 100_000))).isTrue();
        assertThat(ProblemSize.isDense(problem(20_000, 40_000))).isFalse();
        assertThat(ProblemSize.bytesOfWorker(problem(1_000, 100_000))).isGreaterThan(1_000_000);
    }

    @Test
    void aMatrixThatFitsNoArrayIsNotCounted() {
        StoredProblem heavy = problem(250_000, 50_000_000);

        assertThat(ProblemSize.isDense(heavy)).isFalse();
        assertThat(ProblemSize.bytesOfWorker(heavy)).isLessThan(50L * 50_000_000);
    }
}
