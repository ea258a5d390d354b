package io.nqba.console.sales;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the sales unit's REST, as its tests make them. */
final class SalesRest {
    static final String PATH = "/api/v1/sigma/";

    private SalesRest() {}

    static String id(JsonNode made) {
        return made.path("id").asString();
    }

    static JsonNode post(WebTestClient who, String path, String body) {
        byte[] answer = who.post()
                .uri(PATH + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(answer));
    }

    static JsonNode get(WebTestClient who, String uri) {
        byte[] answer = who.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(answer));
    }

    static WebTestClient.ResponseSpec put(WebTestClient who, String path, String body, @Nullable String ifMatch) {
        var request = who.put()
                .uri(PATH + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
        return ifMatch == null
                ? request.exchange()
                : request.header(HttpHeaders.IF_MATCH, ifMatch).exchange();
    }

    static WebTestClient.ResponseSpec delete(WebTestClient who, String path, String ifMatch) {
        return who.delete()
                .uri(PATH + path)
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .exchange();
    }

    /** Returns the body of an answer, whatever became of the command. */
    static JsonNode body(WebTestClient.ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(
                        answer.expectBody().returnResult().getResponseBody()));
    }
}
