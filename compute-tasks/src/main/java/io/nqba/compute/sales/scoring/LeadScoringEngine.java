package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.RunEngine;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;

/** Training of scores in the life cycle that all runs share. */
public final class LeadScoringEngine implements RunEngine {
    /** Log loss is measured in nats: 0.69 for the toss of a coin. */
    private static final String UNIT = "nats";

    @Override
    public boolean takes(RunRequest request) {
        return request instanceof LeadScoringRequest;
    }

    @Override
    public Admission admit(Ignite ignite, SubmitRun submission) {
        var request = (LeadScoringRequest) submission.request();
        LeadSchema schema = LeadScoring.schema(ignite, request.schemaId());
        request.leftOut().forEach(name -> refuseUnknown(schema, "leftOut", name));
        request.trusted().forEach(name -> refuseUnknown(schema, "trusted", name));
        OptimizationRun run = OptimizationRun.queued(
                        submission.runId(),
                        request,
                        submission.requestedBy(),
                        UNIT,
                        Clock.systemUTC().millis())
                .toBuilder()
                .sense(ObjectiveSense.MINIMISE)
                .build();
        return new Admission(
                run, ScoringMemory.begin(ScoringLoop.shapes(request).get(0)), () -> {});
    }

    @Override
    public void work(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        var memory = (ScoringMemory) Objects.requireNonNull(attempt.memory(), "memory");
        new ScoringLoop(ignite, ledger, attempt.run(), memory, mayContinue).run();
    }

    private static void refuseUnknown(LeadSchema schema, String field, String name) {
        if (schema.indexOf(name) >= 0) {
            return;
        }
        String problem = "The schema (%s) has no feature (%s).".formatted(schema.schemaId(), name);
        String remedy = "Use one of: %s.".formatted(String.join(", ", schema.names()));
        throw new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                problem,
                remedy,
                List.of(new FieldProblem(field, name, problem, remedy)),
                null);
    }
}
