package io.nqba.console.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.console.store.InMemorySharedMap;
import io.nqba.console.testing.MovableClock;
import io.nqba.model.audit.AuditEntry;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CommandReply;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RunSubmissionTest {
    private static final EnergyRequest REQUEST =
            new EnergyRequest("riverside", 0, 24, EnergyRequest.Source.READINGS, 0, 0, true, 1e-4, 100, 60_000);

    private final MovableClock clock = new MovableClock();
    private final QueueOfRuns runs = new QueueOfRuns();
    private final InMemorySharedMap<CommandReply> replies = new InMemorySharedMap<>();
    private final RunSubmission submission = console();

    @Test
    void withoutAKeyEachCommandIsARunOfItsOwn() {
        submit(submission, "analyst", null, "a");
        submit(submission, "analyst", null, "a");

        assertThat(runs.queued).hasSize(2);
    }

    @Test
    void theSameCommandUnderTheSameKeyIsTheSameRunAtEveryConsole() {
        RunView first = submit(submission, "analyst", "key", "a");
        RunView again = submit(console(), "analyst", "key", "a");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(runs.queued).hasSize(1);
    }

    @Test
    void anotherCommandUnderTheSameKeyIsAConflict() {
        submit(submission, "analyst", "key", "a");

        assertThatThrownBy(() -> submit(submission, "analyst", "key", "b"))
                .isInstanceOfSatisfying(
                        NqbaException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("(key)");
        assertThat(submit(submission, "analyst", "key", "a").id())
                .isEqualTo(runs.queued.iterator().next());
    }

    @Test
    void keysOfOthersAreOtherKeys() {
        submit(submission, "analyst", "key", "a");
        submit(submission, "council", "key", "b");

        assertThat(runs.queued).hasSize(2);
    }

    @Test
    void theKeyOfARefusedCommandIsFree() {
        runs.refusal = new NqbaException(ErrorCode.INVALID_PROBLEM, "It is wrong.", "Correct it.");
        assertThatThrownBy(() -> submit(submission, "analyst", "key", "wrong")).isInstanceOf(NqbaException.class);
        runs.refusal = null;

        submit(submission, "analyst", "key", "right");

        assertThat(runs.queued).hasSize(1);
    }

    @Test
    void afterALostAnswerTheSameKeyFindsTheRun() {
        runs.refusal = new NqbaException(ErrorCode.GRID_TIMEOUT, "It took too long.", "Try again.");
        runs.queueThenRefuse = true;
        assertThatThrownBy(() -> submit(submission, "analyst", "key", "a")).isInstanceOf(NqbaException.class);
        runs.refusal = null;

        submit(submission, "analyst", "key", "a");

        assertThat(runs.queued).hasSize(1);
    }

    @Test
    void aKeyHasALength() {
        assertThatThrownBy(() -> submit(submission, "analyst", " ", "a"))
                .hasMessageContaining("Idempotency-Key (1 characters)");
        assertThatThrownBy(() -> submit(submission, "analyst", "x".repeat(201), "a"))
                .hasMessageContaining("Idempotency-Key (201 characters)");
    }

    private RunSubmission console() {
        return new RunSubmission(runs, replies, new AuditTrail(new InMemorySharedMap<AuditEntry>(), clock), clock);
    }

    private static RunView submit(RunSubmission at, String account, @Nullable String key, String command) {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.post("/api/v1/flyfox/energy-optimization"));
        return Objects.requireNonNull(Mono.defer(() -> at.submit(exchange, account, key, command, REQUEST))
                .block());
    }

    /** Queues a run id once, as the grid does. */
    private static final class QueueOfRuns implements RunGateway {
        private final Set<String> queued = new LinkedHashSet<>();
        private @Nullable NqbaException refusal;
        private boolean queueThenRefuse;

        @Override
        public Mono<RunView> submit(SubmitRun submission) {
            return Mono.fromCallable(() -> {
                if (refusal == null || queueThenRefuse) {
                    queued.add(submission.runId());
                }
                if (refusal != null) {
                    throw refusal;
                }
                return view(submission.runId());
            });
        }

        private static RunView view(String id) {
            return new RunView(
                    id,
                    BusinessUnit.FLYFOX,
                    "energy-optimization",
                    "riverside",
                    RunState.QUEUED,
                    "analyst",
                    Instant.EPOCH,
                    null,
                    null,
                    ObjectiveSense.MINIMISE,
                    "USD",
                    null,
                    null,
                    null,
                    List.of(),
                    0,
                    0,
                    "",
                    false,
                    "",
                    "",
                    List.of(),
                    Map.of());
        }

        @Override
        public Mono<RunView> find(String runId) {
            return Mono.empty();
        }

        @Override
        public Mono<Page<RunView>> list(RunQuery query) {
            return Mono.empty();
        }

        @Override
        public Mono<RunView> cancel(String runId) {
            return Mono.empty();
        }

        @Override
        public Flux<RunEvent> history(String runId, long afterSequence) {
            return Flux.empty();
        }

        @Override
        public Flux<RunEvent> events(String runId, long afterSequence) {
            return Flux.empty();
        }
    }
}
