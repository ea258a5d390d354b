package io.nqba.console.grid;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The one continuous query of this console on run progress. A listener that missed a signal sees so by the sequence of the next one,
 * and after each reconnection everybody is told to catch up from the cache.
 */
@Component
class RunProgressFeed extends ChangeFeed<RunProgressFeed.Signal> {
    /**
     * Something to look at.
     *
     * @param key the step that happened, or null when any may have
     * @param step the step, or null with the key
     */
    record Signal(@Nullable RunProgressKey key, @Nullable RunProgress step) {
        static final Signal CATCH_UP = new Signal(null, null);

        boolean concerns(String runId) {
            return key == null || key.runId().equals(runId);
        }
    }

    RunProgressFeed(GridConnection grid) {
        super(grid, "run progress", Signal.CATCH_UP);
    }

    /** Emits what concerns the run. Never ends. */
    Flux<Signal> of(String runId) {
        return signals().filter(signal -> signal.concerns(runId));
    }

    @Override
    void register(IgniteClient client) {
        this.<RunProgressKey, RunProgress>listen(
                client,
                CacheNames.RUN_PROGRESS,
                change -> new Signal(change.key(), change.removed() ? null : change.row()));
    }
}
