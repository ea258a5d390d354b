package io.nqba.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.console.store.InMemorySharedMap;
import io.nqba.console.testing.MovableClock;
import io.nqba.model.security.PlatformSecret;
import io.nqba.model.security.Role;
import io.nqba.model.security.UserAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

class TokensTest {
    private static final UserAccount SERVICE = new UserAccount("service", Role.SERVICE, "", true, 0);

    private final MovableClock clock = new MovableClock();
    private final InMemorySharedMap<PlatformSecret> secrets = new InMemorySharedMap<>();
    private final Tokens tokens = new Tokens(secrets, clock);

    @Test
    void aTokenSaysWhoAndWhat() {
        Jwt token = decoded(tokens, issued());

        assertThat(token.getSubject()).isEqualTo("service");
        assertThat(token.getClaimAsString(Tokens.ROLE)).isEqualTo("SERVICE");
    }

    @Test
    void anotherConsoleTakesItAsWell() {
        assertThat(decoded(new Tokens(secrets, clock), issued()).getSubject()).isEqualTo("service");
    }

    @Test
    void itEndsAfterItsLifetime() {
        String token = issued();

        clock.advance(Tokens.LIFETIME.plus(Duration.ofSeconds(6)));

        assertThatThrownBy(() -> decoded(tokens, token)).isInstanceOf(JwtException.class);
    }

    @Test
    void aTokenOfAnotherGridIsRefused() {
        String foreign = Objects.requireNonNull(
                new Tokens(new InMemorySharedMap<>(), clock).issue(SERVICE).block());
        issued();

        assertThatThrownBy(() -> decoded(tokens, foreign)).isInstanceOf(JwtException.class);
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        String[] parts = issued().split("\\.", -1);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> decoded(tokens, header + "." + parts[1] + ".")).isInstanceOf(JwtException.class);
    }

    @Test
    void aChangedRoleBreaksTheSignature() {
        String[] parts = issued().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("SERVICE", "COUNCIL");
        String changed =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> decoded(tokens, parts[0] + "." + changed + "." + parts[2]))
                .isInstanceOf(JwtException.class);
    }

    private String issued() {
        return Objects.requireNonNull(tokens.issue(SERVICE).block());
    }

    private static Jwt decoded(Tokens tokens, String token) {
        return Objects.requireNonNull(tokens.decode(token).block());
    }
}
