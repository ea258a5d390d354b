package io.nqba.console.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.optimisation.RunView;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import org.junit.jupiter.api.Test;

class RunViewsTest {
    @Test
    void theSenseOfARunStaysThroughItsLife() {
        OptimizationRun queued =
                run(Double.NaN).toBuilder().sense(ObjectiveSense.MAXIMISE).build();

        OptimizationRun ended =
                queued.toBuilder().state(RunState.SUCCEEDED).value(13_359).build();

        assertThat(RunViews.of(ended).sense()).isEqualTo(ObjectiveSense.MAXIMISE);
    }

    @Test
    void anAnnealingRunShowsWhatWasAsked() {
        RunView view = RunViews.of(run(13_359));

        assertThat(view.parameters())
                .containsEntry("problemId", "p")
                .containsEntry("target", 13_359.0)
                .containsEntry("seed", 7L)
                .containsEntry("priority", 9)
                .doesNotContainKey("maxRounds");
    }

    @Test
    void aTargetThatWasNotAskedForIsLeftOut() {
        assertThat(RunViews.of(run(Double.NaN)).parameters()).doesNotContainKey("target");
    }

    private static OptimizationRun run(double target) {
        AnnealingRequest request =
                new AnnealingRequest("p", "G22", BusinessUnit.PLATFORM, 10_000, 0, target, 0, 500, 0, 3, 7, 9, true);
        return OptimizationRun.queued("r", request, "analyst", "", 1);
    }
}
