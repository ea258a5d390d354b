package io.nqba.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionIT {
    private final TestConsole console = TestConsole.shared();
    /** The description of all paths is longer than what a client keeps in memory by itself. */
    private final WebTestClient client = console.as(Role.ANALYST)
            .mutate()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
            .build();

    @Test
    void everyOperationIsDescribed() {
        JsonNode api = description();
        List<String> missing = new ArrayList<>();
        console.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    for (var pattern : mapping.getPatternsCondition().getPatterns()) {
                        for (RequestMethod method :
                                mapping.getMethodsCondition().getMethods()) {
                            String path = pattern.getPatternString();
                            JsonNode operation = api.path("paths")
                                    .path(path)
                                    .path(method.name().toLowerCase(Locale.ROOT));
                            boolean described = operation.hasNonNull("summary") && operation.has("tags");
                            if (path.startsWith("/api/v1/") && !described) {
                                missing.add(method + " " + path);
                            }
                        }
                    }
                });

        assertThat(missing).isEmpty();
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("components").path("securitySchemes").has("bearer")).isTrue();
    }

    @Test
    void bodiesHaveExamples() {
        JsonNode schemas = description().path("components").path("schemas");

        for (String body : List.of("EnergyOptimizationBody", "AnnealingBody", "ProblemChangeBody")) {
            assertThat(schemas.path(body).has("example")).as(body).isTrue();
        }
    }

    @Test
    void problemsAreDescribedForEveryOperation() {
        for (JsonNode path : description().path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation
                                .path("responses")
                                .path("default")
                                .path("content")
                                .has("application/problem+json"))
                        .isTrue();
            }
        }
    }

    @Test
    void theTryItPageRunsUnderThePolicy() {
        String location = client.get()
                .uri("/api/docs/index.html")
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Location");

        assertThat(location).startsWith("/api/docs/");
        String page = Objects.requireNonNull(client.get()
                .uri(Objects.requireNonNull(location))
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(page).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("https://");
        client.get()
                .uri("/api/docs/openapi/swagger-config")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private JsonNode description() {
        byte[] body = client.get()
                .uri("/api/docs/openapi")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(body));
    }
}
