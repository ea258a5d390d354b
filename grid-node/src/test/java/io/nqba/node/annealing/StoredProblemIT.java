package io.nqba.node.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.ChangedProblem;
import io.nqba.model.annealing.CoefficientEdit;
import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.node.annealing.AnnealingDesk.Wish;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.testing.GridFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.cache.expiry.Duration;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.CacheConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredProblemIT {
    private static final String TEXT = AnnealingDesk.graph(400, 1_600, 7);

    private GridFixture grid;
    private IgniteClient client;
    private AnnealingDesk desk;

    @BeforeAll
    void start() {
        grid = GridFixture.inMemory(2);
        client = RunDesk.client(grid);
        desk = new AnnealingDesk(client);
    }

    @AfterAll
    void stop() {
        client.close();
        grid.close();
    }

    @Test
    void theSameImportAgainAnswersWithWhatIsStored() {
        String problemId = UUID.randomUUID().toString();

        StoredProblem first = desk.importUpload(problemId, "graph", TEXT, "");
        StoredProblem second = desk.importUpload(problemId, "graph", TEXT, "");

        assertThat(first.format()).isEqualTo("RUDY");
        assertThat(first.contentHash()).hasSize(64);
        assertThat(second.createdMillis()).isEqualTo(first.createdMillis());
        assertThat(client.cache(CacheNames.PROBLEM_UPLOAD).size()).isZero();
    }

    @Test
    void anUploadThatCannotBeReadIsRefusedByLineAndLeavesNothing() {
        int before = client.cache(CacheNames.OPTIMIZATION_PROBLEM).size();

        NqbaException refusal = refused(() -> desk.store("bad", "3 2\n1 2 1\n2 9 1\n", "RUDY"));
        NqbaException format = refused(() -> desk.store("bad", TEXT, "XLS"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PROBLEM);
        assertThat(refusal.problem()).contains("3", "9");
        assertThat(format.fields().get(0).field()).isEqualTo("format");
        assertThat(client.cache(CacheNames.PROBLEM_UPLOAD).size()).isZero();
        assertThat(client.cache(CacheNames.OPTIMIZATION_PROBLEM).size()).isEqualTo(before);
    }

    @Test
    void namesOfVariablesLieBesideTheChunks() {
        String json = """
                {"version": {"dimod": "0.12"}, "type": "BinaryQuadraticModel", "use_bytes": false,
                 "variable_type": "BINARY", "num_variables": 2, "num_interactions": 1,
                 "variable_labels": ["a", "b"], "offset": 0, "linear_biases": [1, -1],
                 "quadratic_biases": [2], "quadratic_head": [0], "quadratic_tail": [1]}""";

        StoredProblem stored = desk.store("named", json, "DIMOD_JSON");

        assertThat(stored.labelled()).isTrue();
        Object names = client.cache(CacheNames.PROBLEM_CHUNK).get(new ProblemChunkKey(stored.problemId(), 0, 0));
        assertThat((String[]) names).containsExactly("\"a\"", "\"b\"");
    }

    @Test
    void aChangeIsAnsweredAtOnceAndBetterThanTheStaleAnswer() {
        StoredProblem stored = desk.store("graph", TEXT, "");
        QuadraticProblem problem = AnnealingDesk.read(TEXT);
        OptimizationRun run =
                desk.untilEnded(desk.submit(stored, new Wish().millis(500)).runId());

        ChangedProblem first = desk.change(stored, 1, edits(problem, 40, 9), 50);
        ChangedProblem second = desk.change(stored, 2, edits(problem, 40, -9), 50);

        assertThat(first.problem().revision()).isEqualTo(2);
        assertThat(first.problem().couplings()).isEqualTo(stored.couplings());
        assertThat(second.problem().revision()).isEqualTo(3);
        assertThat(first.staleValue()).isFinite();
        assertThat(solutionOf(first).value()).isGreaterThanOrEqualTo(first.staleValue());
        assertThat(solutionOf(second).value()).isGreaterThanOrEqualTo(second.staleValue());
        // Added and taken away: the problem of the beginning, and an answer that knows its best one.
        assertThat(solutionOf(second).value())
                .isEqualTo(AnnealingDesk.value(problem, solutionOf(second)))
                .isGreaterThanOrEqualTo(run.value());
    }

    private static AnnealingSolution solutionOf(ChangedProblem changed) {
        AnnealingSolution solution = changed.solution();
        assertThat(solution).isNotNull();
        return Objects.requireNonNull(solution);
    }

    /** Adds to a coupling of each of the first rows. */
    private static List<CoefficientEdit> edits(QuadraticProblem problem, int count, double amount) {
        List<CoefficientEdit> edits = new ArrayList<>();
        for (int i = 0; i < problem.size() && edits.size() < count; i++) {
            if (problem.rowStart(i) < problem.rowStart(i + 1)) {
                edits.add(new CoefficientEdit(i, problem.column(problem.rowStart(i)), amount, true));
            }
        }
        return edits;
    }

    @Test
    void aRunAnswersTheRevisionThatItWasSubmittedFor() {
        StoredProblem stored = desk.store("graph", TEXT, "");
        desk.change(stored, 0, List.of(new CoefficientEdit(0, 0, 100_000, false)), 0);

        OptimizationRun run =
                desk.untilEnded(desk.submit(stored, new Wish().millis(300)).runId());

        assertThat(desk.solution(run.runId()).revision()).isEqualTo(2);
        assertThat(desk.solution(run.runId()).bit(0)).isEqualTo(1);
        assertThat(run.value()).isGreaterThan(90_000);
    }

    @Test
    void aChangeIsAllOrNothing() {
        StoredProblem stored = desk.store("graph", TEXT, "");
        var good = new CoefficientEdit(0, 1, 5, true);

        NqbaException outside =
                refused(() -> desk.change(stored, 0, List.of(good, new CoefficientEdit(2, 400, 5, true)), 0));
        NqbaException nothing = refused(() -> desk.change(stored, 0, List.of(), 0));
        NqbaException outdated = refused(() -> desk.change(stored, 7, List.of(good), 0));

        assertThat(outside.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(outside.fields().get(0).field()).isEqualTo("edits[1].second");
        assertThat(outside.remedy()).contains("0 to 399");
        assertThat(nothing.fields().get(0).field()).isEqualTo("edits");
        assertThat(outdated.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(find(stored).revision()).isEqualTo(1);
    }

    @Test
    void manyChangesAreFoldedAndReadAlikeOnEveryNode() {
        StoredProblem stored = desk.store("graph", TEXT, "");
        for (int change = 0; change < 64; change++) {
            desk.change(stored, 0, List.of(new CoefficientEdit(change, change, 10, true)), 0);
        }
        await().until(() -> find(stored).baseRevision() > 1);

        OptimizationRun run =
                desk.untilEnded(desk.submit(stored, new Wish().millis(300)).runId());

        assertThat(find(stored).revision()).isEqualTo(65);
        assertThat(run.value()).isGreaterThan(500);
        assertThat(client.cache(CacheNames.PROBLEM_CHUNK).containsKey(new ProblemChunkKey(stored.problemId(), 1, 0)))
                .as("old chunks")
                .isFalse();
    }

    @Test
    void aDeletedProblemIsGoneWithAllItsPieces() {
        int chunks = client.cache(CacheNames.PROBLEM_CHUNK).size();
        StoredProblem stored = desk.store("graph", TEXT, "");
        desk.change(stored, 0, List.of(new CoefficientEdit(0, 1, 5.5, true)), 10);

        StoredProblem removed = desk.delete(stored.problemId());
        NqbaException again = refused(() -> desk.delete(stored.problemId()));

        assertThat(removed.revision()).isEqualTo(2);
        assertThat(removed.exact()).isFalse();
        assertThat(again.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(client.cache(CacheNames.PROBLEM_CHUNK).size()).isEqualTo(chunks);
        assertThat(client.cache(CacheNames.PROBLEM_ELITE).containsKey(stored.problemId()))
                .isFalse();
    }

    @Test
    @SuppressWarnings("unchecked") // the type that asks for the configuration is raw by design of the API
    void anUploadThatNobodyImportsGoesByItself() {
        CacheConfiguration<?, ?> uploads =
                grid.ignite().cache(CacheNames.PROBLEM_UPLOAD).getConfiguration(CacheConfiguration.class);

        assertThat(uploads.getExpiryPolicyFactory().create().getExpiryForCreation())
                .isEqualTo(new Duration(TimeUnit.HOURS, 6));
    }

    private StoredProblem find(StoredProblem problem) {
        return client.<String, StoredProblem>cache(CacheNames.OPTIMIZATION_PROBLEM)
                .get(problem.problemId());
    }

    private static NqbaException refused(Runnable command) {
        NqbaException refusal = catchThrowableOfType(NqbaException.class, command::run);
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }
}
