package io.nqba.console.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.console.annealing.ProblemApi.Graph;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.security.Role;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs of stored problems over REST, on a real grid. */
class AnnealingApiIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Graph GRAPH = new Graph(60, 20_261_121);
    private static final ParameterizedTypeReference<ServerSentEvent<RunEvent>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final ProblemApi api = new ProblemApi(TestConsole.shared());

    @Test
    void aRunIsFollowedToItsAnswerAndTheAnswerIsWhatTheGraphSays() {
        ProblemView problem = api.store(Role.SERVICE, "?name=graph", GRAPH.rudy());

        RunView run = solve(api, problem, "\"timeLimitSeconds\": 1, \"workers\": 2, \"seed\": 7");
        List<RunEvent> steps = follow(run.id());
        RunView ended = find(run.id());
        SolutionView answer = solution(run.id());

        assertThat(run.kind()).isEqualTo("annealing");
        assertThat(run.subject()).isEqualTo("graph");
        assertThat(steps.get(steps.size() - 1).eventName()).isEqualTo(RunEvent.FINISHED);
        assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(ended.sense()).isEqualTo(ObjectiveSense.MAXIMISE);
        assertThat(ended.valueUnit()).isEmpty();
        assertThat(ended.parameters()).containsEntry("seed", 7).containsEntry("timeLimitMillis", 1_000);
        assertThat(answer.value()).isEqualTo(GRAPH.cut(answer.bits())).isEqualTo(ended.value());
        assertThat(Objects.requireNonNull(ended.bound())).isGreaterThanOrEqualTo(answer.value());
        assertThat(answer.bits()).hasSize(60);
    }

    @Test
    void theAnswerIsABitStringAndASampleSetToo() {
        ProblemView problem = api.store(Role.ANALYST, "", GRAPH.rudy());
        RunView run = solve(api, problem, "\"timeLimitSeconds\": 1, \"workers\": 1");
        follow(run.id());
        String bits = solution(run.id()).bits();

        api.as(Role.ANALYST)
                .get()
                .uri(ProblemApi.RUNS + "/{id}/solution?format=txt", run.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"solution-" + run.id() + ".txt\"")
                .expectBody(String.class)
                .isEqualTo(bits + "\n");
        JsonNode set = JsonMapper.shared()
                .readTree(Objects.requireNonNull(api.as(Role.ANALYST)
                        .get()
                        .uri(ProblemApi.RUNS + "/{id}/solution", run.id())
                        .accept(MediaType.valueOf(SampleSet.MEDIA_TYPE))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()));
        assertThat(set.path("vectors").path("energy").path("data").get(0).asDouble())
                .isEqualTo(-GRAPH.cut(bits));
        assertThat(set.path("sample_data").path("data").get(0).size()).isEqualTo(60);
    }

    @Test
    void roundsTellWhatEachNodeDid() {
        ProblemView problem = api.store(Role.ANALYST, "", GRAPH.rudy());
        RunView run = solve(api, problem, "\"timeLimitSeconds\": 1, \"workers\": 1, \"roundMillis\": 50");
        follow(run.id());

        List<RoundView> rounds = Objects.requireNonNull(api.as(Role.ANALYST)
                .get()
                .uri(ProblemApi.RUNS + "/{id}/rounds", run.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBodyList(RoundView.class)
                .returnResult()
                .getResponseBody());

        assertThat(rounds).isNotEmpty();
        assertThat(rounds.get(0).nodes()).isNotEmpty();
        assertThat(rounds.get(0).nodes().get(0).proposals()).isPositive();
    }

    @Test
    void aLabelledAnswerKeepsItsLabels() {
        ProblemView problem = api.store(Role.ANALYST, "", """
                {"sense": "maximise", "domain": "bits", "size": 3, "linear": {"1": -2},
                 "couplings": [[2, 0, 1.5]], "labels": ["x", "y", "z"]}""");
        RunView run = solve(api, problem, "\"timeLimitSeconds\": 1, \"workers\": 1");
        follow(run.id());

        String set = Objects.requireNonNull(api.as(Role.ANALYST)
                .get()
                .uri(ProblemApi.RUNS + "/{id}/solution?format=dimod", run.id())
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(JsonMapper.shared().readTree(set).path("variable_labels").toString())
                .isEqualTo("[\"x\",\"y\",\"z\"]");
        assertThat(solution(run.id()).value()).isEqualTo(1.5);
    }

    @Test
    void aCancelledRunKeepsItsBest() {
        Graph large = new Graph(300, 5);
        ProblemView problem = api.store(Role.ANALYST, "", large.rudy());
        RunView run = solve(api, problem, "\"timeLimitSeconds\": 600, \"roundMillis\": 50, \"workers\": 1");
        await().atMost(PATIENCE).until(() -> find(run.id()).value() != null);

        api.as(Role.ANALYST)
                .delete()
                .uri(ProblemApi.RUNS + "/{id}", run.id())
                .exchange()
                .expectStatus()
                .isAccepted();

        await().atMost(PATIENCE).until(() -> find(run.id()).state() == RunState.CANCELLED);
        SolutionView answer = solution(run.id());
        assertThat(answer.value()).isEqualTo(large.cut(answer.bits()));
    }

    @Test
    void theSameCommandUnderTheSameKeyIsTheSameRun() {
        ProblemView problem = api.store(Role.ANALYST, "", GRAPH.rudy());
        String key = UUID.randomUUID().toString();
        String body = body(problem, "\"timeLimitSeconds\": 0.1, \"workers\": 1");

        List<String> first = locations(key, body, 202);
        List<String> again = locations(key, body, 202);
        locations(key, body(problem, "\"timeLimitSeconds\": 0.2, \"workers\": 1"), 409);

        assertThat(first).hasSize(1).isEqualTo(again);
    }

    private List<String> locations(String key, String body, int status) {
        return api.as(Role.ANALYST)
                .post()
                .uri(ProblemApi.RUNS)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .returnResult(Void.class)
                .getResponseHeaders()
                .getOrEmpty(HttpHeaders.LOCATION);
    }

    @Test
    void aRunWithoutAnAnswerSaysWhereToFollowIt() {
        for (String path : List.of("/none/solution", "/none/rounds")) {
            api.as(Role.ANALYST)
                    .get()
                    .uri(ProblemApi.RUNS + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NQBA-OPT-001");
        }
    }

    @Test
    void aFullQueueSaysWhenToComeBackAndAProblemInUseStays() {
        try (GridFixture grid = GridFixture.start(1, Map.of(Setting.PERSISTENCE, "false", Setting.RUNS_ACTIVE, "2"));
                TestConsole console = TestConsole.start(grid.clientAddress())) {
            // The first console of a grid makes its accounts beside its start.
            await().atMost(PATIENCE)
                    .until(() -> grid.ignite().cache(CacheNames.USER_ACCOUNT).containsKey("analyst"));
            ProblemApi small = new ProblemApi(console);
            ProblemView problem = small.store(Role.ANALYST, "", new Graph(300, 5).rudy());
            List<RunView> active = List.of(
                    solve(small, problem, "\"timeLimitSeconds\": 600, \"workers\": 1"),
                    solve(small, problem, "\"timeLimitSeconds\": 600, \"workers\": 1"));

            small.solve(Role.ANALYST, body(problem, "\"timeLimitSeconds\": 1"))
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals(HttpHeaders.RETRY_AFTER, "10")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NQBA-OPT-101");
            small.as(Role.ANALYST)
                    .delete()
                    .uri(ProblemApi.PROBLEMS + "/{id}", problem.id())
                    .exchange()
                    .expectStatus()
                    .isEqualTo(409);
            for (RunView run : active) {
                small.as(Role.ANALYST)
                        .delete()
                        .uri(ProblemApi.RUNS + "/{id}", run.id())
                        .exchange()
                        .expectStatus()
                        .isAccepted();
            }
        }
    }

    private static String body(ProblemView problem, String rest) {
        return "{\"problemId\": \"%s\", %s}".formatted(problem.id(), rest);
    }

    private static RunView solve(ProblemApi at, ProblemView problem, String rest) {
        return Objects.requireNonNull(at.solve(Role.ANALYST, body(problem, rest))
                .expectStatus()
                .isAccepted()
                .expectBody(RunView.class)
                .returnResult()
                .getResponseBody());
    }

    private List<RunEvent> follow(String runId) {
        return Objects.requireNonNull(api.as(Role.ANALYST)
                .get()
                .uri(ProblemApi.RUNS + "/{id}/events", runId)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody()
                .mapNotNull(ServerSentEvent::data)
                .collectList()
                .block(PATIENCE));
    }

    private RunView find(String runId) {
        return get("/{id}", runId, RunView.class);
    }

    private SolutionView solution(String runId) {
        return get("/{id}/solution", runId, SolutionView.class);
    }

    private <T> T get(String path, String runId, Class<T> type) {
        return Objects.requireNonNull(api.as(Role.ANALYST)
                .get()
                .uri(ProblemApi.RUNS + path, runId)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }
}
