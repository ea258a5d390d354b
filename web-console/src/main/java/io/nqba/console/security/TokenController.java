package io.nqba.console.security;

import io.nqba.model.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives programs a token for name and password. */
@RestController
@Tag(name = "Authentication")
class TokenController {
    private final SignIn signIn;
    private final Tokens tokens;

    TokenController(SignIn signIn, Tokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @Operation(
            summary = "Get a token",
            description = "Send it as `Authorization: Bearer …` with every other request. It lasts 15 minutes.")
    @SecurityRequirements
    @PostMapping(
            path = "/api/v1/auth/token",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<TokenView> token(@Valid @RequestBody Mono<Credentials> body, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return body.flatMap(given -> signIn.verify(exchange, given.name(), given.password()))
                .flatMap(account -> tokens.issue(account)
                        .map(token -> new TokenView(token, "Bearer", Tokens.LIFETIME.toSeconds(), account.role())));
    }

    /** Name and password; the text form never shows the password. */
    record Credentials(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Credentials[" + name + "]";
        }
    }

    /**
     * A token.
     *
     * @param expiresInSeconds how long it lasts from now
     */
    record TokenView(String accessToken, String tokenType, long expiresInSeconds, Role role) {}
}
