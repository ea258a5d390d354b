package io.nqba.console.grid;

import io.nqba.console.ConsoleProperties;
import io.nqba.console.EmbeddedGrid;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.ignite.Ignition;
import org.apache.ignite.client.ClientException;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.client.IgniteClientFuture;
import org.apache.ignite.configuration.ClientConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The one thin client of this console, and whether the grid is there.
 *
 * <p>A heartbeat asks the grid once a second. While it does not answer, every call fails at once instead of waiting for
 * its own timeout, and the client is thrown away: a new one is built when the grid is back, because a client keeps
 * metadata of the grid it knew, and that grid may have been replaced.
 *
 * <p>Starting a call may open a socket, which blocks; so calls start on a pool of their own and never on an event loop.
 */
@Component
class GridConnection implements SmartLifecycle {
    /** After the embedded node, before everything that asks the grid. */
    static final int PHASE = EmbeddedGrid.PHASE + 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(GridConnection.class);
    private static final int QUEUED_CALLS = 10_000;

    private final EmbeddedGrid embedded;
    private final ConsoleProperties.Grid settings;
    private final Sinks.Many<Boolean> states = Sinks.many().replay().latestOrDefault(false);
    private final Disposable.Swap beating = Disposables.swap();
    private final ExecutorService answers = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()), GridConnection::answerThread);
    private volatile @Nullable IgniteClient client;
    private @Nullable Scheduler callers;
    private @Nullable Scheduler connector;

    GridConnection(EmbeddedGrid embedded, ConsoleProperties properties) {
        this.embedded = embedded;
        this.settings = properties.grid();
    }

    /** Returns whether the grid answered the last heartbeat. */
    boolean reachable() {
        return client != null;
    }

    /** Emits whether the grid is reachable: now, and at each change. Never ends. */
    Flux<Boolean> states() {
        return states.asFlux();
    }

    /** Runs an asynchronous operation. A null result completes empty. */
    <T> Mono<T> call(Function<IgniteClient, IgniteClientFuture<T>> operation) {
        return withClient(found -> Mono.fromFuture(() -> operation.apply(found).toCompletableFuture(), true))
                .timeout(settings.timeout())
                .onErrorMap(GridErrors::translate);
    }

    /** Runs an operation that exists only as a blocking one, such as SQL, on the pool. */
    <T> Mono<T> block(Function<IgniteClient, T> operation) {
        return withClient(found -> Mono.fromCallable(() -> operation.apply(found)))
                .timeout(settings.timeout())
                .onErrorMap(GridErrors::translate);
    }

    /** Runs blocking work that takes as long as it takes, such as an import, on the pool. */
    <T> Mono<T> work(Function<IgniteClient, T> operation) {
        return withClient(found -> Mono.fromCallable(() -> operation.apply(found)))
                .onErrorMap(GridErrors::translate);
    }

    /**
     * Runs a compute task by name.
     *
     * @param argument a wire type, or null
     * @return the value of its reply; its refusal as error
     */
    <T> Mono<T> task(String name, @Nullable Object argument) {
        return task(name, argument, settings.taskTimeout());
    }

    /**
     * Runs a compute task that may take longer than others.
     *
     * @param patience longest wait for its reply
     */
    <T> Mono<T> task(String name, @Nullable Object argument, Duration patience) {
        return withClient(found -> {
                    IgniteClientFuture<TaskReply<T>> reply =
                            found.compute().<Object, TaskReply<T>>executeAsync2(name, argument);
                    return Mono.fromFuture(reply.toCompletableFuture(), true);
                })
                .timeout(patience)
                .map(TaskReply::orThrow)
                .onErrorMap(GridErrors::translate);
    }

    private <T> Mono<T> withClient(Function<IgniteClient, Mono<T>> operation) {
        return Mono.defer(() -> {
            IgniteClient found = client;
            Scheduler pool = callers;
            if (found == null || pool == null) {
                return Mono.<T>error(unreachable(null));
            }
            return Mono.defer(() -> operation.apply(found)).subscribeOn(pool);
        });
    }

    static NqbaException unreachable(@Nullable Throwable cause) {
        return new NqbaException(
                ErrorCode.GRID_UNREACHABLE,
                "The grid does not answer.",
                "Try again in a few seconds; the console reconnects by itself.",
                List.of(),
                cause);
    }

    @Override
    public void start() {
        callers = Schedulers.newBoundedElastic(
                Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE, QUEUED_CALLS, "grid-call", 60, true);
        Scheduler own = Schedulers.newSingle("grid-connect", true);
        connector = own;
        // The first beat runs here, so that a grid that is there is connected before requests come in.
        beat().subscribeOn(own).onErrorComplete().block(settings.timeout().multipliedBy(2));
        beating.update(beat().subscribeOn(own)
                .onErrorComplete()
                .repeatWhen(done -> done.delayElements(settings.heartbeat(), own))
                .subscribe());
    }

    @Override
    public void stop() {
        beating.update(Disposables.disposed());
        drop();
        if (connector != null) {
            connector.dispose();
        }
        if (callers != null) {
            callers.dispose();
        }
        callers = null;
    }

    @Override
    public boolean isRunning() {
        return callers != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /**
     * Not the common pool: its threads see the system class loader, which finds nothing in a packaged console, and hand
     * it on to whatever thread they start.
     */
    private static Thread answerThread(Runnable work) {
        Thread thread = new Thread(work, "grid-answer");
        thread.setDaemon(true);
        thread.setContextClassLoader(GridConnection.class.getClassLoader());
        return thread;
    }

    private Mono<Void> beat() {
        return Mono.defer(() -> {
            IgniteClient known = client;
            if (known == null) {
                return Mono.fromRunnable(this::connect);
            }
            Duration patience = settings.timeout();
            return Mono.fromFuture(() -> known.cacheNamesAsync().toCompletableFuture())
                    .timeout(patience)
                    .doOnError(error -> {
                        LOG.warn("Grid lost; trying again. reason={}", error.toString());
                        drop();
                    })
                    .then();
        });
    }

    private void connect() {
        List<String> addresses = embedded.addresses();
        if (addresses.isEmpty()) {
            return;
        }
        IgniteClient opened = null;
        try {
            opened = Ignition.startClient(configuration(addresses));
            if (serves(opened)) {
                client = opened;
                LOG.info("Grid connected. addresses={}", addresses);
                states.emitNext(true, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
                return;
            }
        } catch (ClientException e) {
            LOG.debug("Grid not there yet. addresses={}", addresses, e);
        }
        if (opened != null) {
            opened.close();
        }
    }

    /** A node accepts clients before its partitions have owners; only a read of a cache shows that it serves. */
    private static boolean serves(IgniteClient opened) {
        return opened.cluster().state().active()
                && !opened.cache(CacheNames.PLATFORM_SECRET).containsKey("any key");
    }

    private ClientConfiguration configuration(List<String> addresses) {
        return new ClientConfiguration()
                .setAddresses(addresses.toArray(String[]::new))
                .setTimeout(Math.toIntExact(settings.timeout().toMillis()))
                // Continuations leave the network thread at once: one slow listener must not hold up every answer.
                .setAsyncContinuationExecutor(answers);
    }

    private void drop() {
        IgniteClient known = client;
        client = null;
        if (known == null) {
            return;
        }
        states.emitNext(false, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
        try {
            known.close();
        } catch (ClientException e) {
            LOG.debug("Closing a lost client failed.", e);
        }
    }
}
