package io.nqba.console.grid;

import io.nqba.console.grid.RunProgressFeed.Signal;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.model.error.ErrorCode.Blame;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The steps of one run, in order and without gaps, from the cache and then live.
 *
 * <p>The cache is the truth, the live feed only says when to look. A live step that follows the last one emitted goes
 * out at once; anything else, a gap or a reconnection, makes the reader fetch from the cache what comes after the last
 * one. So nothing depends on signals being complete, in order, or sent once.
 */
@Component
class RunEvents {
    /** Steps of one fetch. */
    private static final int CHUNK = 100;
    /** Looks even without a signal: the last step of a run is the one after which nobody signals any more. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final GridConnection grid;
    private final RunProgressFeed feed;

    RunEvents(GridConnection grid, RunProgressFeed feed) {
        this.grid = grid;
        this.feed = feed;
    }

    /** Returns the steps after {@code after} that are stored now. */
    Flux<RunEvent> stored(String runId, long after) {
        return chunk(runId, after)
                .expand(steps -> steps.size() < CHUNK ? Mono.empty() : chunk(runId, after(steps, after)))
                .flatMapIterable(steps -> steps);
    }

    /** Replays the steps after {@code after}, then follows; completes after the terminal one. */
    Flux<RunEvent> live(String runId, long after) {
        return Flux.defer(() -> {
            Reader reader = new Reader(runId, after);
            Flux<Signal> looks = Flux.interval(LOOK).onBackpressureDrop().map(tick -> Signal.CATCH_UP);
            // The feed is subscribed first, so that no step falls between the first look and the feed.
            return Flux.merge(feed.of(runId).onBackpressureLatest(), looks, Flux.just(Signal.CATCH_UP))
                    .concatMap(reader::read, 1)
                    .takeUntil(step -> step.state().terminal());
        });
    }

    private Mono<List<RunEvent>> chunk(String runId, long after) {
        Set<RunProgressKey> keys = new LinkedHashSet<>();
        for (long sequence = after + 1; sequence <= after + CHUNK; sequence++) {
            keys.add(new RunProgressKey(runId, sequence));
        }
        return grid.<Map<RunProgressKey, RunProgress>>call(
                        client -> client.<RunProgressKey, RunProgress>cache(CacheNames.RUN_PROGRESS)
                                .getAllAsync(keys))
                .map(found -> {
                    List<RunEvent> steps = new ArrayList<>();
                    for (RunProgressKey key : keys) {
                        RunProgress step = found.get(key);
                        if (step == null) {
                            break;
                        }
                        steps.add(RunViews.of(runId, key.sequence(), step));
                    }
                    return steps;
                });
    }

    private static long after(List<RunEvent> steps, long before) {
        return steps.isEmpty() ? before : steps.get(steps.size() - 1).sequence();
    }

    /** Where one listener stands. Used by one signal at a time. */
    private final class Reader {
        private final String runId;
        private long last;
        private boolean ended;

        Reader(String runId, long after) {
            this.runId = runId;
            this.last = after;
        }

        Flux<RunEvent> read(Signal signal) {
            RunProgressKey key = signal.key();
            RunProgress step = signal.step();
            if (key != null && step != null && key.sequence() <= last) {
                return Flux.empty();
            }
            if (key != null && step != null && key.sequence() == last + 1) {
                last = key.sequence();
                return Flux.just(RunViews.of(runId, last, step));
            }
            return stored(runId, last)
                    .doOnNext(found -> last = found.sequence())
                    .switchIfEmpty(Flux.defer(this::end))
                    // The grid is away: silence until the feed says that it is back.
                    .onErrorResume(
                            NqbaException.class,
                            error -> error.code().blame() == Blame.CAPACITY ? Flux.empty() : Flux.error(error));
        }

        /** Ends for a run that ended without a last step; not at the first look, the step may be on its way. */
        private Flux<RunEvent> end() {
            return grid.call(client -> client.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                            .getAsync(runId))
                    .filter(run -> run.state().terminal())
                    .filter(run -> {
                        boolean seenBefore = ended;
                        ended = true;
                        return seenBefore;
                    })
                    .map(run -> RunViews.end(run, last + 1))
                    .flux();
        }
    }
}
