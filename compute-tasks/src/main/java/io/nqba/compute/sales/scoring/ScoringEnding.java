package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.sales.DriftReference;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelCard;
import io.nqba.model.sales.ModelState;
import io.nqba.model.sales.ScoringModel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a scoring run: the model is stored with its card, and if it is champion, every lead gets its score. */
final class ScoringEnding {
    private static final Logger LOG = LoggerFactory.getLogger(ScoringEnding.class);

    private final Ignite ignite;
    private final RunLedger ledger;
    private final Sweeper sweeper;
    private final OptimizationRun run;
    private final ScoringMemory memory;
    private final LeadScoringRequest request;

    ScoringEnding(Ignite ignite, RunLedger ledger, Sweeper sweeper, OptimizationRun run, ScoringMemory memory) {
        this.ignite = ignite;
        this.ledger = ledger;
        this.sweeper = sweeper;
        this.run = run;
        this.memory = memory;
        this.request = (LeadScoringRequest) run.request();
    }

    void end() {
        LeadSchema schema = LeadScoring.schema(ignite, request.schemaId());
        var findings = new ScoringFindings(request, schema, memory);
        ScoringModel model = ModelBook.store(ignite, model(findings.sentences()));
        ScoredTally scored = new ScoredTally();
        if (model.state() == ModelState.CHAMPION) {
            scored = sweeper.ask(ScoreInquiry.ofAll(model, Clock.systemUTC().millis()));
        }
        ledger.finish(
                run.toBuilder()
                        .state(RunState.SUCCEEDED)
                        .findings(findings.withUse(model.state(), scored))
                        .build(),
                "The model is stored.");
        LOG.info(
                "A training ended, runId={}, kind={}, state={}, leads={}",
                run.runId(),
                model.kind(),
                model.state(),
                model.trainedRows());
    }

    private ScoringModel model(List<String> findings) {
        Map<String, Double> figures = memory.figures();
        double[] tenths = IntStream.range(0, 10)
                .mapToDouble(k -> memory.figure("score_share_" + k))
                .toArray();
        IntStream.range(0, 10).forEach(k -> figures.remove("score_share_" + k));
        figures.values().removeIf(value -> value.isNaN());
        DriftReference seen = memory.look().reference();
        return ScoringModel.of(run.runId())
                .schemaId(request.schemaId())
                .kind(request.model())
                .parameters(memory.parameters())
                .card(new ModelCard(
                        figures.keySet().toArray(String[]::new),
                        figures.values().stream().mapToDouble(value -> value).toArray(),
                        memory.curve()[0],
                        memory.curve()[1],
                        findings.toArray(String[]::new)))
                .drift(new DriftReference(seen.edges(), seen.shares(), tenths, seen.baseRate()))
                .trainedRows(memory.look().rows())
                .trainedAtMillis(Clock.systemUTC().millis())
                .trainedBy(run.requestedBy())
                .build();
    }
}
