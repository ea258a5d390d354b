package io.nqba.node.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.annealing.AnnealingDesk.Wish;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.util.Map;
import java.util.UUID;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunControlIT {
    private static final Wish ENDLESS = new Wish().millis(600_000);

    private GridFixture grid;
    private IgniteClient client;
    private AnnealingDesk desk;
    private StoredProblem graph;

    @BeforeAll
    void start() {
        grid = GridFixture.start(
                1, Map.of(Setting.PERSISTENCE, "false", Setting.RUNS_ACTIVE, "2", Setting.SEARCH_THREADS, "1"));
        client = grid.client();
        desk = new AnnealingDesk(client);
        graph = desk.store("graph", AnnealingDesk.graph(3_000, 9_000, 6), "RUDY");
    }

    @AfterAll
    void stop() {
        client.close();
        grid.close();
    }

    @Test
    void aCancelledRunKeepsItsBestAnswer() {
        OptimizationRun queued = desk.submit(graph, ENDLESS);
        OptimizationRun running = desk.untilRound(queued.runId(), 3);
        desk.cancel(queued.runId());
        OptimizationRun run = desk.untilEnded(queued.runId());

        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.value()).isGreaterThanOrEqualTo(running.value());
        assertThat(desk.solution(run.runId()).value()).isEqualTo(run.value());
        assertThat(run.findings().get(0)).contains("cancelled");
    }

    @Test
    void aTargetEndsARunBeforeItsTime() {
        OptimizationRun queued = desk.submit(graph, new Wish().millis(600_000).target(2_600));
        OptimizationRun run = desk.untilEnded(queued.runId());

        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.value()).isGreaterThanOrEqualTo(2_600);
        assertThat(run.findings().get(0)).contains("reached its target");
    }

    @Test
    void aProblemThatTheProofClosesEndsAtItsOptimum() {
        // A path of three edges: everything can be cut.
        StoredProblem path = desk.store("path", "4 3\n1 2 1\n2 3 1\n3 4 1\n", "RUDY");
        OptimizationRun run = desk.untilEnded(desk.submit(path, ENDLESS).runId());

        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.value()).isEqualTo(3);
        assertThat(run.bound()).isEqualTo(3);
        assertThat(run.gap()).isZero();
    }

    @Test
    void aProblemWithoutVariablesIsWorthItsConstant() {
        StoredProblem empty = desk.store("empty", "0 0\n", "RUDY");
        OptimizationRun run = desk.untilEnded(desk.submit(empty, ENDLESS).runId());

        assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.value()).isZero();
        assertThat(run.bound()).isZero();
        assertThat(desk.solution(run.runId()).variables()).isZero();
    }

    @Test
    void minimisingEndsBelowItsBaselinesAndAboveItsBound() {
        StoredProblem ising = desk.store("qubo", qbsolv(60), "QBSOLV");
        OptimizationRun run =
                desk.untilEnded(desk.submit(ising, new Wish().millis(600)).runId());

        assertThat(run.sense()).isEqualTo(ObjectiveSense.MINIMISE);
        assertThat(run.value()).isGreaterThanOrEqualTo(run.bound());
        assertThat(run.baselines()).allSatisfy(other -> assertThat(run.value()).isLessThanOrEqualTo(other.value()));
        assertThat(desk.rounds(run.runId()))
                .extracting(AnnealingRound::value)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    private static String qbsolv(int variables) {
        var text = new StringBuilder();
        int couplings = variables - 1 + variables - 7;
        text.append("p qubo 0 %d %d %d\n".formatted(variables, variables, couplings));
        for (int i = 0; i < variables; i++) {
            text.append(i).append(' ').append(i).append(i % 3 == 0 ? " -4\n" : " 3\n");
        }
        for (int step : new int[] {1, 7}) {
            for (int i = 0; i + step < variables; i++) {
                text.append(i).append(' ').append(i + step).append(i % 2 == 0 ? " -5\n" : " 4\n");
            }
        }
        return text.toString();
    }

    @Test
    void coresGoToRunsInProportionToTheirPriorities() {
        OptimizationRun first = desk.submit(graph, new Wish().millis(600_000).priority(9));
        OptimizationRun last = desk.submit(graph, new Wish().millis(600_000).priority(1));
        desk.untilRound(last.runId(), 2);
        int from = desk.untilRound(first.runId(), 2).rounds();
        long firstBefore = searched(first.runId());
        long lastBefore = searched(last.runId());
        desk.untilRound(first.runId(), from + 25);
        long firstMillis = searched(first.runId()) - firstBefore;
        long lastMillis = searched(last.runId()) - lastBefore;
        desk.cancel(first.runId());
        desk.cancel(last.runId());
        desk.untilEnded(first.runId());
        desk.untilEnded(last.runId());

        assertThat((double) firstMillis / lastMillis).isBetween(4.5, 18.0);
    }

    private long searched(String runId) {
        return desk.rounds(runId).stream()
                .flatMap(round -> round.shares().stream())
                .mapToLong(NodeShare::searchMillis)
                .sum();
    }

    @Test
    void aFullQueueRefusesRunsOfAnyKindAndAProblemInUseStays() {
        OptimizationRun one = desk.submit(graph, ENDLESS);
        OptimizationRun two = desk.submit(graph, ENDLESS);

        NqbaException full = refused(() -> desk.submit(graph, ENDLESS));
        NqbaException fullOfOthers = refused(() -> new RunDesk(client).submit(RunDesk.request("nowhere", 24, 1)));
        NqbaException used = refused(() -> desk.delete(graph.problemId()));
        desk.cancel(one.runId());
        desk.cancel(two.runId());
        desk.untilEnded(one.runId());
        desk.untilEnded(two.runId());

        assertThat(full.code()).isEqualTo(ErrorCode.RUN_QUEUE_FULL);
        assertThat(fullOfOthers.code()).isEqualTo(ErrorCode.RUN_QUEUE_FULL);
        assertThat(used.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(used.problem()).contains("needed by 2 runs");
        assertThat(used.remedy()).contains("Cancel the runs");
    }

    @Test
    void aRunOfAProblemThatIsNotThereIsRefused() {
        NqbaException refusal = refused(() -> desk.submit(
                UUID.randomUUID().toString(),
                new AnnealingRequest(
                        "nothing", "nothing", BusinessUnit.PLATFORM, 1_000, 0, Double.NaN, 0, 100, 0, 0, 1, 5, false)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal.fields())
                .singleElement()
                .satisfies(field -> assertThat(field.field()).isEqualTo("problemId"));
        assertThat(client.cache(CacheNames.RUN_CHECKPOINT).size()).isZero();
    }

    @Test
    void aWarmRunBeginsWhereTheLastOneEnded() {
        StoredProblem problem = desk.store("warm", AnnealingDesk.graph(2_000, 6_000, 8), "RUDY");
        OptimizationRun cold =
                desk.untilEnded(desk.submit(problem, new Wish().millis(1_500)).runId());
        OptimizationRun warm = desk.untilEnded(
                desk.submit(problem, new Wish().millis(200).seed(2).warm()).runId());

        assertThat(warm.value()).isGreaterThanOrEqualTo(cold.value());
        assertThat(desk.rounds(warm.runId()).get(0).value()).isGreaterThanOrEqualTo(cold.value());
    }

    private static NqbaException refused(Runnable command) {
        NqbaException refusal = catchThrowableOfType(NqbaException.class, command::run);
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }
}
