package io.nqba.console.security;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.error.RetryLaterException;
import io.nqba.console.store.SharedMap;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.security.UserAccount;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Checks name and password. Tells nobody whether a name exists: unknown, disabled and wrong take the same time, count the
 * same and answer the same.
 */
@Component
class SignIn {
    /** Longer input is refused before it is hashed. */
    private static final int MAX_LENGTH = 200;

    private final SharedMap<UserAccount> accounts;
    private final PasswordHasher hasher;
    private final SignInThrottle throttle;
    private final AuditTrail audit;

    SignIn(SharedMap<UserAccount> accounts, PasswordHasher hasher, SignInThrottle throttle, AuditTrail audit) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * Returns the account. Fails with {@code UNAUTHENTICATED}, or with {@code TOO_MANY_ATTEMPTS} and a time to wait.
     */
    Mono<UserAccount> verify(ServerWebExchange exchange, String givenName, String password) {
        if (givenName.length() > MAX_LENGTH || password.length() > MAX_LENGTH) {
            return Mono.error(wrong());
        }
        String name = givenName.strip().toLowerCase(Locale.ROOT);
        String address = AuditTrail.addressOf(exchange);
        return throttle.begin(name, address)
                .flatMap(wait -> wait.isZero()
                        ? compare(name, password)
                        : Mono.<UserAccount>error(new RetryLaterException(tooMany(wait), wait)))
                .flatMap(account -> throttle.succeeded(name, address)
                        .then(audit.write(exchange, name, "sign-in", name, AuditTrail.OK))
                        .thenReturn(account))
                .onErrorResume(
                        NqbaException.class,
                        refused -> refused.code() == ErrorCode.UNAUTHENTICATED
                                ? audit.write(exchange, name, "sign-in", name, refused.code())
                                        .then(Mono.error(refused))
                                : Mono.error(refused));
    }

    private Mono<UserAccount> compare(String name, String password) {
        return accounts.get(name)
                .filter(UserAccount::enabled)
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(found -> found.isEmpty()
                        ? hasher.matchesNothing(password).then(Mono.<UserAccount>error(wrong()))
                        : hasher.matches(password, found.get(0).passwordHash())
                                .flatMap(right -> right ? Mono.just(found.get(0)) : Mono.error(wrong())));
    }

    private static NqbaException wrong() {
        return new NqbaException(
                ErrorCode.UNAUTHENTICATED,
                "The name or the password is wrong.",
                "Check both; the passwords of the first accounts were printed at the first start.");
    }

    private static NqbaException tooMany(Duration wait) {
        return new NqbaException(
                ErrorCode.TOO_MANY_ATTEMPTS,
                "There were too many failed sign-ins.",
                "Wait %d seconds, then try again."
                        .formatted(Math.max(1, wait.plusMillis(999).toSeconds())));
    }
}
