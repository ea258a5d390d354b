package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.AgentMarket;
import io.nqba.compute.kernel.assignment.AssignmentSearch;
import io.nqba.compute.kernel.assignment.SerialPolicies;
import io.nqba.compute.kernel.assignment.WorkItems;
import io.nqba.compute.optimisation.PartitionSweep;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.compute.optimisation.Sweep;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.sales.AssignmentRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One coordinator's work on an assignment: what policies without prices would do, steps of the search, the rows. Whatever it finds is
 * saved before it goes on.
 */
final class AssignmentLoop {
    private static final Logger LOG = LoggerFactory.getLogger(AssignmentLoop.class);
    private static final long PATIENCE_MILLIS = 60_000;
    /** Data that changes this often is still being loaded. */
    private static final int MOST_RESTARTS = 3;
    /** As many items as policies without prices are tried on; they look at all agents for each. */
    private static final int SAMPLE = 20_000;

    private final Ignite ignite;
    private final RunLedger ledger;
    private final BooleanSupplier mayContinue;
    private final AssignmentRequest request;
    private final PartitionSweep sweep;
    private final GridWork work;
    private final long startNanos = System.nanoTime();
    private final long activeBefore;
    private final @Nullable AssignmentMemory memory;
    private SalesMarket market;
    private OptimizationRun run;

    AssignmentLoop(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        this.ignite = ignite;
        this.ledger = ledger;
        this.mayContinue = mayContinue;
        run = attempt.run();
        request = (AssignmentRequest) run.request();
        memory = (AssignmentMemory) attempt.memory();
        activeBefore = memory == null ? 0 : memory.activeMillis();
        sweep = new PartitionSweep(ignite, run.runId(), request, PATIENCE_MILLIS);
        work = new GridWork(sweep);
        market = SalesMarket.read(ignite, request);
    }

    void run() {
        if (memory == null && ledger.cancelRequested(run.runId())) {
            ledger.finish(run.toBuilder().state(RunState.CANCELLED).build(), "Cancelled before its first round.");
            return;
        }
        AssignmentMemory at = memory == null ? survey(0) : memory;
        Optional<String> ending = ending(at);
        while (ending.isEmpty()) {
            if (!mayContinue.getAsBoolean()) {
                LOG.info("Handing a run over, runId={}, round={}", run.runId(), run.rounds());
                return;
            }
            at = step(at, at.search()::step, "");
            ending = ending(at);
        }
        while (at.search().plan() == null) {
            at = step(at, at.search()::conclude, "");
        }
        settle(at, ending.orElse(""));
        sweep.forget();
    }

    private AssignmentMemory survey(int restarts) {
        if (restarts > 0) {
            market = SalesMarket.read(ignite, request);
        }
        long items = work.ask(new SampleInquiry(0, restarts > 0)).items();
        double share = items <= SAMPLE ? 1 : (double) SAMPLE / items;
        Sweep<SampleInquiry.Sum> sampled = work.ask(new SampleInquiry(share, false));
        WorkItems sample = sampled.tally().items();
        double part = (double) sample.size() / Math.max(1, items);
        long unitTicks = Math.max(1, sampled.tally().unitTicks());
        AgentMarket agents = market.agents().inWhole(unitTicks);
        AgentMarket scaled = part < 1 ? market.agents().scaled(part) : agents;
        var begun = new AssignmentMemory(
                AssignmentSearch.warm(agents, scaled, sample, request.targetGap()),
                items,
                sampled.tally().scored(),
                part,
                unitTicks,
                sampled.fingerprint(),
                restarts,
                activeMillis());
        run = run.toBuilder()
                .baselines(baselines(scaled, sample, part))
                .nodes(sampled.nodes())
                .build();
        String message = restarts == 0
                ? String.format(Locale.ENGLISH, "Reference policies tried on %,d of %,d items.", sample.size(), items)
                : "The data changed while the run went; it starts over.";
        run = ledger.book(run, begun, work.takeBytes(), message);
        return begun;
    }

    private static List<Baseline> baselines(AgentMarket market, WorkItems sample, double part) {
        var policies = new SerialPolicies(market, sample);
        return List.of(
                new Baseline("current-owners", SerialPolicies.value(market, sample, policies.currentOwners()) / part),
                new Baseline("round-robin", SerialPolicies.value(market, sample, policies.roundRobin()) / part),
                new Baseline("first-come", SerialPolicies.value(market, sample, policies.firstCome()) / part),
                new Baseline("sorted-greedy", SerialPolicies.value(market, sample, policies.sortedGreedy()) / part));
    }

    private AssignmentMemory step(AssignmentMemory at, Step step, String message) {
        AssignmentSearch search = at.search();
        step.take(market.agents().inWhole(at.unitTicks()), work);
        if (work.fingerprint() != at.fingerprint()) {
            return restart(at);
        }
        AssignmentMemory next = at.activeFor(activeMillis());
        run = run.toBuilder()
                .value(search.value())
                .bound(search.bound())
                .gap(search.gap())
                .rounds(search.steps())
                .nodes(work.nodes())
                .build();
        run = ledger.book(run, next, work.takeBytes(), message);
        return next;
    }

    private AssignmentMemory restart(AssignmentMemory at) {
        if (at.restarts() >= MOST_RESTARTS) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The data of the run changed %d times while it went.".formatted(at.restarts() + 1),
                    "Submit the request again when the intake of these rows has finished.");
        }
        return survey(at.restarts() + 1);
    }

    /** Returns why the steps end here, empty text when the search itself has ended; no value when they go on. */
    private Optional<String> ending(AssignmentMemory at) {
        if (at.search().ended()) {
            return Optional.of("");
        }
        if (ledger.cancelRequested(run.runId())) {
            return Optional.of("It was cancelled");
        }
        if (at.search().steps() >= request.maxRounds()) {
            return Optional.of("It reached its limit of %d rounds".formatted(request.maxRounds()));
        }
        if (activeMillis() >= request.timeLimitMillis()) {
            return Optional.of("It reached its time limit of %.1f s".formatted(request.timeLimitMillis() / 1000.0));
        }
        return Optional.empty();
    }

    private void settle(AssignmentMemory at, String early) {
        var plan = Objects.requireNonNull(at.search().plan());
        double[] shadowPrice = at.search().shadowPrice();
        WrittenTally written =
                work.ask(new WriteInquiry(run.runId(), plan, shadowPrice)).tally();
        var findings = new AssignmentFindings(market, at, run, written, shadowPrice);
        findings.store(ignite);
        OptimizationRun done = run.toBuilder()
                .state(
                        ledger.cancelRequested(run.runId()) && !early.isEmpty()
                                ? RunState.CANCELLED
                                : RunState.SUCCEEDED)
                .findings(findings.sentences(early))
                .problem(findings.problem())
                .remedy(findings.remedy())
                .build();
        run = ledger.finish(done, early.isEmpty() ? "All work has its agent." : early + ".");
        LOG.info(
                "A run ended, runId={}, state={}, value={}, gap={}, rounds={}",
                run.runId(),
                run.state(),
                run.value(),
                run.gap(),
                run.rounds());
        AssignmentRetention.sweep(ignite, request.work(), AssignmentRetention.KEPT);
    }

    private long activeMillis() {
        return activeBefore + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    /** One step of a search. */
    private interface Step {
        void take(AgentMarket market, GridWork work);
    }
}
