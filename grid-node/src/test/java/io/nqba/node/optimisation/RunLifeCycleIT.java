package io.nqba.node.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.energy.DistrictProfile;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.energy.GeneratedLoad;
import io.nqba.node.testing.GridFixture;
import java.util.Arrays;
import java.util.List;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

class RunLifeCycleIT {
    private static final DistrictRecipe DISTRICT = DistrictRecipe.of("quarter", "Quarter", 40, 11);

    @Test
    void oneNodeAndThreeNodesFindTheSameAnswer() {
        OptimizationRun alone = runOn(1);
        OptimizationRun together = runOn(3);

        assertThat(together.value()).isEqualTo(alone.value());
        assertThat(together.bound()).isEqualTo(alone.bound());
        assertThat(together.rounds()).isEqualTo(alone.rounds());
        assertThat(together.findings()).isEqualTo(alone.findings());
        assertThat(together.nodes()).isEqualTo(3);
    }

    private static OptimizationRun runOn(int nodes) {
        try (GridFixture grid = GridFixture.inMemory(nodes);
                IgniteClient client = grid.client()) {
            GeneratedLoad.silently(grid.ignite()).load(DISTRICT, RunDesk.WINDOW);
            var desk = new RunDesk(client);

            OptimizationRun queued = desk.submit(RunDesk.request("quarter", 48, 2.0));
            OptimizationRun run = desk.untilEnded(queued.runId());

            assertThat(queued.state()).isEqualTo(RunState.QUEUED);
            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.gap()).isBetween(-1e-9, 1e-4);
            assertThat(run.value()).isGreaterThanOrEqualTo(run.bound() - 1e-9);
            assertThat(run.baselines())
                    .extracting(Baseline::name)
                    .containsExactly("no-battery", "self-consumption", "time-of-use", "each-alone");
            assertThat(run.baselines())
                    .allSatisfy(other ->
                            assertThat(run.value()).as(other.name()).isLessThanOrEqualTo(other.value() + 1e-9));
            assertProgress(desk.progress(run.runId()), run);
            assertStored(client, run);
            return run;
        }
    }

    private static void assertProgress(List<RunProgress> progress, OptimizationRun run) {
        assertThat(progress.get(0).state()).isEqualTo(RunState.QUEUED);
        assertThat(progress.get(progress.size() - 1).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(progress).extracting(RunProgress::round).isSorted().contains(1, run.rounds());
        assertThat(progress)
                .filteredOn(row -> row.round() > 0)
                .allSatisfy(row -> assertThat(row.bound()).isLessThanOrEqualTo(row.value() + 1e-9));
    }

    private static void assertStored(IgniteClient client, OptimizationRun run) {
        assertThat(client.cache(CacheNames.SCHEDULE).size()).isEqualTo(40 * 48);
        assertThat(client.cache(CacheNames.SITE_RESULT).size()).isEqualTo(40);
        DistrictProfile profile = client.<String, DistrictProfile>cache(CacheNames.DISTRICT_PROFILE)
                .get(run.runId());
        assertThat(profile.netAfterKwh()).hasSize(48);
        assertThat(Arrays.stream(profile.shadowPricePerKwh()).sum()).isBetween(1.0, 2.0001);
    }
}
