package io.nqba.console.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is wrong with a request is named: the field, the value, the remedy. */
class BadInputIT {
    private static final String RUN = "/api/v1/flyfox/energy-optimization";
    private static final String READINGS = "/api/v1/flyfox/readings";
    private static final String EVENTS = "/api/v1/flyfox/demand-response-events";
    private static final String ANNEAL = "/api/v1/optimisation/runs";
    private static final String TOKEN = "/api/v1/auth/token";

    private final WebTestClient client = TestConsole.shared().as(Role.OPERATOR);

    @Test
    void aValueOfTheWrongTypeIsNamed() {
        client.post()
                .uri(RUN)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"districtId\": \"d\", \"slots\": 24, \"demandChargePerKw\": \"much\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("demandChargePerKw")
                .jsonPath("$.fields[0].value")
                .isEqualTo("much")
                .jsonPath("$.fields[0].problem")
                .isEqualTo("It is not a finite number.");
    }

    static List<Arguments> badBodies() {
        String start = "\"start\": \"2026-01-01T00:00:00Z\"";
        String event =
                "{\"districtId\": \"d\", \"start\": \"2026-01-01T01:00:00Z\", \"end\": \"2026-01-01T02:00:00Z\", ";
        return List.of(
                Arguments.of(RUN, "{\"slots\": 24, " + start + "}", 400, "districtId"),
                Arguments.of(RUN, "{\"districtId\": \" \", \"slots\": 24, " + start + "}", 400, "districtId"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": 24}", 400, "start"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": 0, " + start + "}", 400, "slots"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": 35137, " + start + "}", 400, "slots"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": 2.5, " + start + "}", 400, "slots"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": \"many\", " + start + "}", 400, "slots"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": 99999999999, " + start + "}", 400, "slots"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": 24, \"start\": \"soon\"}", 400, "start"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": 24, \"start\": 1767225600000}", 400, "start"),
                Arguments.of(
                        RUN,
                        "{\"districtId\": \"d\", \"slots\": 24, " + start + ", \"source\": \"GUESS\"}",
                        400,
                        "source"),
                Arguments.of(
                        RUN,
                        "{\"districtId\": \"d\", \"slots\": 24, " + start + ", \"demandChargePerKw\": -1}",
                        400,
                        "demandChargePerKw"),
                Arguments.of(
                        RUN,
                        "{\"districtId\": \"d\", \"slots\": 24, " + start + ", \"demandChargePerKw\": 1e999}",
                        400,
                        "demandChargePerKw"),
                Arguments.of(
                        RUN,
                        "{\"districtId\": \"d\", \"slots\": 24, " + start + ", \"targetGap\": 0}",
                        400,
                        "targetGap"),
                Arguments.of(
                        RUN,
                        "{\"districtId\": \"d\", \"slots\": 24, " + start + ", \"maxRounds\": 0}",
                        400,
                        "maxRounds"),
                Arguments.of(
                        RUN,
                        "{\"districtId\": \"d\", \"slots\": 24, " + start + ", \"timeLimitSeconds\": 0}",
                        400,
                        "timeLimitSeconds"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": 24, " + start + ", \"slot\": 1}", 400, "slot"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": NaN, " + start + "}", 400, "slots"),
                Arguments.of(RUN, "{\"districtId\": \"d\", \"slots\": 24, \"slots\": 25, " + start + "}", 400, "slots"),
                Arguments.of(RUN, "{\"districtId\": ", 400, "body"),
                Arguments.of(RUN, "[]", 400, "body"),
                Arguments.of(RUN, "", 400, "body"),
                Arguments.of(RUN, "{\"districtId\": \"none\", \"slots\": 24, " + start + "}", 422, "districtId"),
                Arguments.of(READINGS, "{}", 400, "rows"),
                Arguments.of(READINGS, "{\"rows\": []}", 400, "rows"),
                Arguments.of(READINGS, "{\"rows\": [{\"loadKwh\": \"much\"}]}", 400, "rows[0].loadKwh"),
                Arguments.of(READINGS, "{\"rows\": [{\"load\": 1}]}", 400, "rows[0].load"),
                Arguments.of(EVENTS, event + "\"issuer\": \"x\"}", 400, "capKw"),
                Arguments.of(EVENTS, event + "\"issuer\": \"x\", \"capKw\": -1}", 400, "capKw"),
                Arguments.of(EVENTS, event + "\"issuer\": \"\", \"capKw\": 1}", 400, "issuer"),
                Arguments.of(
                        EVENTS,
                        "{\"districtId\": \"d\", \"start\": \"2026-01-01T02:00:00Z\", \"end\": \"2026-01-01T01:00:00Z\","
                                + " \"capKw\": 1, \"issuer\": \"x\"}",
                        400,
                        "to"),
                Arguments.of(EVENTS, event + "\"issuer\": \"x\", \"capKw\": 1}", 422, "districtId"),
                Arguments.of(ANNEAL, "{}", 400, "problemId"),
                Arguments.of(ANNEAL, "{\"problemId\": \"none\"}", 404, "problemId"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"timeLimitSeconds\": 0}", 400, "timeLimitSeconds"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"timeLimitSeconds\": \"long\"}", 400, "timeLimitSeconds"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"sweeps\": -1}", 400, "sweeps"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"sweeps\": 2.5}", 400, "sweeps"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"sweeps\": 100}", 400, "workers"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"target\": 1e999}", 400, "target"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"target\": NaN}", 400, "target"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"targetGap\": -0.1}", 400, "targetGap"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"roundMillis\": 5}", 400, "roundMillis"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"workers\": 0}", 400, "workers"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"nodes\": -3}", 400, "nodes"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"seed\": 1e30}", 400, "seed"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"priority\": 10}", 400, "priority"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"warmStart\": \"yes\"}", 400, "warmStart"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"unit\": \"X\"}", 400, "unit"),
                Arguments.of(ANNEAL, "{\"problemId\": \"p\", \"time\": 1}", 400, "time"),
                Arguments.of(TOKEN, "{\"name\": \"council\"}", 400, "password"),
                Arguments.of(TOKEN, "{\"name\": [], \"password\": \"x\"}", 400, "name"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badBodies")
    void aBadBodyIsNamed(String path, String body, int status, String field) {
        client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo(field)
                .jsonPath("$.fields[0].problem")
                .isNotEmpty()
                .jsonPath("$.fields[0].remedy")
                .isNotEmpty()
                .jsonPath("$.traceId")
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void aTokenThatIsNoNumberIsNamedWithItsFieldAndValue(String token) {
        client.post()
                .uri(READINGS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"rows\": [{\"siteId\": \"a\", \"loadKwh\": 1}, {\"siteId\": \"a\", \"loadKwh\": " + token
                        + "}]}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("rows[1].loadKwh")
                .jsonPath("$.fields[0].value")
                .isEqualTo(token)
                .jsonPath("$.fields[0].remedy")
                .isEqualTo("Send a number, such as 2.5.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/api/v1/optimisation/runs?limit=0, limit",
        "/api/v1/optimisation/runs?limit=1001, limit",
        "/api/v1/optimisation/runs?limit=many, limit",
        "/api/v1/optimisation/runs?state=DONE, state",
        "/api/v1/optimisation/runs?unit=X, unit",
        "/api/v1/optimisation/runs?cursor=%00, cursor",
        "/api/v1/optimisation/runs?cursor=abc, cursor",
        "/api/v1/optimisation/runs/none/events?after=-1, after",
        "/api/v1/optimisation/runs/none/rounds?after=-1, after",
        "/api/v1/optimisation/problems?limit=0, limit",
        "/api/v1/optimisation/problems?cursor=x, cursor",
        "/api/v1/flyfox/sites?limit=-1, limit",
        "/api/v1/flyfox/sites?cursor=x, cursor",
        "/api/v1/flyfox/sites/none/readings?from=yesterday, from",
        "/api/v1/flyfox/sites/none/readings?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "/api/v1/flyfox/consumption, districtId",
        "/api/v1/flyfox/consumption?districtId=d&from=2026-01-01T00:00:00Z, to",
        "/api/v1/flyfox/consumption?districtId=d&from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "/api/v1/flyfox/demand-response-events?limit=0, limit",
        "/api/v1/sigma/leads?status=HAPPY, status",
        "/api/v1/sigma/leads?sort=colour, sort",
        "/api/v1/sigma/opportunities?cursor=zzz, cursor",
        "/api/v1/sigma/revenue/forecast?asOf=yesterday, asOf",
    })
    void aBadParameterIsNamed(String path, String field) {
        client.get()
                .uri(java.net.URI.create(TestConsole.shared().url() + path))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-REQ-001")
                .jsonPath("$.fields[0].field")
                .isEqualTo(field)
                .jsonPath("$.remedy")
                .value(String.class, remedy -> assertThat(remedy).doesNotContain("java.", "io.nqba", "expected shape"));
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        client.post()
                .uri(RUN)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"slots\": 0, \"maxRounds\": -1}")
                .exchange()
                .expectBody()
                .jsonPath("$.fields.length()")
                .isEqualTo(4);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        client.post()
                .uri(RUN)
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-REQ-005");
    }

    @Test
    void anAnswerOfAnotherTypeDoesNotExist() {
        client.get()
                .uri("/api/v1/flyfox/districts")
                .accept(MediaType.APPLICATION_PDF)
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-REQ-007");
    }

    @Test
    void aWrongMethodNamesTheRightOnes() {
        client.get()
                .uri(RUN)
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals("Allow", "POST");
    }

    @Test
    void aHugeBodyIsRefused() {
        String row = "{\"siteId\":\"" + "x".repeat(1_000) + "\"},";
        client.post()
                .uri(READINGS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"rows\":[" + row.repeat(2_200) + "{}]}")
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-REQ-004");
    }

    @Test
    void aBatchOfTooManyRowsIsRefused() {
        client.post()
                .uri(READINGS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"rows\":[" + "{},".repeat(10_000) + "{}]}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("rows");
    }

    @Test
    void theTraceOfTheCallerIsTakenOver() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        client.get()
                .uri("/api/v1/nowhere")
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .valueEquals("X-Trace-Id", trace)
                .expectBody()
                .jsonPath("$.traceId")
                .isEqualTo(trace);
    }
}
