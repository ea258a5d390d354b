package io.nqba.client;

import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.AnnealingSolution;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ChangedProblem;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.ignite.Ignition;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.ClientException;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.configuration.ClientConfiguration;

/**
 * A service's way to the optimisation of a running grid. Blocking and thread-safe; every method throws {@link NqbaException} with the
 * grid's own words when it refuses, with {@code GRID_UNREACHABLE} when nobody answers.
 *
 * <p>Ignite's thin client needs {@code --add-opens=java.base/java.nio=ALL-UNNAMED} on a modern JDK.
 */
public final class OptimisationClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int STEPS_PER_LOOK = 64;

    private final IgniteClient client;
    private final boolean owned;

    private OptimisationClient(IgniteClient client, boolean owned) {
        this.client = client;
        this.owned = owned;
    }

    /**
     * Connects.
     *
     * @param addresses {@code host:port} of one or more nodes' ports for thin clients
     */
    public static OptimisationClient connect(String... addresses) {
        try {
            return new OptimisationClient(
                    Ignition.startClient(
                            new ClientConfiguration().setAddresses(addresses).setTimeout(TIMEOUT_MILLIS)),
                    true);
        } catch (ClientException e) {
            throw GridRefusals.unreachable("No grid answers at (%s).".formatted(String.join(", ", addresses)), e);
        }
    }

    /** Returns a client over a connection that the caller keeps and closes. */
    public static OptimisationClient over(IgniteClient connection) {
        return new OptimisationClient(connection, false);
    }

    /**
     * Stores a problem in the grid. Nothing is left there when it cannot be read.
     *
     * @param requestedBy name of the account that asks
     * @throws NqbaException {@code INVALID_PROBLEM} with the line and the remedy when the text is not a problem
     * @throws IOException when the text cannot be opened or read here
     */
    public StoredProblem store(ProblemSource source, String requestedBy) throws IOException {
        String problemId = UUID.randomUUID().toString();
        int pieces;
        try (InputStream text = source.content().open()) {
            pieces = guarded(() -> new ProblemUpload(client, problemId)).put(text);
        }
        return task(
                TaskNames.IMPORT_PROBLEM,
                new ImportProblem(problemId, source.name(), source.format(), source.number(), pieces, requestedBy),
                StoredProblem.class);
    }

    public Optional<StoredProblem> problem(String problemId) {
        return find(CacheNames.OPTIMIZATION_PROBLEM, problemId);
    }

    /** Changes coefficients, all or none, and returns the new revision, with an answer where one was asked for. */
    public ChangedProblem change(ChangeProblem change) {
        return task(TaskNames.CHANGE_PROBLEM, change, ChangedProblem.class);
    }

    /** Removes a problem that no run needs any more. */
    public StoredProblem delete(String problemId) {
        return task(TaskNames.DELETE_PROBLEM, problemId, StoredProblem.class);
    }

    /** Queues a run under a new id. */
    public OptimizationRun submit(RunRequest request, String requestedBy) {
        return submit(new SubmitRun(UUID.randomUUID().toString(), request, requestedBy));
    }

    /** Queues a run; repeating a submission under the same id is the same run. */
    public OptimizationRun submit(SubmitRun submission) {
        return task(TaskNames.SUBMIT_RUN, submission, OptimizationRun.class);
    }

    public Optional<OptimizationRun> run(String runId) {
        return find(CacheNames.OPTIMIZATION_RUN, runId);
    }

    /** Returns the newest runs of every unit, the newest first, at most {@code limit}. */
    public List<OptimizationRun> runs(int limit) {
        var newest = new SqlFieldsQuery(
                        "SELECT RUN_ID FROM OPTIMIZATION_RUN ORDER BY CREATED_MILLIS DESC, RUN_ID LIMIT ?")
                .setSchema("PUBLIC")
                .setArgs(limit);
        return guarded(() -> {
            Set<String> ids = new LinkedHashSet<>();
            client.query(newest).getAll().forEach(row -> ids.add(String.valueOf(row.get(0))));
            Map<String, OptimizationRun> found = client.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                    .getAll(ids);
            return ids.stream().map(found::get).filter(Objects::nonNull).toList();
        });
    }

    /** Asks a run to stop and keep its best answer. */
    public OptimizationRun cancel(String runId) {
        return task(TaskNames.CANCEL_RUN, runId, OptimizationRun.class);
    }

    /** Returns the best answer of a run so far. */
    public Optional<AnnealingSolution> solution(String runId) {
        return find(CacheNames.ANNEALING_SOLUTION, runId);
    }

    /**
     * Returns rounds of a run in order.
     *
     * @param after the last round that is known; 0 for none
     */
    public List<AnnealingRound> rounds(String runId, int after) {
        return following(CacheNames.ANNEALING_ROUND, runId, after);
    }

    /**
     * Follows a run to its end.
     *
     * @param step is told every step once, in order; called by this thread
     * @return the run as it ended
     * @throws InterruptedException if the thread is interrupted; the run goes on
     */
    public OptimizationRun follow(String runId, Consumer<RunProgress> step) throws InterruptedException {
        if (run(runId).isEmpty()) {
            throw new NqbaException(
                    ErrorCode.RUN_NOT_FOUND,
                    "There is no run with id (%s).".formatted(runId),
                    "Check the id; the list of runs shows those of this grid.");
        }
        for (long after = 0; ; ) {
            List<RunProgress> steps = following(CacheNames.RUN_PROGRESS, runId, after);
            for (RunProgress next : steps) {
                step.accept(next);
                if (next.state().terminal()) {
                    return run(runId).orElseThrow();
                }
            }
            after += steps.size();
            if (steps.isEmpty()) {
                Thread.sleep(LOOK.toMillis());
            }
        }
    }

    @Override
    public void close() {
        if (owned) {
            client.close();
        }
    }

    /** Steps have the numbers 1, 2, 3 … without gaps, so those after a known one can be asked for by key. */
    private <V> List<V> following(String cacheName, String runId, long after) {
        Set<RunProgressKey> next = LongStream.rangeClosed(after + 1, after + STEPS_PER_LOOK)
                .mapToObj(number -> new RunProgressKey(runId, number))
                .collect(Collectors.toSet());
        Map<RunProgressKey, V> found = guarded(() -> {
            ClientCache<RunProgressKey, V> cache = client.cache(cacheName);
            return cache.getAll(next);
        });
        List<V> steps = new ArrayList<>();
        for (long number = after + 1; found.containsKey(new RunProgressKey(runId, number)); number++) {
            steps.add(found.get(new RunProgressKey(runId, number)));
        }
        return steps;
    }

    private <V> Optional<V> find(String cacheName, String key) {
        return guarded(
                () -> Optional.ofNullable(client.<String, V>cache(cacheName).get(key)));
    }

    private <T> T task(String name, Object argument, Class<T> answer) {
        try {
            return answer.cast(client.compute()
                    .<Object, TaskReply<T>>execute(name, argument)
                    .orThrow());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NqbaException(
                    ErrorCode.GRID_TIMEOUT,
                    "Waiting for the grid was interrupted.",
                    "Ask again; a submission under the same id is the same run.",
                    List.of(),
                    interrupted);
        } catch (ClientException failed) {
            throw GridRefusals.translate(failed);
        }
    }

    private static <T> T guarded(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (ClientException failed) {
            throw GridRefusals.translate(failed);
        }
    }
}
