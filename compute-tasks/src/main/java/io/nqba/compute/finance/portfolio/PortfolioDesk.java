package io.nqba.compute.finance.portfolio;

import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.finance.PortfolioRequest;
import java.util.LinkedHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;

/** What a node keeps for portfolio runs: threads that work, and the problems of the last runs, which cost their estimates once. */
final class PortfolioDesk {
    private static final String KEY = "nqba.finance.portfolio.desk";
    private static final int MOST_RUNS = 8;
    /** How often a long step looks whether its run is cancelled. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Ignite ignite;
    private final ThreadPoolExecutor workers;
    private final LinkedHashMap<String, PortfolioSolver> solvers = new LinkedHashMap<>(16, 0.75f, true);

    private PortfolioDesk(Ignite ignite) {
        this.ignite = ignite;
        int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
        var number = new AtomicInteger();
        workers = new ThreadPoolExecutor(cores, cores, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "portfolio-" + ignite.name() + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        // Idle threads leave, so that a node that stops needs not stop them.
        workers.allowCoreThreadTimeOut(true);
    }

    static PortfolioDesk of(Ignite ignite) {
        ConcurrentMap<String, PortfolioDesk> local = ignite.cluster().nodeLocalMap();
        return local.computeIfAbsent(KEY, key -> new PortfolioDesk(ignite));
    }

    Executor workers() {
        return workers;
    }

    /** Returns the solver of a run, read once per node. */
    PortfolioSolver solver(String runId, PortfolioRequest request) {
        synchronized (solvers) {
            PortfolioSolver known = solvers.get(runId);
            if (known != null) {
                return known;
            }
        }
        var fresh = new PortfolioSolver(PortfolioModel.of(ignite, request));
        synchronized (solvers) {
            solvers.put(runId, fresh);
            if (solvers.size() > MOST_RUNS) {
                var eldest = solvers.keySet().iterator();
                eldest.next();
                eldest.remove();
            }
            return fresh;
        }
    }

    /** Returns whether a step that began now shall end: its time is over, or its run is cancelled. */
    BooleanSupplier stop(String runId, long millis) {
        long begin = System.nanoTime();
        long end = TimeUnit.MILLISECONDS.toNanos(millis);
        var ledger = new RunLedger(ignite);
        return new BooleanSupplier() {
            private long looked = begin;
            private boolean cancelled;

            @Override
            public boolean getAsBoolean() {
                long now = System.nanoTime();
                if (!cancelled && now - looked > LOOK_NANOS) {
                    looked = now;
                    cancelled = ledger.cancelRequested(runId);
                }
                return cancelled || now - begin > end;
            }
        };
    }
}
