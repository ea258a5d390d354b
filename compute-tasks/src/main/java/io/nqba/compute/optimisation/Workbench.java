package io.nqba.compute.optimisation;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.RunRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.IgniteInterruptedException;
import org.jspecify.annotations.Nullable;

/**
 * The bench of one node: subproblems compiled once per run and partition, so that rounds read no cache, and a bounded number of
 * threads that answer for the partitions. Compiled runs leave when their run ends, or when many newer ones came.
 */
final class Workbench {
    private static final String KEY = "nqba.optimisation.workbench";
    /** Runs whose compiled subproblems stay; one that left is compiled again when asked. */
    private static final int MOST_RUNS = 4;

    private static final int MOST_COMMANDS = 8;

    private final Ignite ignite;
    private final int threads;
    private final ExecutorService workers;
    private final ExecutorService commands;
    private final LinkedHashMap<String, CompiledRun> runs = new LinkedHashMap<>(16, 0.75f, true);

    private Workbench(Ignite ignite) {
        this.ignite = ignite;
        threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        workers = pool("optimisation-", threads);
        commands = pool("optimisation-command-", MOST_COMMANDS);
    }

    /** Idle threads leave, so that a node that stops needs not stop them. */
    private ExecutorService pool(String prefix, int size) {
        var number = new AtomicInteger();
        var pool = new ThreadPoolExecutor(size, size, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, prefix + ignite.name() + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Returns threads for commands that wait for other nodes, so that they do not hold a thread of Ignite's pool meanwhile. */
    Executor commands() {
        return commands;
    }

    /** Returns the bench of the node. */
    static Workbench of(Ignite ignite) {
        ConcurrentMap<String, Workbench> local = ignite.cluster().nodeLocalMap();
        return local.computeIfAbsent(KEY, key -> new Workbench(ignite));
    }

    /** Answers for those of the partitions that this node owns now. */
    <T extends Tally<T>> PartitionReport answer(
            String runId, RunRequest request, Inquiry<?, T> inquiry, int[] partitions) {
        SweptProblem problem = SweptProblems.of(request);
        if (inquiry.fresh()) {
            forget(runId);
        }
        CompiledRun run = compiled(runId);
        refuseLost(problem.colocatedWith(), partitions);
        int[] mine = owned(problem.colocatedWith(), partitions);
        List<PartitionRows> models = inParallel(mine.length, i -> run.model(ignite, problem, request, mine[i]));
        int[] still = owned(problem.colocatedWith(), mine);
        var kept = new ArrayList<PartitionRows>(still.length);
        for (int i = 0; i < mine.length; i++) {
            if (Arrays.binarySearch(still, mine[i]) >= 0) {
                kept.add(models.get(i));
            } else {
                run.forget(mine[i]);
            }
        }
        T tally = sum(inquiry, kept);
        return new PartitionReport(
                ignite.cluster().localNode().id(),
                still,
                kept.stream().mapToLong(PartitionRows::items).sum(),
                kept.stream().mapToLong(PartitionRows::fingerprint).sum(),
                ignite.binary().toBinary(tally));
    }

    /** Drops what was compiled for a run. */
    void forget(String runId) {
        synchronized (runs) {
            runs.remove(runId);
        }
    }

    private CompiledRun compiled(String runId) {
        synchronized (runs) {
            CompiledRun run = runs.computeIfAbsent(runId, id -> new CompiledRun());
            if (runs.size() > MOST_RUNS) {
                var eldest = runs.keySet().iterator();
                eldest.next();
                eldest.remove();
            }
            return run;
        }
    }

    /** An inquiry comes from the engine whose problem made the rows, so it knows their type. */
    @SuppressWarnings("unchecked")
    private <T extends Tally<T>> T sum(Inquiry<?, T> asked, List<PartitionRows> models) {
        var inquiry = (Inquiry<PartitionRows, T>) asked;
        List<PartitionRows> busy =
                models.stream().filter(model -> model.items() > 0).toList();
        var next = new AtomicInteger();
        List<T> parts = inParallel(Math.min(threads, busy.size()), worker -> {
            T part = inquiry.nothing();
            for (int i = next.getAndIncrement(); i < busy.size(); i = next.getAndIncrement()) {
                inquiry.ask(ignite, busy.get(i), part);
            }
            return part;
        });
        T total = inquiry.nothing();
        parts.forEach(total::add);
        return total;
    }

    private int[] owned(String cacheName, int[] partitions) {
        int[] primary = ignite.affinity(cacheName)
                .primaryPartitions(ignite.cluster().localNode())
                .clone();
        Arrays.sort(primary);
        return IntStream.of(partitions)
                .filter(partition -> Arrays.binarySearch(primary, partition) >= 0)
                .sorted()
                .toArray();
    }

    private void refuseLost(String cacheName, int[] partitions) {
        var lost = ignite.cache(cacheName).lostPartitions();
        if (IntStream.of(partitions).anyMatch(lost::contains)) {
            throw new NqbaException(
                    ErrorCode.ROUND_INCOMPLETE,
                    "The cache %s lost %d partitions together with their nodes.".formatted(cacheName, lost.size()),
                    "Start the missing grid nodes, reset the lost partitions, then submit the request again.");
        }
    }

    /** Runs numbered pieces of work on the bench's threads and returns their results in order. */
    private <R> List<R> inParallel(int pieces, IntFunction<R> work) {
        var next = new AtomicInteger();
        var results = new @Nullable Object[pieces];
        Runnable puller = () -> {
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                results[i] = work.apply(i);
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, pieces); i++) {
            running.add(workers.submit(puller));
        }
        running.forEach(Workbench::await);
        var ordered = new ArrayList<R>(pieces);
        for (Object result : results) {
            @SuppressWarnings("unchecked")
            R typed = (R) result;
            ordered.add(typed);
        }
        return ordered;
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IgniteInterruptedException(interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IgniteException(failed.getCause());
        }
    }

    /** What is compiled for one run on this node. */
    private static final class CompiledRun {
        private final ConcurrentMap<Integer, PartitionRows> models = new ConcurrentHashMap<>();
        private SweptProblem.@Nullable RowSource source;

        PartitionRows model(Ignite ignite, SweptProblem problem, RunRequest request, int partition) {
            return models.computeIfAbsent(
                    partition, p -> source(ignite, problem, request).compile(p));
        }

        void forget(int partition) {
            models.remove(partition);
        }

        private synchronized SweptProblem.RowSource source(Ignite ignite, SweptProblem problem, RunRequest request) {
            if (source == null) {
                source = problem.open(ignite, request);
            }
            return source;
        }
    }
}
