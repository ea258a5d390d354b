package io.nqba.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.security.SignInAttempts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every {@link SharedMap} does; one subclass per adapter. */
public abstract class SharedMapContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SignInAttempts ONE = new SignInAttempts(1, 10, 20);
    private static final SignInAttempts TWO = new SignInAttempts(2, 10, 20);

    private final String key = UUID.randomUUID().toString();

    protected abstract SharedMap<SignInAttempts> map();

    @Test
    void anUnknownKeyIsEmpty() {
        assertThat(map().get(key).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void whatWasPutIsThere() {
        map().put(key, ONE).block(PATIENCE);

        assertThat(map().get(key).block(PATIENCE)).isEqualTo(ONE);
    }

    @Test
    void putIfAbsentKeepsTheFirst() {
        assertThat(map().putIfAbsent(key, ONE).block(PATIENCE)).isTrue();
        assertThat(map().putIfAbsent(key, TWO).block(PATIENCE)).isFalse();
        assertThat(map().get(key).block(PATIENCE)).isEqualTo(ONE);
    }

    @Test
    void replaceNeedsTheExpectedValue() {
        map().put(key, ONE).block(PATIENCE);

        assertThat(map().replace(key, TWO, TWO).block(PATIENCE)).isFalse();
        assertThat(map().replace(key, new SignInAttempts(1, 10, 20), TWO).block(PATIENCE))
                .isTrue();
        assertThat(map().get(key).block(PATIENCE)).isEqualTo(TWO);
    }

    @Test
    void removedIsGoneAndRemovingAgainIsFine() {
        map().put(key, ONE).block(PATIENCE);

        map().remove(key).block(PATIENCE);
        map().remove(key).block(PATIENCE);

        assertThat(map().get(key).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void ofManyAtOnceExactlyOneReplaces() {
        map().put(key, ONE).block(PATIENCE);
        AtomicInteger winners = new AtomicInteger();

        List<Boolean> results = Flux.range(10, 20)
                .flatMap(i -> map().replace(key, ONE, new SignInAttempts(i, 0, 0)))
                .doOnNext(won -> winners.addAndGet(won ? 1 : 0))
                .collectList()
                .block(PATIENCE);

        assertThat(Objects.requireNonNull(results)).hasSize(20);
        assertThat(winners).hasValue(1);
    }

    @Test
    void nothingHappensBeforeSomebodySubscribes() {
        Mono<Void> put = map().put(key, ONE);

        assertThat(map().get(key).blockOptional(PATIENCE)).isEmpty();
        put.block(PATIENCE);
        assertThat(map().get(key).blockOptional(PATIENCE)).isPresent();
    }
}
