package io.nqba.node.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.energy.DemandResponseEvent;
import io.nqba.model.energy.DistrictProfile;
import io.nqba.model.energy.Site;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.energy.DistrictGenerator;
import io.nqba.node.energy.DistrictRecipe;
import io.nqba.node.energy.GeneratedLoad;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunEndingIT {
    private static final DistrictRecipe DISTRICT = DistrictRecipe.of("yard", "Yard", 12, 5);
    private static final double UNREACHABLE_GAP = 1e-300;

    private GridFixture grid;
    private IgniteClient client;
    private RunDesk desk;

    @BeforeAll
    void start() {
        grid = GridFixture.inMemory(1);
        client = grid.client();
        desk = new RunDesk(client);
        GeneratedLoad.silently(grid.ignite()).load(DISTRICT, RunDesk.WINDOW);
    }

    @AfterAll
    void stop() {
        client.close();
        grid.close();
    }

    @Test
    void aCancelledRunKeepsItsBestAnswer() {
        OptimizationRun queued =
                desk.submit(RunDesk.request("yard", RunDesk.WINDOW.start(), 96, 2, UNREACHABLE_GAP, 10_000));
        desk.untilRound(queued.runId(), 3);
        desk.cancel(queued.runId());
        OptimizationRun run = desk.untilEnded(queued.runId());

        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.value()).isFinite().isGreaterThanOrEqualTo(run.bound() - 1e-9);
        assertThat(run.findings().get(0)).contains("cancelled");
        assertThat(profile(run).netAfterKwh()).hasSize(96);
        assertThat(storedPeakObjective(run)).isLessThanOrEqualTo(run.value());
    }

    @Test
    void aRoundLimitEndsARunWithItsHonestGap() {
        OptimizationRun queued =
                desk.submit(RunDesk.request("yard", RunDesk.WINDOW.start(), 96, 2, UNREACHABLE_GAP, 4));
        OptimizationRun run = desk.untilEnded(queued.runId());

        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.rounds()).isEqualTo(4);
        assertThat(run.gap()).isGreaterThan(UNREACHABLE_GAP);
        assertThat(run.findings().get(0)).contains("limit of 4 rounds", "before the gap had closed");
        List<RunProgress> progress = desk.progress(run.runId());
        assertThat(progress)
                .extracting(RunProgress::value)
                .filteredOn(Double::isFinite)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(progress.get(progress.size() - 1).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void aCapThatCannotBeMetIsNamedAndMeasuredAndTheBestEffortStored() {
        // From midnight, when batteries are empty and there is no sun.
        long start = RunDesk.WINDOW.start().toEpochMilli();
        long end = start + Duration.ofHours(24).toMillis();
        var event = new DemandResponseEvent("drought", "yard", start, end, 0, "Operator");
        OptimizationRun free =
                desk.untilEnded(desk.submit(RunDesk.request("yard", 48, 2)).runId());
        grid.ignite().cache(CacheNames.DEMAND_RESPONSE_EVENT).put("drought", event);
        OptimizationRun run;
        try {
            run = desk.untilEnded(desk.submit(RunDesk.request("yard", 48, 2)).runId());
        } finally {
            grid.ignite().cache(CacheNames.DEMAND_RESPONSE_EVENT).remove("drought");
        }

        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.gap()).isBetween(-1e-9, 1e-4);
        assertThat(importOnTheFirstDay(run)).isLessThan(importOnTheFirstDay(free));
        assertThat(run.problem()).contains("cap cannot be met", "more than the 0.0 kW allowed", "5 Jun 2026");
        assertThat(run.remedy()).contains("cap of at least");
        assertThat(run.findings()).anySatisfy(text -> assertThat(text).contains("best effort", "penalty"));
        assertThat(free.problem()).isEmpty();
    }

    private double importOnTheFirstDay(OptimizationRun run) {
        return Arrays.stream(profile(run).netAfterKwh(), 0, 24)
                .map(net -> Math.max(0, net))
                .sum();
    }

    @Test
    void aConnectionThatIsTooSmallIsNamedWithItsExcess() {
        String siteId = new DistrictGenerator(DISTRICT).siteId(4);
        Site site = grid.ignite().<String, Site>cache(CacheNames.SITE).get(siteId);
        var tiny = new Site(siteId, site.districtId(), site.name(), site.tariffId(), 0.05, site.exportLimitKw());
        grid.ignite().cache(CacheNames.SITE).put(siteId, tiny);
        OptimizationRun run;
        try {
            run = desk.untilEnded(desk.submit(RunDesk.request("yard", 48, 2)).runId());
        } finally {
            grid.ignite().cache(CacheNames.SITE).put(siteId, site);
        }

        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.problem()).contains("connection limit of 1 sites", site.name(), "kW");
        assertThat(run.remedy()).contains("connection limits");
        assertThat(run.findings()).anySatisfy(text -> assertThat(text).contains("best effort", "penalty"));
    }

    private DistrictProfile profile(OptimizationRun run) {
        return client.<String, DistrictProfile>cache(CacheNames.DISTRICT_PROFILE)
                .get(run.runId());
    }

    /** The demand charge of what was stored: a part of the value that can be counted without the schedules. */
    private double storedPeakObjective(OptimizationRun run) {
        double peak = 0;
        for (double net : profile(run).netAfterKwh()) {
            peak = Math.max(peak, net);
        }
        return 2 * peak;
    }
}
