package io.nqba.console.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nqba.console.testing.TestConsole;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.security.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Runs over REST; the rows are written as the nodes write them. */
class RunApiIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ParameterizedTypeReference<ServerSentEvent<RunEvent>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final WebTestClient client = TestConsole.shared().as(Role.ANALYST);

    @Test
    void aRunShowsItsProof() {
        OptimizationRun run = store(queued("proof-" + UUID.randomUUID(), 1_000).toBuilder()
                .state(RunState.SUCCEEDED)
                .value(599.2)
                .bound(599.1)
                .gap(1.67e-4)
                .baselines(List.of(new Baseline("no-battery", 905.26)))
                .finishedMillis(2_000)
                .build());

        client.get()
                .uri("/api/v1/optimisation/runs/{id}", run.runId())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.value")
                .isEqualTo(599.2)
                .jsonPath("$.bound")
                .isEqualTo(599.1)
                .jsonPath("$.baselines[0].value")
                .isEqualTo(905.26)
                .jsonPath("$.createdAt")
                .isEqualTo("1970-01-01T00:00:01Z")
                .jsonPath("$.startedAt")
                .isEmpty()
                .jsonPath("$.parameters.slots")
                .isEqualTo(24);
    }

    @Test
    void whatIsNotKnownYetIsNull() {
        OptimizationRun run = store(queued("null-" + UUID.randomUUID(), 1_000));

        client.get()
                .uri("/api/v1/optimisation/runs/{id}", run.runId())
                .exchange()
                .expectBody()
                .jsonPath("$.value")
                .isEmpty()
                .jsonPath("$.gap")
                .isEmpty();
    }

    @Test
    void pagesOfTheListHaveEachRunOnceAndNewestFirst() {
        String subject = "pages-" + UUID.randomUUID();
        for (int i = 0; i < 7; i++) {
            // Two of a kind: equal times must not lose a run at the border of a page.
            store(queued(subject, 10_000 + i / 2));
        }

        List<String> seen = new ArrayList<>();
        List<Long> created = new ArrayList<>();
        String cursor = "";
        do {
            RunPage page = list("?subject={s}&limit=2&cursor={c}", subject, cursor);
            page.items().forEach(run -> {
                seen.add(run.id());
                created.add(run.createdAt().toEpochMilli());
            });
            cursor = page.next() == null ? "" : page.next();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(created).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void theListIsFilteredByStateUnitKindAndSubject() {
        String subject = "filter-" + UUID.randomUUID();
        store(queued(subject, 1));
        OptimizationRun running =
                store(queued(subject, 2).toBuilder().state(RunState.RUNNING).build());

        RunPage page = list("?subject={s}&state=RUNNING&unit=FLYFOX&kind=energy-optimization", subject);

        assertThat(page.items()).extracting(RunView::id).containsExactly(running.runId());
        assertThat(list("?subject={s}&unit=SIGMA", subject).items()).isEmpty();
        assertThat(list("?subject={s}&kind=annealing", subject).items()).isEmpty();
    }

    @Test
    void historyIsAJsonList() {
        String id = running();
        write(id, 1, RunState.RUNNING);
        write(id, 2, RunState.RUNNING);

        client.get()
                .uri("/api/v1/optimisation/runs/{id}/events?after=1", id)
                .exchange()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].sequence")
                .isEqualTo(2);
    }

    @Test
    void theStreamReplaysFollowsAndEndsWithoutGaps() {
        String id = running();
        LongStream.rangeClosed(1, 250).forEach(sequence -> write(id, sequence, RunState.RUNNING));
        List<ServerSentEvent<RunEvent>> received = new CopyOnWriteArrayList<>();

        Flux<ServerSentEvent<RunEvent>> stream = stream(id, 0).doOnNext(received::add);
        Disposable open = stream.subscribe();
        await().atMost(PATIENCE).until(() -> !received.isEmpty());
        LongStream.rangeClosed(251, 500).forEach(sequence -> write(id, sequence, RunState.RUNNING));
        write(id, 501, RunState.SUCCEEDED);

        await().atMost(PATIENCE).until(open::isDisposed);
        assertThat(ids(received))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 501).boxed().toList());
        assertThat(received.get(500).event()).isEqualTo(RunEvent.FINISHED);
        assertThat(received.get(0).event()).isEqualTo(RunEvent.PROGRESS);
    }

    @Test
    void aBrowserResumesAfterTheLastEventItSaw() {
        String id = running();
        LongStream.rangeClosed(1, 5).forEach(sequence -> write(id, sequence, RunState.RUNNING));
        write(id, 6, RunState.CANCELLED);

        List<ServerSentEvent<RunEvent>> received = stream(id, 4).collectList().block(PATIENCE);

        assertThat(ids(Objects.requireNonNull(received))).containsExactly(5L, 6L);
    }

    @Test
    void stepsThatArriveOutOfOrderGoOutInOrder() {
        String id = running();
        List<ServerSentEvent<RunEvent>> received = new CopyOnWriteArrayList<>();
        Disposable open = stream(id, 0).doOnNext(received::add).subscribe();
        write(id, 1, RunState.RUNNING);
        await().atMost(PATIENCE).until(() -> received.size() == 1);

        write(id, 3, RunState.RUNNING);
        write(id, 4, RunState.SUCCEEDED);
        write(id, 2, RunState.RUNNING);

        await().atMost(PATIENCE).until(open::isDisposed);
        assertThat(ids(received)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void manyListenersShareOneFeed() {
        String id = running();
        Set<Integer> ended = java.util.Collections.synchronizedSet(new HashSet<>());
        List<Disposable> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int listener = i;
            open.add(stream(id, 0).doOnComplete(() -> ended.add(listener)).subscribe());
        }

        write(id, 1, RunState.RUNNING);
        write(id, 2, RunState.SUCCEEDED);

        await().atMost(PATIENCE).until(() -> ended.size() == 20);
        assertThat(open).allMatch(Disposable::isDisposed);
    }

    @Test
    void aRunThatEndedWithoutALastStepEndsItsStream() {
        OptimizationRun run = store(queued("crashed-" + UUID.randomUUID(), 1).toBuilder()
                .state(RunState.FAILED)
                .problem("The grid was stopped.")
                .build());

        List<ServerSentEvent<RunEvent>> received =
                stream(run.runId(), 0).collectList().block(PATIENCE);

        RunEvent last =
                Objects.requireNonNull(Objects.requireNonNull(received).get(0).data());
        assertThat(last.state()).isEqualTo(RunState.FAILED);
        assertThat(last.message()).isEqualTo("The grid was stopped.");
    }

    @Test
    void anUnknownRunIsAProblemInEveryForm() {
        for (String path : List.of("", "/events")) {
            client.get()
                    .uri("/api/v1/optimisation/runs/none" + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NQBA-OPT-001");
        }
        client.get()
                .uri("/api/v1/optimisation/runs/none/events")
                .accept(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_PROBLEM_JSON)
                .exchange()
                .expectStatus()
                .isNotFound();
        client.delete()
                .uri("/api/v1/optimisation/runs/none")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void cancellingARunThatHasEndedChangesNothing() {
        OptimizationRun run = store(queued("cancel-" + UUID.randomUUID(), 1).toBuilder()
                .state(RunState.SUCCEEDED)
                .build());

        client.delete()
                .uri("/api/v1/optimisation/runs/{id}", run.runId())
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(run.runId())
                .jsonPath("$.state")
                .isEqualTo("SUCCEEDED");
    }

    private RunPage list(String query, Object... values) {
        return Objects.requireNonNull(client.get()
                .uri("/api/v1/optimisation/runs" + query, values)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(RunPage.class)
                .returnResult()
                .getResponseBody());
    }

    private record RunPage(
            List<RunView> items,
            @org.jspecify.annotations.Nullable String next) {}

    private Flux<ServerSentEvent<RunEvent>> stream(String id, long lastSeen) {
        return client.get()
                .uri("/api/v1/optimisation/runs/{id}/events", id)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Last-Event-ID", Long.toString(lastSeen))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody()
                .filter(event -> event.data() != null);
    }

    private static List<Long> ids(List<ServerSentEvent<RunEvent>> events) {
        return events.stream()
                .map(event -> Long.valueOf(Objects.requireNonNull(event.id())))
                .toList();
    }

    private static String running() {
        return store(queued("live-" + UUID.randomUUID(), 1).toBuilder()
                        .state(RunState.RUNNING)
                        .build())
                .runId();
    }

    private static OptimizationRun queued(String subject, long createdMillis) {
        EnergyRequest request =
                new EnergyRequest(subject, 0, 24, EnergyRequest.Source.READINGS, 2.5, 0, true, 1e-4, 100, 60_000);
        return OptimizationRun.queued(UUID.randomUUID().toString(), request, "analyst", "USD", createdMillis);
    }

    private static OptimizationRun store(OptimizationRun run) {
        TestConsole.grid().ignite().cache(CacheNames.OPTIMIZATION_RUN).put(run.runId(), run);
        return run;
    }

    private static void write(String runId, long sequence, RunState state) {
        RunProgress step = new RunProgress(state, (int) sequence, 600, 590, 0.0167, sequence, 1, 100, "");
        TestConsole.grid().ignite().cache(CacheNames.RUN_PROGRESS).put(new RunProgressKey(runId, sequence), step);
    }
}
