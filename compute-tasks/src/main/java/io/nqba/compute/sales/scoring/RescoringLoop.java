package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.PartitionSweep;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.compute.sales.scoring.CalledAwayException.Reason;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.RescoringRequest;
import io.nqba.model.sales.ScoringModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One coordinator's share of scoring all leads of a schema anew: one group of partitions after another, each booked when it is done. */
final class RescoringLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RescoringLoop.class);
    private static final long PATIENCE_MILLIS = 60_000;
    /** As many steps of progress as people look at. */
    private static final int MOST_GROUPS = 50;

    private final Ignite ignite;
    private final RunLedger ledger;
    private final BooleanSupplier mayContinue;
    private final RescoringRequest request;
    private final ScoringModel model;
    private final PartitionSweep partitions;
    private final Sweeper sweeper;
    private final int groups;
    private final long startNanos = System.nanoTime();
    private final long activeBefore;
    private OptimizationRun run;
    private RescoringMemory memory;

    RescoringLoop(
            Ignite ignite, RunLedger ledger, OptimizationRun run, RescoringMemory memory, BooleanSupplier mayContinue) {
        this.ignite = ignite;
        this.ledger = ledger;
        this.run = run;
        this.memory = memory;
        this.mayContinue = mayContinue;
        request = (RescoringRequest) run.request();
        model = ModelBook.require(ignite, request.modelId());
        partitions = new PartitionSweep(
                ignite, run.runId(), LeadScoringRequest.usual(request.schemaId(), model.kind()), PATIENCE_MILLIS);
        sweeper = new Sweeper(partitions, this::refuseToGoOn);
        groups = Math.min(MOST_GROUPS, ignite.affinity(CacheNames.LEAD).partitions());
        activeBefore = memory.activeMillis();
    }

    void run() {
        try {
            if (memory.leads() < 0) {
                memory = memory.counted(count());
            }
            while (memory.done() < groups) {
                score();
            }
            finish(RunState.SUCCEEDED, "Every lead is scored.", "The champion scored all leads");
        } catch (CalledAwayException away) {
            switch (away.reason()) {
                case HANDED_OVER -> LOG.info("Handing a rescoring over, runId={}, done={}", run.runId(), memory.done());
                case CANCELLED -> finish(RunState.CANCELLED, "Cancelled; the rest keep their scores.", STOPPED);
                case LATE -> finish(RunState.FAILED, "The time limit is reached; the rest keep their scores.", STOPPED);
            }
        }
        partitions.forget();
    }

    private static final String STOPPED =
            "The model stays champion. The other leads keep the score of the model that their score names, until they change or"
                    + " somebody promotes the model again; scored are";

    private void score() {
        ScoredTally group =
                sweeper.ask(ScoreInquiry.ofGroup(model, Clock.systemUTC().millis(), memory.done(), groups));
        memory = memory.after(group, activeMillis());
        run = ledger.book(
                told().build(),
                memory,
                sweeper.takeBytes(),
                "%,d of %,d leads scored.".formatted(memory.scored(), memory.leads()));
    }

    private OptimizationRun.Builder told() {
        double all = memory.leads();
        return run.toBuilder()
                .value((double) memory.scored())
                .bound(all)
                .gap(all == 0 ? 0 : (all - memory.scored()) / all)
                .rounds(memory.done())
                .nodes(sweeper.nodes() == 0 ? run.nodes() : sweeper.nodes());
    }

    private void finish(RunState state, String message, String how) {
        List<String> findings = new ArrayList<>();
        findings.add(String.format(
                Locale.ENGLISH, "%s: %,d of %,d, %,d of them A.", how, memory.scored(), memory.leads(), memory.best()));
        ledger.finish(told().state(state).findings(findings).build(), message);
        LOG.info(
                "A rescoring ended, runId={}, modelId={}, state={}, leads={}",
                run.runId(),
                model.modelId(),
                state,
                memory.scored());
    }

    private long count() {
        var query = new SqlFieldsQuery("SELECT COUNT(*) FROM LEAD WHERE SCHEMA_ID = ?")
                .setArgs(request.schemaId())
                .setSchema("PUBLIC");
        return ((Number) ignite.cache(CacheNames.LEAD)
                        .query(query)
                        .getAll()
                        .get(0)
                        .get(0))
                .longValue();
    }

    private void refuseToGoOn() {
        if (!mayContinue.getAsBoolean()) {
            throw new CalledAwayException(Reason.HANDED_OVER);
        }
        // A model that was overtaken by another promotion would write over the scores of the new champion.
        if (ledger.cancelRequested(run.runId()) || !ModelBook.isChampion(ignite, model.modelId())) {
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
