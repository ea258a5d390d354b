package io.nqba.console.sales.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.console.optimisation.RunView;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.Outcome;
import io.nqba.model.security.Role;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteDataStreamer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Training, promotion and scores over REST, on a real grid. */
class ScoringApiIT {
    private static final String SCHEMA = "harbour";
    private static final String SIGMA = "/api/v1/sigma/";

    private final WebTestClient api = TestConsole.shared().as(Role.ANALYST);

    @BeforeAll
    static void storeLeads() {
        Ignite ignite = TestConsole.grid().ignite();
        FeatureKind number = FeatureKind.NUMBER;
        ignite.cache(CacheNames.LEAD_SCHEMA)
                .put(
                        SCHEMA,
                        new LeadSchema(
                                SCHEMA,
                                new String[] {"age", "visits", "source"},
                                new FeatureKind[] {number, number, FeatureKind.CATEGORY},
                                new String[][] {{}, {}, {"web", "fair", "friend"}},
                                new String[] {"years", "", ""},
                                "bought"));
        var random = new SplittableRandom(31);
        try (IgniteDataStreamer<String, Lead> stream = ignite.dataStreamer(CacheNames.LEAD)) {
            for (int k = 0; k < 1_500; k++) {
                double[] values = {20 + random.nextInt(50), random.nextInt(6), random.nextInt(3)};
                double margin = -4 + 0.03 * values[0] + 0.5 * values[1] + (values[2] == 2 ? 1.2 : 0);
                boolean won = random.nextDouble() < 1 / (1 + Math.exp(-margin));
                Lead lead = Lead.of("harbour-%05d".formatted(k))
                        .schemaId(SCHEMA)
                        .values(values)
                        .outcome(k % 50 == 0 ? Outcome.UNKNOWN : won ? Outcome.WON : Outcome.LOST)
                        .createdAtMillis(1_700_000_000_000L + 60_000L * k)
                        .build();
                stream.addData(lead.leadId(), lead);
            }
        }
    }

    @Test
    void aModelIsTrainedShownPromotedAndScores() {
        String first = train("LOGISTIC");
        String second = train("BOOSTED_TREES");

        api.get()
                .uri(SIGMA + "models?schemaId=harbour")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(second)
                .jsonPath("$.items[0].state")
                .isEqualTo("CHALLENGER");
        api.get()
                .uri(SIGMA + "models/" + first)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.figures.time_auc")
                .isNumber()
                .jsonPath("$.figures.random_lift_20")
                .isNumber()
                .jsonPath("$.calibration.length()")
                .isEqualTo(10)
                .jsonPath("$.features.length()")
                .isEqualTo(3)
                .jsonPath("$.drift.alarms.length()")
                .isEqualTo(0);
        api.get()
                .uri(SIGMA + "scores/harbour-00050")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.modelId")
                .isNotEmpty()
                .jsonPath("$.grade")
                .isNotEmpty();

        promote(second, "{\"revision\": 7}").isEqualTo(409);
        RunView rescoring = Objects.requireNonNull(promote(second, "{\"revision\": 1}")
                .isAccepted()
                .expectHeader()
                .exists(HttpHeaders.LOCATION)
                .expectBody(RunView.class)
                .returnResult()
                .getResponseBody());
        assertThat(ended(rescoring.id()).state()).isEqualTo(RunState.SUCCEEDED);
        score("{\"leadId\": \"harbour-00050\"}")
                .isOk()
                .expectBody()
                .jsonPath("$.modelId")
                .isEqualTo(second);
    }

    @Test
    void aLeadIsScoredAsSoonAsItComesInAndAgainWhenItChanges() {
        train("LOGISTIC");
        WebTestClient operator = TestConsole.shared().as(Role.OPERATOR);
        String body = """
                {"schemaId": "harbour", "company": "Pier Ltd.",
                 "features": {"age": %d, "visits": %d, "source": "web"}}""";
        String id = Objects.requireNonNull(operator.post()
                        .uri(SIGMA + "leads")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body.formatted(21, 0))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("id")
                .asString();

        double poor = await().until(() -> probability(id), known -> known > 0);
        operator.put()
                .uri(SIGMA + "leads/" + id)
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.formatted(68, 5))
                .exchange()
                .expectStatus()
                .isOk();
        double good = await().until(() -> probability(id), known -> known > 2 * poor);

        assertThat(good).isBetween(0.3, 1.0);
    }

    /** Returns how likely the lead's page says that it is won; 0 as long as it says nothing. */
    private double probability(String leadId) {
        return Objects.requireNonNull(api.get()
                        .uri(SIGMA + "leads/" + leadId)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("probability")
                .asDouble(0);
    }

    @Test
    void aLeadThatIsNotStoredIsScoredWithReasons() {
        train("LOGISTIC");

        score("{\"schemaId\": \"harbour\", \"values\": {\"age\": 68, \"visits\": 5, \"source\": \"friend\"}}")
                .isOk()
                .expectBody()
                .jsonPath("$.probability")
                .value(Double.class, probability -> assertThat(probability).isBetween(0.5, 1.0))
                .jsonPath("$.leadId")
                .doesNotExist()
                .jsonPath("$.reasons[0].text")
                .isNotEmpty();
    }

    @Test
    void wrongInputIsNamed() {
        score("{}").isBadRequest().expectBody().jsonPath("$.fields[0].field").isEqualTo("schemaId");
        score("{\"schemaId\": \"nowhere\", \"values\": {}}").isBadRequest();
        score("{\"schemaId\": \"harbour\", \"values\": {\"height\": 2}}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("values.height");
        score("{\"schemaId\": \"harbour\", \"values\": {\"source\": \"post\"}}").isBadRequest();
        score("{\"schemaId\": \"harbour\", \"values\": {\"age\": \"old\"}}").isBadRequest();
        score("{\"leadId\": \"nobody\"}").isNotFound();
        start("{\"schemaId\": \"harbour\", \"heldBack\": 0.9}").isBadRequest();
        start("{\"schemaId\": \"nowhere\"}")
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.fields[0].field")
                .isEqualTo("schemaId");
        start("{\"schemaId\": \"harbour\", \"leftOut\": [\"height\"]}").isEqualTo(422);
        api.get().uri(SIGMA + "models/none").exchange().expectStatus().isNotFound();
        api.get().uri(SIGMA + "scores/none").exchange().expectStatus().isNotFound();
        promote("none", "{\"revision\": 1}").isNotFound();
        promote("none", "{}").isBadRequest();
    }

    private String train(String kind) {
        RunView run = Objects.requireNonNull(
                start("{\"schemaId\": \"harbour\", \"model\": \"%s\", \"trees\": 20}".formatted(kind))
                        .isAccepted()
                        .expectBody(RunView.class)
                        .returnResult()
                        .getResponseBody());
        assertThat(ended(run.id()).state()).isEqualTo(RunState.SUCCEEDED);
        return run.id();
    }

    private RunView ended(String runId) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Objects.requireNonNull(api.get()
                                .uri("/api/v1/optimisation/runs/" + runId)
                                .exchange()
                                .expectBody(RunView.class)
                                .returnResult()
                                .getResponseBody()),
                        each -> each.state().terminal());
    }

    private StatusAssertions start(String body) {
        return post("lead-scoring", body);
    }

    private StatusAssertions score(String body) {
        return post("scores", body);
    }

    private StatusAssertions promote(String id, String body) {
        return post("models/" + id + "/promotion", body);
    }

    private StatusAssertions post(String path, String body) {
        return api.post()
                .uri(SIGMA + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus();
    }
}
