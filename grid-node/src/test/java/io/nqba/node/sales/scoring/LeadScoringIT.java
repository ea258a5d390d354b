package io.nqba.node.sales.scoring;

import static io.nqba.model.sales.ModelKind.BOOSTED_TREES;
import static io.nqba.model.sales.ModelKind.LOGISTIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ModelState;
import io.nqba.model.sales.ScoringModel;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.testing.GridFixture;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

/** Scores on real nodes: the same model however many share the work and whoever leaves, kept, promoted, used and watched. */
class LeadScoringIT {
    private static final int LEADS = 4_000;

    @Test
    void threeNodesLearnWhatOneLearns() {
        ScoringModel[] alone = train(1);
        ScoringModel[] together = train(3);

        double[] one = alone[0].parameters().coefficients();
        double[] three = together[0].parameters().coefficients();
        assertThat(three).hasSize(one.length);
        for (int j = 0; j < one.length; j++) {
            assertThat(three[j]).isCloseTo(one[j], within(1e-9));
        }
        assertThat(together[1].parameters()).as("trees, to the last bit").isEqualTo(alone[1].parameters());
    }

    private static ScoringModel[] train(int nodes) {
        try (GridFixture grid = GridFixture.inMemory(nodes);
                IgniteClient client = RunDesk.client(grid)) {
            ScoringDesk.storeKnown(grid.ignite(), LEADS, 5);
            var desk = new ScoringDesk(client);
            OptimizationRun line = desk.untilEnded(desk.submit(usual(LOGISTIC)).runId());
            OptimizationRun trees = desk.untilEnded(desk.submit(trees(20, 3)).runId());

            assertThat(line.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(trees.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(line.nodes()).isEqualTo(nodes);
            return new ScoringModel[] {desk.model(line.runId()), desk.model(trees.runId())};
        }
    }

    @Test
    void aModelIsJudgedProvenChallengedPromotedAndUsed() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = RunDesk.client(grid)) {
            ScoringDesk.storeKnown(grid.ignite(), LEADS, 6);
            var desk = new ScoringDesk(client);

            OptimizationRun first = desk.untilEnded(desk.submit(usual(LOGISTIC)).runId());
            OptimizationRun second = desk.untilEnded(desk.submit(trees(40, 3)).runId());

            assertThat(first.bound()).isLessThanOrEqualTo(first.value() * (1 + 1e-12));
            assertThat(first.gap()).isLessThan(1e-9);
            assertThat(first.baselines()).singleElement().satisfies(baseline -> {
                assertThat(baseline.name()).isEqualTo("base-rate");
                assertThat(baseline.value()).isGreaterThan(first.value());
            });
            assertThat(second.bound()).isNaN();
            assertThat(second.baselines()).extracting(b -> b.name()).containsExactly("base-rate", "champion");
            ScoringModel champion = desk.model(first.runId());
            ScoringModel challenger = desk.model(second.runId());
            assertThat(champion.state()).as("there was none to challenge").isEqualTo(ModelState.CHAMPION);
            assertThat(challenger.state()).isEqualTo(ModelState.CHALLENGER);
            judged(champion);
            judged(challenger);
            promoted(desk, champion, challenger);
        }
    }

    private static void judged(ScoringModel model) {
        assertThat(model.parameters().features())
                .as("neither the call's length nor the index")
                .containsExactly(0, 1, 2);
        assertThat(model.card().findings())
                .anyMatch(line -> line.startsWith("call_minutes knows the outcome"))
                .anyMatch(line -> line.startsWith("price_index keeps changing with time"));
        assertThat(model.card().figure("time_auc")).isBetween(0.7, 0.9);
        assertThat(model.card().figure("random_auc")).isBetween(0.7, 0.9);
        assertThat(model.card().figure("time_lift_10")).isGreaterThan(1.5);
        assertThat(model.card().calibrationPredicted()).hasSize(10);
        for (int k = 0; k < 10; k++) {
            assertThat(model.card().calibrationObserved()[k])
                    .isCloseTo(model.card().calibrationPredicted()[k], within(0.2));
        }
    }

    private static void promoted(ScoringDesk desk, ScoringModel champion, ScoringModel challenger) {
        assertThat(desk.storedScores()).isEqualTo(LEADS);
        LeadScore before = desk.stored("lead-000007");
        assertThat(before.modelId()).isEqualTo(champion.modelId());
        assertThat(before.reasons()).isNotEmpty();
        assertThat(before.contributions()).hasSameSizeAs(before.reasons());

        LeadScore good = desk.ask(68, 5, 2, Double.NaN, Double.NaN);
        LeadScore poor = desk.ask(21, 0, 0, Double.NaN, Double.NaN);
        assertThat(good.probability()).isGreaterThan(0.6).isGreaterThan(poor.probability());
        assertThat(poor.grade()).isGreaterThan(good.grade()).isEqualTo(LeadGrade.E);
        assertThat(good.reasons()).anyMatch(reason -> reason.startsWith("source friend raises the odds"));
        assertThat(poor.reasons()).anyMatch(reason -> reason.startsWith("visits 0 lowers the odds"));
        assertThatThrownBy(() -> desk.ask(1, 2)).hasMessageContaining("2 values");

        assertThatThrownBy(() -> desk.promote(challenger.modelId(), 9)).hasMessageContaining("changed meanwhile");
        OptimizationRun queued = desk.promote(challenger.modelId(), challenger.revision());

        assertThat(desk.model(challenger.modelId()).state())
                .as("champion when the promotion answers")
                .isEqualTo(ModelState.CHAMPION);
        OptimizationRun rescored = desk.untilEnded(queued.runId());
        assertThat(rescored.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(rescored.value()).isEqualTo(LEADS).isEqualTo(rescored.bound());
        assertThat(rescored.gap()).isZero();
        assertThat(desk.model(champion.modelId()).state()).isEqualTo(ModelState.RETIRED);
        assertThat(desk.stored("lead-000007").modelId()).isEqualTo(challenger.modelId());
        assertThat(desk.score("lead-000008").modelId()).isEqualTo(challenger.modelId());
        assertThatThrownBy(() -> desk.score("nobody")).hasMessageContaining("no lead (nobody)");
    }

    @Test
    void aCancelledPromotionLeavesScoresThatNameTheirModelAndTheNextOneScoresTheRest() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = RunDesk.client(grid)) {
            ScoringDesk.storeKnown(grid.ignite(), LEADS, 6);
            var desk = new ScoringDesk(client);
            String first = desk.untilEnded(desk.submit(usual(LOGISTIC)).runId()).runId();
            String second = desk.untilEnded(desk.submit(trees(20, 3)).runId()).runId();
            desk.untilBySql(first, LEADS);

            OptimizationRun queued = desk.promote(second, 1);
            desk.cancel(queued.runId());
            OptimizationRun ended = desk.untilEnded(queued.runId());

            assertThat(desk.model(second).state()).isEqualTo(ModelState.CHAMPION);
            assertThat(desk.storedScores()).isEqualTo(LEADS);
            if (ended.state() == RunState.CANCELLED && !Double.isNaN(ended.value())) {
                desk.untilBySql(second, (long) ended.value());
            }
            assertThat(desk.bySql(first) + desk.bySql(second)).isEqualTo(LEADS);

            OptimizationRun again = desk.untilEnded(
                    desk.promote(second, desk.model(second).revision()).runId());
            assertThat(again.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(desk.bySql(second)).isEqualTo(LEADS);
        }
    }

    @Test
    void aLostNodeChangesNothing() {
        ScoringModel undisturbed = trainTrees(false);
        ScoringModel disturbed = trainTrees(true);

        assertThat(disturbed.parameters()).isEqualTo(undisturbed.parameters());
    }

    private static ScoringModel trainTrees(boolean lose) {
        try (GridFixture grid = GridFixture.inMemory(3);
                IgniteClient client = RunDesk.client(grid)) {
            ScoringDesk.storeKnown(grid.ignite(), LEADS, 7);
            var desk = new ScoringDesk(client);
            OptimizationRun queued = desk.submit(trees(150, 3));
            if (lose) {
                OptimizationRun running = desk.untilRound(queued.runId(), 4);
                int helper = IntStream.range(0, 3)
                        .filter(node -> !grid.ignite(node)
                                .cluster()
                                .localNode()
                                .id()
                                .toString()
                                .equals(running.coordinatorNode()))
                        .max()
                        .orElseThrow();
                grid.stopNode(helper);
            }
            OptimizationRun run = desk.untilEnded(queued.runId());
            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
            return desk.model(run.runId());
        }
    }

    @Test
    void driftIsNothingAtFirstAndAlarmsWhenLeadsChange() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = RunDesk.client(grid)) {
            ScoringDesk.storeKnown(grid.ignite(), LEADS, 8);
            var desk = new ScoringDesk(client);
            String modelId =
                    desk.untilEnded(desk.submit(usual(LOGISTIC)).runId()).runId();

            assertThat(desk.drift(modelId).leads()).isZero();
            assertThat(desk.drift(modelId).alarms()).isEmpty();

            ScoringDesk.store(grid.ignite(), LEADS, LEADS + 1_000, 9, age -> age);
            assertThat(desk.drift(modelId).leads()).isEqualTo(1_000);
            assertThat(desk.drift(modelId).alarms()).isEmpty();

            ScoringDesk.store(grid.ignite(), LEADS + 1_000, LEADS + 4_000, 9, age -> 60 + age / 5);
            assertThat(desk.drift(modelId).alarms())
                    .anyMatch(alarm -> alarm.startsWith("age is spread otherwise"))
                    .anyMatch(alarm -> alarm.contains("are won now"));
        }
    }

    @Test
    void whatCannotBeLearntIsRefusedByName() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = RunDesk.client(grid)) {
            var desk = new ScoringDesk(client);
            assertThatThrownBy(() -> desk.submit(usual(LOGISTIC))).hasMessageContaining("no schema of leads (made-up)");
            ScoringDesk.storeKnown(grid.ignite(), 40, 3);

            assertThatThrownBy(() -> desk.submit(leftOut("height"))).hasMessageContaining("no feature (height)");
            assertThatThrownBy(() -> desk.ask(1, 2, 0, 1, 1)).hasMessageContaining("No model scores");
            OptimizationRun few = desk.untilEnded(desk.submit(usual(LOGISTIC)).runId());
            assertThat(few.state()).isEqualTo(RunState.FAILED);
            assertThat(few.problem()).contains("Of 40 leads").contains("a model needs 100");
            assertThat(client.cache(CacheNames.SCORING_MODEL).size()).isZero();
        }
    }

    @Test
    void aCancelledTrainingLeavesNoModel() {
        try (GridFixture grid = GridFixture.inMemory(1);
                IgniteClient client = RunDesk.client(grid)) {
            ScoringDesk.storeKnown(grid.ignite(), LEADS, 4);
            var desk = new ScoringDesk(client);
            OptimizationRun queued = desk.submit(trees(1_000, 6));
            desk.untilRound(queued.runId(), 1);
            desk.cancel(queued.runId());

            assertThat(desk.untilEnded(queued.runId()).state()).isEqualTo(RunState.CANCELLED);
            assertThat(client.cache(CacheNames.SCORING_MODEL).size()).isZero();
        }
    }

    private static LeadScoringRequest usual(ModelKind kind) {
        return LeadScoringRequest.usual(ScoringDesk.SCHEMA, kind);
    }

    private static LeadScoringRequest trees(int trees, int depth) {
        return new LeadScoringRequest(
                ScoringDesk.SCHEMA, BOOSTED_TREES, List.of(), List.of(), 0.3, trees, depth, 10, 1, 120_000);
    }

    private static LeadScoringRequest leftOut(String name) {
        return new LeadScoringRequest(
                ScoringDesk.SCHEMA, LOGISTIC, List.of(name), List.of(), 0.3, 0, 0, 10, 1, 120_000);
    }
}
