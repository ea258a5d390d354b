package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.PartitionSweep;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.compute.sales.scoring.CalledAwayException.Reason;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One coordinator's steps of a scoring run. What a step learns depends on request and leads alone, however many nodes share the work. */
final class ScoringLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ScoringLoop.class);
    /** How long a sweep waits for partitions without an owner, such as during the restart of a node. */
    private static final long PATIENCE_MILLIS = 60_000;

    private static final long LESSONS_PER_ATTEMPT = 1_000;

    private final Ignite ignite;
    private final RunLedger ledger;
    private final BooleanSupplier mayContinue;
    private final LeadScoringRequest request;
    private final PartitionSweep partitions;
    private final Sweeper sweeper;
    private final long startNanos = System.nanoTime();
    private final long activeBefore;
    private final int roundsBefore;
    private OptimizationRun run;
    private ScoringMemory memory;

    ScoringLoop(
            Ignite ignite, RunLedger ledger, OptimizationRun run, ScoringMemory memory, BooleanSupplier mayContinue) {
        this.ignite = ignite;
        this.ledger = ledger;
        this.run = run;
        this.memory = memory;
        this.mayContinue = mayContinue;
        this.request = (LeadScoringRequest) run.request();
        this.partitions = new PartitionSweep(ignite, run.runId(), request, PATIENCE_MILLIS);
        this.sweeper = new Sweeper(partitions, this::refuseToGoOn);
        this.activeBefore = memory.activeMillis();
        this.roundsBefore = run.rounds();
    }

    /** Shapes that are tried: few shallow trees last longer when times change, many deep ones tell more when they do not. */
    static List<TreeShape> shapes(LeadScoringRequest request) {
        if (request.trees() > 0) {
            return List.of(new TreeShape(request.trees(), request.depth()));
        }
        return request.model() == ModelKind.LOGISTIC
                ? List.of(new TreeShape(1, 1))
                : List.of(new TreeShape(100, 2), new TreeShape(200, 4));
    }

    void run() {
        try {
            while (memory.next() != ScoringStep.STORE) {
                step();
            }
            new ScoringEnding(ignite, ledger, sweeper, run, memory).end();
        } catch (CalledAwayException away) {
            if (away.reason() == Reason.HANDED_OVER) {
                LOG.info("Handing a training over, runId={}, step={}", run.runId(), memory.next());
                return;
            }
            giveUp(away.reason());
        }
        release();
    }

    private void step() {
        ScoringStep step = memory.next();
        var steps = new ScoringSteps(
                ignite, sweeper, request, memory, run.attempt() * LESSONS_PER_ATTEMPT + 10L * step.number());
        memory = steps.take(step).after(step, activeMillis());
        run = ledger.book(
                steps.told(run).toBuilder()
                        .rounds(roundsBefore + sweeper.sweeps())
                        .nodes(sweeper.nodes())
                        .build(),
                memory,
                sweeper.takeBytes(),
                step.message());
    }

    private void giveUp(Reason reason) {
        if (reason == Reason.CANCELLED) {
            ledger.finish(run.toBuilder().state(RunState.CANCELLED).build(), "Cancelled before there was a model.");
            return;
        }
        release();
        throw new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The training reached its time limit of %.1f s before there was a model."
                        .formatted(request.timeLimitMillis() / 1000.0),
                "Give it more time, or fewer features or trees.");
    }

    /** Nodes would keep the leads until others take their place. */
    private void release() {
        partitions.ask(new ReleaseInquiry());
        partitions.forget();
    }

    private void refuseToGoOn() {
        if (!mayContinue.getAsBoolean()) {
            throw new CalledAwayException(Reason.HANDED_OVER);
        }
        if (ledger.cancelRequested(run.runId())) {
            throw new CalledAwayException(Reason.CANCELLED);
        }
        if (activeMillis() > request.timeLimitMillis()) {
            throw new CalledAwayException(Reason.LATE);
        }
    }

    private long activeMillis() {
        return activeBefore + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }
}
