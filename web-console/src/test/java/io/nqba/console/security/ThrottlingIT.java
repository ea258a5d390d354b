package io.nqba.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.testing.Browser;
import io.nqba.console.testing.TestConsole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class ThrottlingIT {
    private final TestConsole console = TestConsole.shared();

    @Test
    void guessingIsSlowedDownWithoutTellingWhetherTheNameExists() {
        String name = "nobody-" + UUID.randomUUID();
        for (int i = 0; i < SignInThrottle.FREE_BY_ACCOUNT; i++) {
            token(name)
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo("The name or the password is wrong.");
        }

        token(name)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NQBA-SEC-003");

        Browser browser = SessionIT.fresh(console);
        var page = browser.post("/sign-in", Map.of("name", name, "password", "wrong"), browser.csrf());
        assertThat(page.getResponseHeaders().getFirst("Location")).startsWith("/sign-in?wait=");
    }

    private WebTestClient.ResponseSpec token(String name) {
        return console.stranger()
                .post()
                .uri("/api/v1/auth/token")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", name, "password", "wrong"))
                .exchange();
    }
}
