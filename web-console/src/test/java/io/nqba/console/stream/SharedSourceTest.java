package io.nqba.console.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class SharedSourceTest {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private Sinks.Many<Integer> numbers = Sinks.many().multicast().directBestEffort();
    private final SharedSource<Integer> shared = new SharedSource<>(Flux.defer(() -> {
        begun.incrementAndGet();
        return numbers.asFlux().doOnCancel(ended::incrementAndGet);
    }));

    @Test
    void sourceRunsFromTheFirstListenerToTheLast() {
        assertThat(begun).hasValue(0);
        Disposable first = shared.events().subscribe();
        Disposable second = shared.events().subscribe();
        first.dispose();
        assertThat(begun).hasValue(1);
        assertThat(ended).hasValue(0);

        second.dispose();

        assertThat(ended).hasValue(1);
        shared.events().subscribe().dispose();
        assertThat(begun).hasValue(2);
        assertThat(ended).hasValue(2);
    }

    @Test
    void newcomersAreToldTheLatest() {
        List<Integer> early = new ArrayList<>();
        List<Integer> late = new ArrayList<>();
        var unused = shared.events().subscribe(early::add);
        emit(1);
        emit(2);

        var unusedToo = shared.events().subscribe(late::add);
        emit(3);

        assertThat(early).containsExactly(1, 2, 3);
        assertThat(late).containsExactly(2, 3);
    }

    @Test
    void aListenerThatAsksForNothingHoldsUpNobodyAndMissesTheOldest() {
        List<Integer> seen = new ArrayList<>();
        List<Integer> slow = new ArrayList<>();
        BaseSubscriber<Integer> waiting = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                // Nothing is asked for yet.
            }

            @Override
            protected void hookOnNext(Integer value) {
                slow.add(value);
            }
        };
        shared.events().subscribe(waiting);
        var unused = shared.events().subscribe(seen::add);
        int many = SharedSource.KEPT + 100;

        IntStream.range(0, many).forEach(this::emit);

        assertThat(seen).hasSize(many);
        waiting.requestUnbounded();
        assertThat(slow)
                .containsExactlyElementsOf(
                        IntStream.range(many - SharedSource.KEPT, many).boxed().toList());
    }

    @Test
    void anErrorReachesEverybodyAndTheNextOneBeginsAnew() {
        List<Throwable> errors = new ArrayList<>();
        var unused = shared.events().subscribe(number -> {}, errors::add);
        Sinks.Many<Integer> broken = numbers;
        numbers = Sinks.many().multicast().directBestEffort();

        broken.tryEmitError(new IllegalStateException("broken"));
        List<Integer> seen = new ArrayList<>();
        var unusedToo = shared.events().subscribe(seen::add);
        emit(7);

        assertThat(errors).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(seen).containsExactly(7);
        assertThat(begun).hasValue(2);
    }

    /** Those who come and go while events pass stop nobody's events. */
    @Test
    void comingsAndGoingsDoNotStopIt() throws InterruptedException {
        int events = 300_000;
        SharedSource<Integer> counting = new SharedSource<>(Flux.range(0, Integer.MAX_VALUE)
                .delaySubscription(Duration.ofMillis(1))
                .doOnCancel(ended::incrementAndGet));
        CountDownLatch told = new CountDownLatch(events);
        Disposable listener = counting.events().subscribe(number -> told.countDown());
        AtomicInteger visits = new AtomicInteger();
        Thread visitors = new Thread(() -> {
            while (told.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
                counting.events().subscribe().dispose();
                visits.incrementAndGet();
            }
        });
        visitors.start();

        assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
        visitors.join();
        assertThat(visits).hasPositiveValue();
        listener.dispose();
        assertThat(ended).hasValue(1);
    }

    private void emit(int number) {
        numbers.tryEmitNext(number);
    }
}
