package io.nqba.console.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.ignite.cache.CachePeekMode;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Handing in, looking at, changing and removing problems, on a real grid. */
class ProblemApiIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TRIANGLE = "3 3\n1 2 1\n2 3 1\n1 3 -1\n";
    private static final String COLLECTION = "2\n2 2\n1 1 5\n1 2 -3\n3 1\n3 3 7\n";

    private final ProblemApi api = new ProblemApi(TestConsole.shared());

    static List<Arguments> formats() {
        return List.of(
                Arguments.of("RUDY", TRIANGLE, 3, 3, ObjectiveSense.MAXIMISE),
                Arguments.of("OR_LIBRARY", "3 3\n1 1 5\n1 2 -3\n2 3 4\n", 3, 2, ObjectiveSense.MAXIMISE),
                Arguments.of("QBSOLV", "c two\np qubo 0 3 2 1\n0 0 1\n1 1 -2\n0 1 3\n", 3, 1, ObjectiveSense.MINIMISE),
                Arguments.of("COO_JSON", """
                        {"sense": "maximise", "domain": "bits", "size": 3, "linear": {"1": -2},
                         "couplings": [[2, 0, 1.5]], "labels": ["x", "y", "z"]}""", 3, 1, ObjectiveSense.MAXIMISE),
                Arguments.of("DIMOD_JSON", """
                        {"type": "BinaryQuadraticModel", "version": {"bqm_schema": "3.0.0"}, "variable_type": "SPIN",
                         "variable_labels": ["a", ["b", 1]], "offset": 1.0, "linear_biases": [1.0, 0],
                         "quadratic_biases": [2.0], "quadratic_head": [1], "quadratic_tail": [0]}""", 2, 1, ObjectiveSense.MINIMISE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void aProblemOfEachFormatIsStoredPlainAndCompressed(
            String format, String text, int variables, int couplings, ObjectiveSense sense) {
        for (byte[] body : List.of(text.getBytes(StandardCharsets.UTF_8), ProblemApi.gzip(text))) {
            var answer = api.send(Role.SERVICE, "?name=one&format=" + format, body)
                    .expectStatus()
                    .isCreated()
                    .expectHeader()
                    .valueEquals(HttpHeaders.ETAG, "\"1\"")
                    .expectBody(ProblemView.class)
                    .returnResult();

            ProblemView stored = Objects.requireNonNull(answer.getResponseBody());
            assertThat(stored.format()).isEqualTo(format);
            assertThat(stored.variables()).isEqualTo(variables);
            assertThat(stored.couplings()).isEqualTo(couplings);
            assertThat(stored.sense()).isEqualTo(sense);
            assertThat(stored.createdBy()).isEqualTo("service");
            assertThat(answer.getResponseHeaders().getLocation()).hasToString(ProblemApi.PROBLEMS + "/" + stored.id());
        }
        nothingStays();
    }

    @Test
    void theFormatIsFoundOutFromTheContent() {
        assertThat(api.store(Role.ANALYST, "", TRIANGLE).format()).isEqualTo("RUDY");
        assertThat(api.store(Role.ANALYST, "", "c x\np qubo 0 2 1 1\n0 0 1\n0 1 3\n")
                        .format())
                .isEqualTo("QBSOLV");
        assertThat(api.store(Role.ANALYST, "", TRIANGLE).name()).isEqualTo("unnamed");
    }

    @Test
    void oneProblemOfACollectionIsTakenByItsNumber() {
        assertThat(api.store(Role.ANALYST, "?format=OR_LIBRARY&number=1", COLLECTION)
                        .variables())
                .isEqualTo(2);
        assertThat(api.store(Role.ANALYST, "?format=OR_LIBRARY&number=2", COLLECTION)
                        .variables())
                .isEqualTo(3);
        api.send(Role.ANALYST, "?format=OR_LIBRARY", COLLECTION.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.remedy")
                .value(remedy -> assertThat(String.valueOf(remedy)).contains("number"));
    }

    static List<Arguments> junk() {
        byte[] packed = ProblemApi.gzip(TRIANGLE.repeat(1_000));
        return List.of(
                Arguments.of("truncated gzip", Arrays.copyOf(packed, packed.length / 2)),
                Arguments.of("junk", new byte[] {0, 1, 2, 3, (byte) 0xff, 5, 6}),
                Arguments.of("prose", "This is no problem.".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("wrong count", "3 3\n1 2 1\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("index out of range", "3 1\n1 4 1\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("not a number", "3 1\n1 2 NaN\n".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("junk")
    void whatIsNoProblemIsRefusedWithARemedyAndLeavesNothing(String what, byte[] body) {
        api.send(Role.ANALYST, "?format=RUDY", body)
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-OPT-002")
                .jsonPath("$.remedy")
                .isNotEmpty();
        nothingStays();
    }

    @Test
    void sendingItAgainUnderTheSameKeyIsTheSameProblem() {
        String key = UUID.randomUUID().toString();
        List<String> first = locations(key, TRIANGLE, 201);
        List<String> again = locations(key, TRIANGLE, 201);
        locations(key, "2 1\n1 2 1\n", 409);

        assertThat(first).hasSize(1).isEqualTo(again);
        nothingStays();
    }

    private List<String> locations(String key, String text, int status) {
        return api.as(Role.ANALYST)
                .post()
                .uri(ProblemApi.PROBLEMS)
                .header("Idempotency-Key", key)
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue(text)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .returnResult(Void.class)
                .getResponseHeaders()
                .getOrEmpty(HttpHeaders.LOCATION);
    }

    @Test
    void aProblemIsListedAndLookedAt() {
        ProblemView stored = api.store(Role.ANALYST, "?name=listed", TRIANGLE);

        api.as(Role.COUNCIL)
                .get()
                .uri(ProblemApi.PROBLEMS + "?limit=1000")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '%s')].name".formatted(stored.id()))
                .isEqualTo("listed");
        api.as(Role.COUNCIL)
                .get()
                .uri(ProblemApi.PROBLEMS + "/{id}", stored.id())
                .header(HttpHeaders.IF_NONE_MATCH, "\"1\"")
                .exchange()
                .expectStatus()
                .isNotModified();
        api.as(Role.COUNCIL)
                .get()
                .uri(ProblemApi.PROBLEMS + "/none")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aChangeIsANewRevisionAndAnswersAtOnce() {
        ProblemView stored = api.store(Role.ANALYST, "", TRIANGLE);

        ChangedView changed = Objects.requireNonNull(api.change(
                        Role.ANALYST,
                        stored.id(),
                        "{\"revision\": 1, \"add\": [[0, 1, -4], [0, 0, 2], [1, 1, 2], [2, 2, 5]],"
                                + " \"answerMillis\": 50}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"")
                .expectBody(ChangedView.class)
                .returnResult()
                .getResponseBody());

        assertThat(changed.problem().revision()).isEqualTo(2);
        SolutionView answer = Objects.requireNonNull(changed.solution());
        assertThat(answer.revision()).isEqualTo(2);
        assertThat(answer.value()).isEqualTo(valueOf(answer.bits()));
        assertThat(answer.value()).isEqualTo(best());
    }

    /** The triangle's cut with 2 more on its first edge, plus 5 for variable 2. */
    private static double valueOf(String bits) {
        int[] x = bits.chars().map(c -> c - '0').toArray();
        return 3 * (x[0] ^ x[1]) + (x[1] ^ x[2]) - (x[0] ^ x[2]) + 5 * x[2];
    }

    private static double best() {
        double best = Double.NEGATIVE_INFINITY;
        for (int state = 0; state < 8; state++) {
            best = Math.max(best, valueOf("" + (state & 1) + (state >> 1 & 1) + (state >> 2)));
        }
        return best;
    }

    @Test
    void aChangeOfAnotherRevisionIsAConflict() {
        ProblemView stored = api.store(Role.ANALYST, "", TRIANGLE);
        api.change(Role.ANALYST, stored.id(), "{\"set\": [[0, 1, 4]]}")
                .expectStatus()
                .isOk();

        api.change(Role.ANALYST, stored.id(), "{\"revision\": 1, \"set\": [[0, 1, 3]]}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-REQ-003");
        api.as(Role.ANALYST)
                .patch()
                .uri(ProblemApi.PROBLEMS + "/{id}", stored.id())
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"set\": [[0, 1, 3]]}")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        api.as(Role.ANALYST)
                .patch()
                .uri(ProblemApi.PROBLEMS + "/{id}", stored.id())
                .header(HttpHeaders.IF_MATCH, "\"2\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"set\": [[0, 1, 3]]}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|set",
                "{\"set\": []}|set",
                "{\"set\": [[0, 3, 1]]}|set[0][1]",
                "{\"set\": [[0, 1, 1], [-1, 1, 1]]}|set[1][0]",
                "{\"set\": [[0, 1, 1e999]]}|set[0][2]",
                "{\"add\": [[0, 1]]}|add[0]",
                "{\"add\": [null]}|add[0]",
                "{\"set\": [[0, 1, 1]], \"revision\": 0}|revision",
                "{\"set\": [[0, 1, 1]], \"answerMillis\": -1}|answerMillis",
                "{\"set\": [[0, 1, 1]], \"answerMillis\": 20000}|answerMillis",
                "{\"set\": [[0, 1, 1]], \"more\": 1}|more",
                "{\"set\": 7}|set",
                "[]|body",
            })
    void aBadChangeIsNamed(String body, String field) {
        ProblemView stored = api.store(Role.ANALYST, "", TRIANGLE);

        api.change(Role.ANALYST, stored.id(), body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo(field)
                .jsonPath("$.fields[0].remedy")
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'{\"set\": [[0, 1.5, 1]]}'",
        "'{\"set\": [[0, \"one\", 1]]}'",
        "'{\"set\": [[0, 1, 1, 1]]}'",
        "'{\"set\": [[0, 1, NaN]]}'"
    })
    void aTripleOfTheWrongShapeIsNamed(String body) {
        ProblemView stored = api.store(Role.ANALYST, "", TRIANGLE);

        api.change(Role.ANALYST, stored.id(), body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .value(field -> assertThat(String.valueOf(field)).startsWith("set[0]"));
    }

    @Test
    void aChangeThatIsTooLargeIsRefused() {
        ProblemView stored = api.store(Role.ANALYST, "", TRIANGLE);

        api.change(Role.ANALYST, stored.id(), "{\"set\": [" + "[0, 1, 1],".repeat(250_000) + "[0, 1, 1]]}")
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void onlyWhoStoredItAndOperatorsRemoveIt() {
        ProblemView stored = api.store(Role.ANALYST, "", TRIANGLE);
        remove(Role.COUNCIL, stored.id(), 403);
        remove(Role.SERVICE, stored.id(), 403);
        api.change(Role.COUNCIL, stored.id(), "{\"set\": [[0, 1, 3]]}")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-SEC-002");
        api.change(Role.SERVICE, stored.id(), "{\"set\": [[0, 1, 3]]}")
                .expectStatus()
                .isOk();

        remove(Role.ANALYST, stored.id(), 204);
        remove(Role.ANALYST, stored.id(), 404);
        remove(Role.OPERATOR, api.store(Role.ANALYST, "", TRIANGLE).id(), 204);
    }

    private void remove(Role role, String id, int status) {
        api.as(role)
                .delete()
                .uri(ProblemApi.PROBLEMS + "/{id}", id)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @Test
    void whoStoredChangedAndRemovedIsWrittenDown() {
        ProblemView stored = api.store(Role.ANALYST, "", TRIANGLE);
        api.change(Role.OPERATOR, stored.id(), "{\"set\": [[0, 1, 3]]}");
        remove(Role.COUNCIL, stored.id(), 403);

        List<List<?>> entries = TestConsole.grid()
                .ignite()
                .cache(CacheNames.AUDIT_ENTRY)
                .query(new SqlFieldsQuery(
                                "SELECT ACCOUNT, ACTION, OUTCOME FROM AUDIT_ENTRY WHERE SUBJECT LIKE ? ORDER BY AT_MILLIS")
                        .setArgs(stored.id() + "%")
                        .setSchema("PUBLIC"))
                .getAll();
        assertThat(entries)
                .containsExactlyInAnyOrder(
                        List.of("analyst", "problem.store", "ok"),
                        List.of("operator", "problem.change", "ok"),
                        List.of("council", "problem.remove", "NQBA-SEC-002"));
    }

    private static void nothingStays() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TestConsole.grid()
                                .ignite()
                                .cache(CacheNames.PROBLEM_UPLOAD)
                                .size(CachePeekMode.PRIMARY))
                        .isZero());
    }
}
