package io.nqba.console.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.nqba.console.store.SharedMap;
import io.nqba.model.security.PlatformSecret;
import io.nqba.model.security.UserAccount;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Short-lived signed tokens for programs. The key is made by the first console that needs it and shared through the
 * grid, so a token of one console is good at every other, and after a restart.
 */
@Component
class Tokens implements ReactiveJwtDecoder {
    static final Duration LIFETIME = Duration.ofMinutes(15);
    static final String ROLE = "role";
    static final String KEY = "token-signing-key";
    private static final String ISSUER = "nqba-grid";
    private static final int KEY_BYTES = 32;

    private final SharedMap<PlatformSecret> secrets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(SharedMap<PlatformSecret> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Returns a token of the account. */
    Mono<String> issue(UserAccount account) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(account.name())
                .claim(ROLE, account.role().name())
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        return key().map(key -> new NimbusJwtEncoder(new ImmutableSecret<>(key))
                .encode(JwtEncoderParameters.from(header, claims))
                .getTokenValue());
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return key().flatMap(key -> decoder(key).decode(token));
    }

    private ReactiveJwtDecoder decoder(SecretKey key) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        JwtTimestampValidator time = new JwtTimestampValidator(Duration.ofSeconds(5));
        time.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(time, new JwtIssuerValidator(ISSUER)));
        return decoder;
    }

    private Mono<SecretKey> key() {
        return secrets.get(KEY)
                .switchIfEmpty(
                        Mono.defer(() -> secrets.putIfAbsent(KEY, fresh()).then(secrets.get(KEY))))
                .map(secret -> new SecretKeySpec(secret.bytes(), "HmacSHA256"));
    }

    private PlatformSecret fresh() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return new PlatformSecret(bytes, clock.millis());
    }
}
