package io.nqba.console.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.security.Role;
import io.nqba.node.testing.GridFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of engagement say to a console: leads, consents and rules over REST. */
abstract class EngagementOverRest {
    static final String SIGMA = "/api/v1/sigma/";
    static final String ENGAGEMENT = SIGMA + "engagement/";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final WebTestClient operator;
    final WebTestClient analyst;

    EngagementOverRest(TestConsole console) {
        operator = console.as(Role.OPERATOR);
        analyst = console.as(Role.ANALYST);
    }

    /** Stores what leads of these tests are described by. */
    static void storeSchema(GridFixture grid) {
        grid.ignite()
                .cache(CacheNames.LEAD_SCHEMA)
                .put(
                        "pier",
                        new LeadSchema(
                                "pier",
                                new String[] {"visits"},
                                new FeatureKind[] {FeatureKind.NUMBER},
                                new String[][] {{}},
                                new String[] {""},
                                "won"));
    }

    void neverQuiet() {
        String tag =
                "\"" + read(operator, ENGAGEMENT + "settings").path("revision").asLong() + "\"";
        EntityExchangeResult<byte[]> set = send(
                operator,
                HttpMethod.PUT,
                ENGAGEMENT + "settings",
                "{\"quietFrom\": \"00:00\", \"quietTo\": \"00:00\", \"zone\": \"UTC\", \"mostMessages\": 2, \"withinDays\": 7,"
                        + " \"staleDays\": 14, \"retentionDays\": 365}",
                tag);
        assertThat(set.getStatus().value()).isEqualTo(200);
    }

    String lead(String source, String email) {
        String body = """
                {"schemaId": "pier", "company": "Pier Foods", "source": "%s",
                 "person": {"name": "Ada Holm", "email": "%s"}, "amount": 4800, "workHours": 4, "features": {"visits": 7}}""".formatted(source, email);
        return json(send(operator, HttpMethod.POST, SIGMA + "leads", body, null))
                .path("id")
                .asString();
    }

    void consent(String lead, boolean given) {
        EntityExchangeResult<byte[]> stored = send(
                operator,
                HttpMethod.POST,
                ENGAGEMENT + "consents",
                "{\"leadId\": \"%s\", \"channel\": \"EMAIL\", \"given\": %s, \"source\": \"web form\"}"
                        .formatted(lead, given),
                null);
        assertThat(stored.getStatus().value()).as(text(stored)).isEqualTo(200);
    }

    String keepSegment(String condition) {
        String id = unique();
        EntityExchangeResult<byte[]> kept = send(
                operator,
                HttpMethod.PUT,
                ENGAGEMENT + "segments/" + id,
                "{\"name\": \"Segment\", \"conditions\": [\"%s\"]}".formatted(condition),
                null);
        assertThat(kept.getStatus().value()).as(text(kept)).isEqualTo(200);
        return id;
    }

    void keepSequence(String segment, String step) {
        EntityExchangeResult<byte[]> kept = send(
                operator, HttpMethod.PUT, ENGAGEMENT + "sequences/" + unique(), sequence(segment, false, step), null);
        assertThat(kept.getStatus().value()).as(text(kept)).isEqualTo(200);
    }

    static String sequence(String segment, boolean unread, String step) {
        return "{\"name\": \"Sequence\", \"segmentId\": \"%s\", \"sendsWithoutApproval\": %s, \"steps\": [%s]}"
                .formatted(segment, unread, step);
    }

    JsonNode message(WebTestClient who, String lead) {
        return read(who, ENGAGEMENT + "outbox?leadId=" + lead).path("items").path(0);
    }

    JsonNode enrolments(String lead) {
        return read(analyst, ENGAGEMENT + "enrolments?leadId=" + lead).path("items");
    }

    String state(String lead) {
        return enrolments(lead).path(0).path("state").asString("");
    }

    static String unique() {
        return "e" + UUID.randomUUID();
    }

    static JsonNode read(WebTestClient who, String uri) {
        return json(send(who, HttpMethod.GET, uri, "", null));
    }

    static JsonNode json(EntityExchangeResult<byte[]> answer) {
        assertThat(answer.getStatus().is2xxSuccessful()).as(text(answer)).isTrue();
        return JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody()));
    }

    static String text(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    static EntityExchangeResult<byte[]> send(
            WebTestClient who, HttpMethod method, String uri, String body, @Nullable String ifMatch) {
        WebTestClient.RequestBodySpec request = who.method(method).uri(uri).headers(headers -> {
            if (ifMatch != null) {
                headers.set("If-Match", ifMatch);
            }
        });
        WebTestClient.ResponseSpec answer = body.isEmpty()
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
        return answer.expectBody().returnResult();
    }
}
