package io.nqba.console.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.store.InMemorySharedMap;
import io.nqba.console.testing.MovableClock;
import io.nqba.model.audit.AuditEntry;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CommandReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class ProblemIntakeTest {
    private static final NewProblem GIVEN = new NewProblem("triangle", UploadFormat.RUDY, null);
    private static final int BUFFER = 64 << 10;

    private final MovableClock clock = new MovableClock();
    private final InMemoryProblems problems = new InMemoryProblems();
    private final InMemorySharedMap<CommandReply> replies = new InMemorySharedMap<>();
    private final ProblemIntake intake = new ProblemIntake(
            problems,
            replies,
            new AuditTrail(new InMemorySharedMap<AuditEntry>(), clock),
            new ProblemProperties(DataSize.ofMegabytes(8), Duration.ofMinutes(30), Duration.ofMinutes(15)),
            clock);

    @Test
    void theNodeReadsExactlyWhatWasSent() {
        byte[] text = new byte[3 * Upload.PIECE_BYTES + 17];
        IntStream.range(0, text.length).forEach(i -> text[i] = (byte) (i * 31));

        ProblemView stored = take(null, body(text));

        assertThat(problems.texts.get(stored.id())).isEqualTo(text);
        assertThat(problems.imports.get(0).pieces()).isEqualTo(4);
        assertThat(problems.imports.get(0).format()).isEqualTo("RUDY");
        assertThat(problems.pieces).isEmpty();
    }

    @Test
    void aSlowGridSlowsTheSender() {
        Sinks.Empty<Void> gate = Sinks.empty();
        problems.gate = gate.asMono();
        AtomicInteger taken = new AtomicInteger();
        Flux<DataBuffer> endless = Flux.<DataBuffer>generate(sink -> {
                    taken.incrementAndGet();
                    sink.next(buffer(new byte[BUFFER]));
                })
                // As from a network: no queue that a cancelled reader would empty to its end.
                .hide();

        Disposable running = take(GIVEN, null, endless).subscribe();

        // Four pieces travel, and a handful of buffers wait for the fifth.
        assertThat(problems.travelling).isEqualTo(4);
        assertThat(taken.get()).isLessThan(5 * Upload.PIECE_BYTES / BUFFER + 16);
        running.dispose();
        gate.tryEmitEmpty();
        assertThat(problems.pieces).isEmpty();
    }

    @Test
    void whenTheSenderGoesAwayNothingStaysNotEvenWhatStillTravelled() {
        Sinks.Empty<Void> gate = Sinks.empty();
        problems.gate = gate.asMono();
        TestPublisher<DataBuffer> body = TestPublisher.create();

        Disposable running = take(GIVEN, null, body.flux()).subscribe();
        body.next(buffer(new byte[Upload.PIECE_BYTES]), buffer(new byte[Upload.PIECE_BYTES]));
        running.dispose();
        body.assertCancelled();
        assertThat(problems.travelling).isEqualTo(2);
        gate.tryEmitEmpty();

        assertThat(problems.travelling).isZero();
        assertThat(problems.pieces).isEmpty();
        assertThat(problems.imports).isEmpty();
    }

    @Test
    void aBodyThatBreaksOffLeavesNothing() {
        Flux<DataBuffer> broken = Flux.concat(
                Flux.just(buffer(new byte[2 * Upload.PIECE_BYTES])), Flux.error(new IllegalStateException("cut off")));

        assertThatThrownBy(() -> take(null, broken)).hasMessageContaining("cut off");

        assertThat(problems.pieces).isEmpty();
        assertThat(problems.imports).isEmpty();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedByTheNameOfTheSetting() {
        Flux<DataBuffer> tooLarge = Flux.range(0, 9).map(i -> buffer(new byte[Upload.PIECE_BYTES]));

        assertThatThrownBy(() -> take(null, tooLarge))
                .isInstanceOfSatisfying(
                        NqbaException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.TOO_LARGE))
                .hasMessageContaining("(8 MB)")
                .hasMessageContaining("nqba.problems.max-upload");

        assertThat(problems.pieces).isEmpty();
    }

    @Test
    void aBodyThatSaysThatItIsTooLargeIsNotRead() {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.post("/api/v1/optimisation/problems").contentLength(9L << 20));

        assertThatThrownBy(() -> intake.take(
                                exchange,
                                "analyst",
                                null,
                                GIVEN,
                                Flux.error(new IllegalStateException("read all the same")))
                        .block())
                .hasMessageContaining("nqba.problems.max-upload");
    }

    @Test
    void aBodyThatStallsIsGivenUp() {
        StepVerifier.withVirtualTime(() -> take(GIVEN, null, Flux.never()))
                .expectSubscription()
                .thenAwait(Duration.ofMinutes(30))
                .expectErrorSatisfies(error -> assertThat(error).hasMessageContaining("upload-timeout"))
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void anEmptyBodyIsNamed() {
        assertThatThrownBy(() -> take(null, Flux.empty()))
                .isInstanceOfSatisfying(
                        NqbaException.class,
                        error -> assertThat(error.fields().get(0).field()).isEqualTo("body"));
    }

    @Test
    void theSameBodyUnderTheSameKeyIsTheSameProblem() {
        ProblemView first = take("key", body("3 1\n1 2 1\n"));
        ProblemView again = take("key", body("3 1\n1 2 1\n"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(problems.stored).hasSize(1);
        assertThat(problems.pieces).isEmpty();
    }

    @Test
    void anotherBodyUnderTheSameKeyIsAConflict() {
        take("key", body("3 1\n1 2 1\n"));

        assertThatThrownBy(() -> take("key", body("3 1\n1 2 2\n")))
                .isInstanceOfSatisfying(
                        NqbaException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(problems.pieces).isEmpty();
    }

    @Test
    void theKeyOfARefusedBodyIsFree() {
        problems.refusal = new NqbaException(ErrorCode.INVALID_PROBLEM, "Line 2 is wrong.", "Correct it.");
        assertThatThrownBy(() -> take("key", body("3 1\n1 2 x\n"))).hasMessageContaining("Line 2");
        problems.refusal = null;

        take("key", body("3 1\n1 2 1\n"));

        assertThat(problems.stored).hasSize(1);
    }

    @Test
    void aCommandThatMayStillSucceedIsNotDoneTwice() {
        problems.refusal = new NqbaException(ErrorCode.GRID_TIMEOUT, "It took too long.", "Try again.");
        assertThatThrownBy(() -> take("key", body("3 1\n1 2 1\n"))).isInstanceOf(NqbaException.class);
        problems.refusal = null;

        assertThatThrownBy(() -> take("key", body("3 1\n1 2 1\n"))).hasMessageContaining("has not ended yet");
        clock.advance(Duration.ofMinutes(15));
        take("key", body("3 1\n1 2 1\n"));

        assertThat(problems.stored).hasSize(1);
        assertThat(problems.pieces).isEmpty();
    }

    private ProblemView take(@Nullable String key, Flux<DataBuffer> body) {
        return Objects.requireNonNull(take(GIVEN, key, body).block());
    }

    private Mono<ProblemView> take(NewProblem given, @Nullable String key, Flux<DataBuffer> body) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/api/v1/optimisation/problems"));
        return intake.take(exchange, "analyst", key, given, body);
    }

    private static Flux<DataBuffer> body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Flux<DataBuffer> body(byte[] text) {
        return Flux.range(0, (text.length + BUFFER - 1) / BUFFER).map(i -> {
            int from = i * BUFFER;
            byte[] part = new byte[Math.min(BUFFER, text.length - from)];
            System.arraycopy(text, from, part, 0, part.length);
            return buffer(part);
        });
    }

    private static DataBuffer buffer(byte[] bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
