package io.nqba.console.security;

import io.nqba.console.store.SharedMap;
import io.nqba.model.security.SignInAttempts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Slows down guessing: after a few free attempts each further failure doubles the wait, per account and per address.
 * The counters live in the grid, so asking another console does not help. An attempt counts as failed from its start
 * and is taken back when it succeeds; otherwise many attempts at once would all see the same counter.
 */
@Component
class SignInThrottle {
    static final int FREE_BY_ACCOUNT = 5;
    /** Higher than by account: an office shares one address. */
    static final int FREE_BY_ADDRESS = 50;

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MAX_DOUBLINGS = 20;
    private static final Duration FORGET = Duration.ofHours(24);

    private final SharedMap<SignInAttempts> attempts;
    private final Clock clock;

    SignInThrottle(SharedMap<SignInAttempts> attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Counts an attempt; returns how long the caller has to wait, zero when the attempt may go on. */
    Mono<Duration> begin(String account, String address) {
        return count("address:" + address, FREE_BY_ADDRESS)
                .flatMap(wait -> wait.isZero() ? count("account:" + account, FREE_BY_ACCOUNT) : Mono.just(wait));
    }

    /** Takes back an attempt that succeeded, and forgets the failures of the account. */
    Mono<Void> succeeded(String account, String address) {
        return attempts.remove("account:" + account).then(takeBack("address:" + address));
    }

    private Mono<Duration> count(String key, int free) {
        return attempts.get(key)
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(found -> found.isEmpty()
                        ? attempts.putIfAbsent(key, next(0, free)).map(done -> result(done, Duration.ZERO))
                        : count(key, free, found.get(0)))
                // Somebody else counted in between.
                .flatMap(result -> result.isEmpty() ? count(key, free) : Mono.just(result.get(0)));
    }

    private Mono<List<Duration>> count(String key, int free, SignInAttempts known) {
        long now = clock.millis();
        if (now < known.blockedUntilMillis()) {
            return Mono.just(List.of(Duration.ofMillis(known.blockedUntilMillis() - now)));
        }
        int before = now - known.lastFailureMillis() > FORGET.toMillis() ? 0 : known.failures();
        return attempts.replace(key, known, next(before, free)).map(done -> result(done, Duration.ZERO));
    }

    private Mono<Void> takeBack(String key) {
        return attempts.get(key).flatMap(known -> {
            SignInAttempts fewer = new SignInAttempts(Math.max(0, known.failures() - 1), known.lastFailureMillis(), 0);
            return attempts.replace(key, known, fewer).flatMap(done -> done ? Mono.<Void>empty() : takeBack(key));
        });
    }

    private SignInAttempts next(int failuresBefore, int free) {
        int failures = failuresBefore + 1;
        long now = clock.millis();
        return new SignInAttempts(failures, now, now + waitAfter(failures, free).toMillis());
    }

    /** Returns how long to wait after that many failures in a row. */
    static Duration waitAfter(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(MAX_DOUBLINGS, failures - free));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static List<Duration> result(boolean done, Duration wait) {
        return done ? List.of(wait) : List.of();
    }
}
