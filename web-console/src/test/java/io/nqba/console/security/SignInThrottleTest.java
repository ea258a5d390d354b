package io.nqba.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.console.store.InMemorySharedMap;
import io.nqba.console.testing.MovableClock;
import io.nqba.model.security.SignInAttempts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class SignInThrottleTest {
    private final MovableClock clock = new MovableClock();
    private final InMemorySharedMap<SignInAttempts> shared = new InMemorySharedMap<>();
    private final SignInThrottle throttle = new SignInThrottle(shared, clock);

    @Test
    void theFirstFailuresAreFree() {
        for (int i = 0; i < SignInThrottle.FREE_BY_ACCOUNT; i++) {
            assertThat(attempt("council", "10.0.0.1")).isZero();
        }
        assertThat(attempt("council", "10.0.0.1")).isEqualTo(SignInThrottle.FIRST_WAIT);
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToALimit() {
        exhaust("council");
        Duration expected = SignInThrottle.FIRST_WAIT;
        for (int i = 0; i < 15; i++) {
            assertThat(attempt("council", "10.0.0.1")).isEqualTo(expected);
            clock.advance(expected);
            assertThat(attempt("council", "10.0.0.1")).isZero();
            Duration twice = expected.multipliedBy(2);
            expected = twice.compareTo(SignInThrottle.LONGEST_WAIT) > 0 ? SignInThrottle.LONGEST_WAIT : twice;
        }
        assertThat(expected).isEqualTo(SignInThrottle.LONGEST_WAIT);
    }

    @Test
    void anAttemptWhileBlockedDoesNotProlongTheWait() {
        exhaust("council");

        attempt("council", "10.0.0.1");
        clock.advance(SignInThrottle.FIRST_WAIT);

        assertThat(attempt("council", "10.0.0.1")).isZero();
    }

    @Test
    void successForgetsTheFailuresOfTheAccount() {
        exhaust("council");
        clock.advance(SignInThrottle.FIRST_WAIT);
        attempt("council", "10.0.0.1");

        throttle.succeeded("council", "10.0.0.1").block();

        assertThat(attempt("council", "10.0.0.1")).isZero();
    }

    @Test
    void oneAddressIsSlowedDownHoweverManyAccountsItTries() {
        for (int i = 0; i < SignInThrottle.FREE_BY_ADDRESS; i++) {
            assertThat(attempt("account-" + i, "10.0.0.1")).isZero();
        }

        assertThat(attempt("another", "10.0.0.1")).isPositive();
        assertThat(attempt("another", "10.0.0.2")).isZero();
    }

    @Test
    void successesOfAnOfficeDoNotCountAgainstItsAddress() {
        for (int i = 0; i < 3 * SignInThrottle.FREE_BY_ADDRESS; i++) {
            assertThat(attempt("council", "10.0.0.1")).isZero();
            throttle.succeeded("council", "10.0.0.1").block();
        }
    }

    @Test
    void unknownNamesCountLikeKnownOnes() {
        exhaust("nobody-has-this-name");

        assertThat(attempt("nobody-has-this-name", "10.0.0.1")).isPositive();
    }

    @Test
    void failuresAreForgottenAfterADay() {
        exhaust("council");

        clock.advance(Duration.ofHours(25));

        assertThat(attempt("council", "10.0.0.1")).isZero();
        assertThat(attempt("council", "10.0.0.1")).isZero();
    }

    @Test
    void manyAttemptsAtOnceGetNoMoreThanTheFreeOnes() {
        List<Duration> waits = Flux.range(0, 100)
                .flatMap(i -> throttle.begin("council", "10.0.0." + i).subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(Objects.requireNonNull(waits)).filteredOn(Duration::isZero).hasSize(SignInThrottle.FREE_BY_ACCOUNT);
    }

    @Test
    void anotherConsoleKnowsTheSameFailures() {
        exhaust("council");

        SignInThrottle other = new SignInThrottle(shared, clock);

        assertThat(other.begin("council", "10.0.0.9").block()).isPositive();
    }

    private void exhaust(String account) {
        for (int i = 0; i < SignInThrottle.FREE_BY_ACCOUNT; i++) {
            attempt(account, "10.0.0.1");
        }
    }

    private Duration attempt(String account, String address) {
        return Objects.requireNonNull(throttle.begin(account, address).block());
    }
}
