package io.nqba.console.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.optimisation.BusinessUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnealingBodyTest {
    private static final ProblemView STORED = InMemoryProblems.view("p", "G22", "analyst");

    @Test
    void whatIsLeftOutHasADefault() {
        AnnealingRequest request = body(null, null).toRequest(STORED);

        assertThat(request.subject()).isEqualTo("G22");
        assertThat(request.unit()).isEqualTo(BusinessUnit.PLATFORM);
        assertThat(request.timeLimitMillis()).isEqualTo(10_000);
        assertThat(request.target()).isNaN();
        assertThat(request.deterministic()).isFalse();
        assertThat(request.warmStart()).isFalse();
    }

    @Test
    void aChangedProblemStartsFromWhatIsKnown() {
        assertThat(body(null, null).toRequest(changed()).warmStart()).isTrue();
    }

    /** Its answer depends on the request alone, so it knows nothing of earlier runs. */
    @Test
    void aBudgetOfSweepsIsNotCutByTimeAndStartsAfresh() {
        AnnealingRequest request = body(1_000L, 4).toRequest(changed());

        assertThat(request.timeLimitMillis()).isEqualTo(3_600_000);
        assertThat(request.warmStart()).isFalse();
        assertThat(body(1_000L, null).lacksWorkers()).isTrue();
    }

    private static ProblemView changed() {
        return new ProblemView(
                STORED.id(),
                STORED.name(),
                STORED.format(),
                STORED.sense(),
                STORED.domain(),
                STORED.variables(),
                STORED.couplings(),
                STORED.density(),
                true,
                false,
                2,
                STORED.bytes(),
                STORED.contentHash(),
                STORED.createdBy(),
                STORED.createdAt(),
                STORED.changedAt());
    }

    private static AnnealingBody body(@Nullable Long sweeps, @Nullable Integer workers) {
        return new AnnealingBody("p", null, null, null, sweeps, null, null, null, workers, null, null, null, null);
    }
}
