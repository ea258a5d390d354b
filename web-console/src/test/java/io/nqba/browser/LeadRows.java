package io.nqba.browser;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Leads that tests add as a program would. */
final class LeadRows {
    private LeadRows() {}

    /** Adds a lead of Ada Holm at a company; returns its id. */
    static String add(TestConsole console, String company) {
        Map<?, ?> body = console.as(Role.OPERATOR)
                .post()
                .uri("/api/v1/sigma/leads")
                .header("Content-Type", "application/json")
                .bodyValue("""
                        {"schemaId": "demo", "company": "%s", "person": {"name": "Ada Holm", "email": "ada.%s@mill.example"},
                         "source": "web", "territory": "North", "language": "en", "amount": 4800, "workHours": 4,
                         "features": {"visits": 7}}""".formatted(company, UUID.randomUUID()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
