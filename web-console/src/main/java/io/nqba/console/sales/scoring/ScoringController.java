package io.nqba.console.sales.scoring;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.RescoringRequest;
import io.nqba.model.sales.ScoringModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Trains scoring models, shows their cards, promotes them, scores leads. */
@RestController
@RequestMapping(path = "/api/v1/sigma", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "SIGMA scoring", description = "How likely leads are to be won, with reasons.")
class ScoringController {
    private final ScoringGateway scoring;
    private final RunSubmission submission;
    private final AuditTrail audit;

    ScoringController(ScoringGateway scoring, RunSubmission submission, AuditTrail audit) {
        this.scoring = scoring;
        this.submission = submission;
        this.audit = audit;
    }

    @Operation(
            summary = "Train a scoring model",
            description =
                    "From the leads of a schema whose outcome is known, next to the data. Judged on the newest leads first."
                            + " The model has the id of the run; it is a challenger until somebody promotes it, unless it is the first."
                            + " Follow the run at its Location.")
    @PostMapping(path = "/lead-scoring", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RunView>> train(
            @Parameter(description = "Sending the same body again under the same key leads to the same run")
                    @RequestHeader(name = RunSubmission.KEY_HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody Mono<LeadScoringBody> body,
            Principal principal,
            ServerWebExchange exchange) {
        return body.flatMap(given ->
                        submission.submit(exchange, principal.getName(), key, given.toString(), given.toRequest()))
                .map(RunView::accepted);
    }

    @Operation(summary = "List scoring models, newest first")
    @GetMapping("/models")
    Mono<Page<ModelRow>> models(
            @RequestParam(required = false) @Nullable String schemaId,
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return scoring.models(schemaId, cursor, limit)
                .map(page -> new Page<>(page.items().stream().map(ModelRow::of).toList(), page.next()));
    }

    @Operation(
            summary = "Look at a scoring model",
            description =
                    "Its card: quality on the newest leads and by lot, calibration, warnings, and what has moved since.")
    @GetMapping("/models/{id}")
    Mono<ModelView> model(@PathVariable String id) {
        return known(id).flatMap(this::view);
    }

    @Operation(
            summary = "Make a model champion",
            description =
                    "It is champion when this answers, and the one before has retired; scoring every lead of the schema anew is a run,"
                            + " followed at its Location. Cancelled, the champion stays and each score names the model it is by;"
                            + " promoting the champion again scores the rest. 409 when the model changed since the revision that was seen.")
    @PostMapping(path = "/models/{id}/promotion", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RunView>> promote(
            @PathVariable String id,
            @Parameter(description = "Sending the same body again under the same key leads to the same run")
                    @RequestHeader(name = RunSubmission.KEY_HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody Mono<PromotionBody> body,
            Principal principal,
            ServerWebExchange exchange) {
        Mono<RunView> queued = body.flatMap(given -> known(id).flatMap(model -> {
            var request = new RescoringRequest(id, model.schemaId(), given.revision());
            return submission.submit(exchange, principal.getName(), key, request.toString(), request);
        }));
        return audit.record(exchange, "model.promote", id, queued, run -> id).map(RunView::accepted);
    }

    @Operation(summary = "Read the stored score of a lead")
    @GetMapping("/scores/{leadId}")
    Mono<ScoreView> stored(@PathVariable String leadId) {
        return scoring.stored(leadId)
                .map(score -> ScoreView.of(score, true))
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "The lead (%s) has no score.".formatted(shown(leadId)),
                        "Check the id, or score it: POST /api/v1/sigma/scores with its leadId.")));
    }

    @Operation(
            summary = "Score a lead now",
            description =
                    "By `leadId` a stored one, whose score is stored; by `schemaId` and `values` one that need not be stored.")
    @PostMapping(path = "/scores", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ScoreView> score(@Valid @RequestBody Mono<ScoreBody> body) {
        return body.flatMap(given -> {
            String leadId = given.leadId();
            if (leadId != null && !leadId.isBlank()) {
                return scoring.score(leadId).map(score -> ScoreView.of(score, true));
            }
            String schemaId = given.schemaId();
            if (schemaId == null || schemaId.isBlank()) {
                return Mono.error(ScoreBody.refused(
                        "schemaId", "", "Neither a leadId nor a schemaId is given.", "Send one of them."));
            }
            return schema(schemaId)
                    .flatMap(schema -> scoring.ask(given.toQuestion(schema)))
                    .map(score -> ScoreView.of(score, false));
        });
    }

    private Mono<ModelView> view(ScoringModel model) {
        return Mono.zip(scoring.drift(model.modelId()), schema(model.schemaId()))
                .map(both -> ModelView.of(model, both.getT2(), both.getT1()));
    }

    private Mono<LeadSchema> schema(String schemaId) {
        return scoring.schema(schemaId)
                .switchIfEmpty(Mono.error(() -> ScoreBody.refused(
                        "schemaId",
                        schemaId,
                        "There is no such schema of leads.",
                        "Load leads first: scripts/load.sh sales.")));
    }

    private Mono<ScoringModel> known(String id) {
        return scoring.model(id)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no scoring model (%s).".formatted(shown(id)),
                        "Check the id; GET /api/v1/sigma/models lists them.")));
    }

    private static String shown(String id) {
        return id.length() > 60 ? id.substring(0, 60) + "…" : id;
    }
}
