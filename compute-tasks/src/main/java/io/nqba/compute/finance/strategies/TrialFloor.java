package io.nqba.compute.finance.strategies;

import io.nqba.compute.optimisation.RunSettings;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ignite.Ignite;

/** The threads of one node that play backtests. Idle ones leave, so that a node that stops needs not stop them. */
final class TrialFloor {
    private static final String KEY = "nqba.finance.trialFloor";

    private final Executor threads;

    private TrialFloor(Ignite ignite) {
        int size = RunSettings.searchThreads(ignite.cluster().localNode());
        var number = new AtomicInteger();
        var pool = new ThreadPoolExecutor(size, size, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "backtest-" + ignite.name() + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    static TrialFloor of(Ignite ignite) {
        ConcurrentMap<String, TrialFloor> local = ignite.cluster().nodeLocalMap();
        return local.computeIfAbsent(KEY, key -> new TrialFloor(ignite));
    }

    Executor threads() {
        return threads;
    }
}
