package io.nqba.console.security;

import io.nqba.console.store.SharedMap;
import io.nqba.model.security.ConsoleSession;
import io.nqba.model.security.Role;
import io.nqba.model.security.UserAccount;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sessions of browsers, kept in the grid: they survive the console and are the same at every console. The cookie holds a
 * random value, the grid only its digest. Removing an account, disabling it or changing its role ends its sessions at
 * the next request.
 */
@Component
class BrowserSessions implements ServerSecurityContextRepository {
    static final String COOKIE = "nqba-session";
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    /** How exact the last request is known; a write per request would cost more than it tells. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private static final int SECRET_BYTES = 32;

    private final SharedMap<ConsoleSession> sessions;
    private final SharedMap<UserAccount> accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BrowserSessions(SharedMap<ConsoleSession> sessions, SharedMap<UserAccount> accounts, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Starts a session under a fresh cookie; what the browser sent before is worth nothing afterwards. */
    Mono<Void> open(ServerWebExchange exchange, UserAccount account) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long now = clock.millis();
        return close(exchange)
                .then(sessions.put(digest(secret), new ConsoleSession(account.name(), account.role(), now, now)))
                .then(Mono.fromRunnable(() -> exchange.getResponse().addCookie(cookie(exchange, secret, LONGEST))));
    }

    /** Ends the session of the request, if it has one. */
    Mono<Void> close(ServerWebExchange exchange) {
        HttpCookie sent = exchange.getRequest().getCookies().getFirst(COOKIE);
        if (sent == null) {
            return Mono.empty();
        }
        exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO));
        return sessions.remove(digest(sent.getValue()));
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        HttpCookie sent = exchange.getRequest().getCookies().getFirst(COOKIE);
        if (sent == null || sent.getValue().isEmpty()) {
            return Mono.empty();
        }
        String key = digest(sent.getValue());
        return sessions.get(key)
                .filter(this::alive)
                .filterWhen(session -> accounts.get(session.accountName())
                        .map(account -> account.enabled() && account.role() == session.role())
                        .defaultIfEmpty(false))
                .flatMap(session -> touch(key, session).thenReturn(context(session)));
    }

    /** Sessions begin with {@link #open} and end with {@link #close}; no filter saves one on the side. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    private boolean alive(ConsoleSession session) {
        long now = clock.millis();
        return now - session.lastSeenMillis() < IDLE.toMillis() && now - session.createdMillis() < LONGEST.toMillis();
    }

    private Mono<Void> touch(String key, ConsoleSession session) {
        long now = clock.millis();
        if (now - session.lastSeenMillis() < TOUCH.toMillis()) {
            return Mono.empty();
        }
        // Replacing only what is still there: a sign-out in between must not be undone.
        return sessions.replace(
                        key,
                        session,
                        new ConsoleSession(session.accountName(), session.role(), session.createdMillis(), now))
                .then();
    }

    private static SecurityContext context(ConsoleSession session) {
        Role role = session.role();
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                session.accountName(), null, List.of(new SimpleGrantedAuthority("ROLE_" + role.name()))));
    }

    private static ResponseCookie cookie(ServerWebExchange exchange, String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(exchange.getRequest().getSslInfo() != null
                        || "https".equals(exchange.getRequest().getURI().getScheme()))
                .path("/")
                .maxAge(age)
                .build();
    }

    private static String digest(String secret) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
