package io.nqba.compute.finance.portfolio;

import io.nqba.compute.kernel.portfolio.PortfolioProblem;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.finance.FrontierPoint;
import io.nqba.model.finance.FrontierPointKey;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioProposal;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.IgniteCompute;
import org.apache.ignite.lang.IgniteFuture;
import org.apache.ignite.lang.IgniteFutureTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One coordinator's work on a portfolio run: start, rounds of a search, the points of the frontier, the proposal. Whatever it finds is
 * saved before it goes on.
 */
final class PortfolioLoop {
    private static final Logger LOG = LoggerFactory.getLogger(PortfolioLoop.class);
    /** The past is context: it may take this long beside the answer. */
    private static final long TRIAL_MILLIS = 10_000;

    private static final long LEAST_STEP_MILLIS = 1_000;
    private static final long LOOK_MILLIS = 50;

    private final RunLedger ledger;
    private final BooleanSupplier mayContinue;
    private final PortfolioRequest request;
    private final IgniteCompute compute;
    private final IgniteCache<FrontierPointKey, FrontierPoint> points;
    private final IgniteCache<String, PortfolioProposal> proposals;
    private final long startNanos = System.nanoTime();
    private final long activeBefore;
    private final Set<UUID> helpers = new HashSet<>();
    private OptimizationRun run;
    private final @Nullable PortfolioMemory memory;
    private boolean pricesMoved;

    PortfolioLoop(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        this.ledger = ledger;
        this.mayContinue = mayContinue;
        run = attempt.run();
        request = (PortfolioRequest) run.request();
        memory = (PortfolioMemory) attempt.memory();
        activeBefore = memory == null ? 0 : memory.activeMillis();
        compute = ignite.compute(ignite.cluster().forServers());
        points = ignite.cache(CacheNames.FRONTIER_POINT);
        proposals = ignite.cache(CacheNames.PORTFOLIO_PROPOSAL);
    }

    void run() {
        if (memory == null && cancelled()) {
            ledger.finish(run.toBuilder().state(RunState.CANCELLED).build(), "Cancelled before its first round.");
            return;
        }
        PortfolioMemory at = memory == null ? start() : memory;
        Optional<String> ending = ending(at);
        while (ending.isEmpty()) {
            if (!mayContinue.getAsBoolean()) {
                LOG.info("Handing a run over, runId={}, round={}", run.runId(), at.round());
                return;
            }
            at = round(at);
            ending = ending(at);
        }
        at = frontier(at);
        if (mayContinue.getAsBoolean()) {
            conclude(at, ending.get());
        }
    }

    private PortfolioMemory start() {
        SearchReply reply =
                compute.execute(new SearchTask(), order(0, new int[0])).orThrow();
        String message =
                request.few() ? "Solved without the rules on names; the search for names begins." : "Solved exactly.";
        return book(reply, 1, List.of(), message);
    }

    private PortfolioMemory round(PortfolioMemory at) {
        SearchReply best = at.best();
        SearchReply found = compute.execute(new SearchTask(), order(at.round(), best.sides()))
                .orThrow();
        boolean better = run.sense().gain(found.value(), best.value()) > 0;
        return book(
                better ? merged(found, best) : best,
                at.round() + 1,
                at.chunks(),
                better ? "A better choice of names." : "");
    }

    /** What only the start knows stays. */
    private static SearchReply merged(SearchReply found, SearchReply before) {
        return new SearchReply(
                found.sides(),
                found.weights(),
                found.value(),
                before.bound(),
                found.tradingCost(),
                found.limitPrices(),
                before.baselines(),
                before.leastReturn(),
                before.mostReturn(),
                before.revision());
    }

    private SearchOrder order(int round, int[] sides) {
        return new SearchOrder(run.runId(), request, round, sides, left());
    }

    private long left() {
        return Math.max(LEAST_STEP_MILLIS, request.timeLimitMillis() - activeMillis());
    }

    private PortfolioMemory book(SearchReply best, int round, List<Integer> chunks, String message) {
        var next = new PortfolioMemory(round, best, chunks, activeMillis());
        run = ledger.book(
                with(best, best.value(), best.bound(), best.tradingCost())
                        .rounds(round)
                        .build(),
                next,
                0,
                message);
        return next;
    }

    /** What people see is the measure that the objective is named after, without the cost that was weighed beside it. */
    private OptimizationRun.Builder with(SearchReply best, double value, double bound, double cost) {
        PortfolioObjective objective = request.objective();
        double shown = RunUnits.shown(objective, PortfolioProblem.withoutCost(objective, value, cost));
        double shownBound = RunUnits.shown(objective, PortfolioProblem.withoutCost(objective, bound, cost));
        List<Baseline> baselines = best.baselines().stream()
                .map(plain -> new Baseline(plain.name(), RunUnits.shown(objective, plain.value())))
                .toList();
        return run.toBuilder()
                .baselines(baselines)
                .value(shown)
                .bound(shownBound)
                .gap(run.sense().gap(shown, shownBound))
                .nodes(Math.max(1, helpers.size()));
    }

    /** Returns why the search ends here, empty text when there is nothing to search; no value when it goes on. */
    private Optional<String> ending(PortfolioMemory at) {
        if (cancelled()) {
            return Optional.of("It was cancelled");
        }
        double gap = run.sense().gap(at.best().value(), at.best().bound());
        if (!request.few() || gap <= request.targetGap()) {
            return Optional.of("");
        }
        if (at.round() > request.maxRounds()) {
            return Optional.of("It made its %d rounds".formatted(request.maxRounds()));
        }
        if (activeMillis() >= request.timeLimitMillis()) {
            return Optional.of("It reached its time limit of %.1f s".formatted(request.timeLimitMillis() / 1000.0));
        }
        return Optional.empty();
    }

    private boolean cancelled() {
        return ledger.cancelRequested(run.runId());
    }

    /** Spreads what is missing of the frontier over the nodes and saves each part as it comes. */
    private PortfolioMemory frontier(PortfolioMemory from) {
        PortfolioMemory at = from;
        if (!Double.isFinite(at.best().leastReturn())
                || !Double.isFinite(at.best().mostReturn())) {
            return at;
        }
        List<IgniteFuture<TaskReply<FrontierReply>>> asked = new ArrayList<>();
        for (int chunk = 0; chunk < FrontierOrder.chunks(request); chunk++) {
            if (!at.chunks().contains(chunk) && !cancelled()) {
                asked.add(compute.executeAsync(
                        new FrontierTask(),
                        new FrontierOrder(
                                run.runId(),
                                request,
                                at.best().leastReturn(),
                                at.best().mostReturn(),
                                chunk,
                                left())));
            }
        }
        while (!asked.isEmpty() && mayContinue.getAsBoolean()) {
            for (var future : List.copyOf(asked)) {
                if (future.isDone()) {
                    asked.remove(future);
                    at = found(at, future.get().orThrow());
                }
            }
            pause(asked);
        }
        return at;
    }

    private static void pause(List<IgniteFuture<TaskReply<FrontierReply>>> asked) {
        if (asked.isEmpty()) {
            return;
        }
        try {
            asked.get(0).get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IgniteFutureTimeoutException notYet) {
            LOG.trace("Points of a frontier are still searched.");
        }
    }

    private PortfolioMemory found(PortfolioMemory at, FrontierReply part) {
        helpers.add(part.node());
        pricesMoved |= part.revision() != at.best().revision();
        List<Integer> chunks = new ArrayList<>(at.chunks());
        chunks.add(part.chunk());
        var next = new PortfolioMemory(at.round(), at.best(), chunks, activeMillis());
        int done = Math.min(request.frontierPoints(), chunks.size() * FrontierOrder.POINTS);
        String message = "%d of %d points of the frontier.".formatted(done, request.frontierPoints());
        run = ledger.book(run.toBuilder().nodes(helpers.size()).build(), next, 0, message, () -> {
            for (int k = 0; k < part.points().size(); k++) {
                FrontierPoint point = part.points().get(k);
                if (Double.isFinite(point.expectedReturn())) {
                    points.put(new FrontierPointKey(run.runId(), part.chunk() * FrontierOrder.POINTS + k), point);
                }
            }
        });
        return next;
    }

    private void conclude(PortfolioMemory at, String reason) {
        boolean early = cancelled();
        ConcludeReply end = compute.execute(
                        new ConcludeTask(),
                        new ConcludeOrder(run.runId(), request, at.best(), early ? 0 : TRIAL_MILLIS))
                .orThrow();
        List<String> findings = new ArrayList<>();
        if (!reason.isEmpty()) {
            findings.add(stoppedEarly(reason));
        }
        findings.addAll(end.findings());
        if (pricesMoved) {
            findings.add(
                    "Prices came in while the run went: points of the frontier were found at newer prices than the proposal.");
        }
        OptimizationRun done = with(at.best(), end.value(), end.bound(), end.tradingCost())
                .findings(findings)
                .build();
        run = ledger.book(done, at, 0, "", () -> proposals.put(run.runId(), end.proposal()));
        RunState state = early ? RunState.CANCELLED : RunState.SUCCEEDED;
        run = ledger.finish(
                run.toBuilder().state(state).build(), reason.isEmpty() ? "The proposal is ready." : reason + ".");
        LOG.info(
                "A run ended, runId={}, state={}, value={}, gap={}, rounds={}",
                run.runId(),
                state,
                run.value(),
                run.gap(),
                run.rounds());
    }

    private String stoppedEarly(String reason) {
        return String.format(
                Locale.ENGLISH,
                "%s: the answer is proven to be within %.3g %% of the best possible, which knows no rules on names.",
                reason,
                100 * run.gap());
    }

    private long activeMillis() {
        return activeBefore + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }
}
