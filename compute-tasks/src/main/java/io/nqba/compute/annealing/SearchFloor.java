package io.nqba.compute.annealing;

import io.nqba.compute.optimisation.RunSettings;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;

/** Where the searches of one node work: its cores, its teams by run, and the threads that wait for them. */
final class SearchFloor {
    private static final String KEY = "nqba.annealing.floor";
    /** Reading a problem takes memory in proportion to its size, so only two at a time. */
    private static final int IMPORTS = 2;

    private static final int LOCKS = 64;

    private final CoreSlots cores;
    private final ConcurrentMap<String, NodeTeam> teams = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicBoolean> playing = new ConcurrentHashMap<>();
    private final ExecutorService rounds;
    private final ExecutorService imports;
    private final Object[] importLocks =
            IntStream.range(0, LOCKS).mapToObj(lock -> new Object()).toArray();

    private SearchFloor(Ignite ignite) {
        cores = new CoreSlots(RunSettings.searchThreads(ignite.cluster().localNode()));
        rounds = pool(ignite, "annealing-round-", 0, Integer.MAX_VALUE);
        imports = pool(ignite, "annealing-import-", IMPORTS, IMPORTS);
    }

    /** Returns the floor of the node. */
    static SearchFloor of(Ignite ignite) {
        ConcurrentMap<String, SearchFloor> local = ignite.cluster().nodeLocalMap();
        return local.computeIfAbsent(KEY, key -> new SearchFloor(ignite));
    }

    /** Idle threads leave, so that a node that stops needs not stop them. */
    private static ExecutorService pool(Ignite ignite, String prefix, int least, int most) {
        var number = new AtomicInteger();
        var queue = least == 0 ? new SynchronousQueue<Runnable>() : new LinkedBlockingQueue<Runnable>();
        var pool = new ThreadPoolExecutor(least, most, 5, TimeUnit.SECONDS, queue, task -> {
            var thread = new Thread(task, prefix + ignite.name() + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    CoreSlots cores() {
        return cores;
    }

    /** Returns threads that may wait for a whole round. */
    Executor rounds() {
        return rounds;
    }

    Executor imports() {
        return imports;
    }

    Object importLock(String problemId) {
        return importLocks[Math.floorMod(problemId.hashCode(), LOCKS)];
    }

    ConcurrentMap<String, NodeTeam> teams() {
        return teams;
    }

    /** Notes that workers of a run play here, and returns what tells them when the run was dismissed. */
    BooleanSupplier playing(String runId) {
        AtomicBoolean dismissed = playing.computeIfAbsent(runId, id -> new AtomicBoolean());
        return dismissed::get;
    }

    /** Ends all searches, as a node does that stops. */
    void close() {
        List.copyOf(teams.keySet()).forEach(this::dismiss);
        List.copyOf(playing.keySet()).forEach(this::dismiss);
    }

    /** Ends the searches of a run on this node. */
    void dismiss(String runId) {
        AtomicBoolean dismissed = playing.remove(runId);
        if (dismissed != null) {
            dismissed.set(true);
        }
        NodeTeam team = teams.remove(runId);
        if (team != null) {
            team.end();
        }
    }
}
