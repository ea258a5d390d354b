package io.nqba.console.page.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.page.optimisation.RunKind;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.console.sales.scoring.ScoringGateway;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.sales.DriftReport;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.RescoringRequest;
import io.nqba.model.sales.ScoringModel;
import java.security.Principal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Scoring models: what they are worth, what they go by, what has moved; training and promotion. */
@Controller
class ScoringPages {
    private static final int MODELS = 50;
    private static final int RECENT_RUNS = 10;
    /** Drift is counted over all new leads; a page that people look at does not wait longer for it. */
    private static final Duration DRIFT = Duration.ofMillis(1_500);

    private static final ProblemBox NO_PROBLEM = new ProblemBox("", "", "", List.of());
    private static final EmptyState NONE = new EmptyState(
            "No model has been trained yet",
            "A model learns from leads whose outcome is known, then says of each lead how likely it is to be won, and why.",
            "",
            "",
            "");
    private static final EmptyState NO_LEADS = new EmptyState(
            "There are no leads to learn from",
            "Load some first; a model needs 100 leads whose outcome is known, 10 of either outcome.",
            "",
            "",
            "scripts/load.sh sales --help");

    private final ScoringGateway scoring;
    private final RunGateway runs;
    private final RunSubmission submission;
    private final AuditTrail audit;

    ScoringPages(ScoringGateway scoring, RunGateway runs, RunSubmission submission, AuditTrail audit) {
        this.scoring = scoring;
        this.runs = runs;
        this.submission = submission;
        this.audit = audit;
    }

    @GetMapping(ScoringPage.PATH)
    Mono<Rendering> page(ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        String wanted = TrainForm.text(query, "schema");
        return overview(TrainForm.text(query, "model"), TrainForm.text(query, "view"))
                .flatMap(page -> {
                    boolean form = page.training() || page.models().isEmpty();
                    if (!form || page.schemaIds().isEmpty()) {
                        return Mono.just(view(page).build());
                    }
                    String schemaId = page.schemaIds().contains(wanted)
                            ? wanted
                            : page.schemaIds().get(0);
                    TrainForm fresh = TrainForm.suggested(UUID.randomUUID().toString(), schemaId);
                    return form(page.viewed(ScoringPage.TRAIN), fresh, NO_PROBLEM);
                });
    }

    /** Starts a training and shows it. */
    @PostMapping(ScoringPage.PATH)
    Mono<Rendering> train(ServerWebExchange exchange, Principal account) {
        return exchange.getFormData()
                .map(TrainForm::of)
                .flatMap(form -> schema(form.schemaId()).flatMap(schema -> {
                    TrainForm.Checked checked = form.check(schema);
                    if (checked instanceof TrainForm.Refused refused) {
                        return again(form, refused.problem());
                    }
                    RunRequest request = ((TrainForm.Good) checked).request();
                    return submission
                            .submit(exchange, account.getName(), form.key(), form.toString(), request)
                            .map(ScoringPages::shown)
                            .onErrorResume(
                                    NqbaException.class,
                                    error ->
                                            again(form.renewed(UUID.randomUUID().toString()), ProblemBox.of(error)));
                }));
    }

    /** Promotes the model that the reader has seen, after he has confirmed it. */
    @PostMapping(ScoringPage.PATH + "/{id}/promotion")
    Mono<Rendering> promote(@PathVariable String id, ServerWebExchange exchange, Principal account) {
        return exchange.getFormData()
                .zipWith(known(id))
                .flatMap(both -> {
                    String revision = TrainForm.text(both.getT1(), "revision");
                    var request = new RescoringRequest(
                            id, both.getT2().schemaId(), Long.parseLong(revision.isEmpty() ? "1" : revision));
                    Mono<RunView> queued = submission.submit(
                            exchange,
                            account.getName(),
                            TrainForm.text(both.getT1(), "key"),
                            request.toString(),
                            request);
                    return audit.record(exchange, "model.promote", id, queued, run -> id);
                })
                .map(run -> Rendering.redirectTo(ScoringPage.href("model", id))
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(
                        NqbaException.class,
                        error -> overview(id, ScoringPage.PROMOTE)
                                .map(page -> view(page)
                                        .modelAttribute("problem", ProblemBox.of(error))
                                        .status(HttpStatus.CONFLICT)
                                        .build()));
    }

    private static Rendering shown(RunView run) {
        return Rendering.redirectTo(ScoringPage.href("model", run.id()))
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    private Mono<ScoringPage> overview(String modelId, String wanted) {
        return Mono.zip(scoring.models(null, null, MODELS), scoring.schemaIds(), recent())
                .flatMap(all -> {
                    List<ScoringModel> models = all.getT1().items();
                    List<RunRow> recent = all.getT3();
                    RunRow live =
                            recent.stream().filter(RunRow::live).findFirst().orElse(null);
                    var page = new ScoringPage(models, all.getT2(), recent, null, live, wanted);
                    return chosen(page, modelId)
                            .flatMap(model -> panel(page, model))
                            .map(page::with)
                            .defaultIfEmpty(page);
                });
    }

    /** Returns the model of the address; that of a training that goes on is not there yet. Else the newest champion. */
    private Mono<ScoringModel> chosen(ScoringPage page, String modelId) {
        boolean training = page.runs().stream().anyMatch(run -> run.id().equals(modelId));
        if (!modelId.isEmpty() && !training) {
            return known(modelId);
        }
        Optional<ScoringModel> usual = page.models().stream()
                .filter(model ->
                        page.champion(model.schemaId()).filter(model::equals).isPresent())
                .findFirst()
                .or(() -> page.models().stream().findFirst());
        return training ? scoring.model(modelId).switchIfEmpty(Mono.justOrEmpty(usual)) : Mono.justOrEmpty(usual);
    }

    private Mono<ModelPanel> panel(ScoringPage page, ScoringModel model) {
        Mono<Optional<DriftReport>> drift = scoring.drift(model.modelId())
                .map(Optional::of)
                .timeout(DRIFT)
                .onErrorReturn(TimeoutException.class, Optional.empty());
        return Mono.zip(scoring.weights(model.modelId()), drift)
                .map(both -> new ModelPanel(
                        model,
                        both.getT1(),
                        both.getT2().orElse(null),
                        page.beside(model).orElse(null)));
    }

    private Mono<ScoringModel> known(String id) {
        return scoring.model(id)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no scoring model (%s).".formatted(id),
                        "Choose one from the list of models.")));
    }

    private Mono<LeadSchema> schema(String schemaId) {
        return scoring.schema(schemaId)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no schema of leads (%s).".formatted(schemaId),
                        "Choose one from the form.")));
    }

    private Mono<List<RunRow>> recent() {
        return Mono.zip(recent(RunKind.SCORING), recent(RunKind.RESCORING))
                .map(both -> Stream.concat(both.getT1().stream(), both.getT2().stream())
                        .sorted(Comparator.comparing(RunRow::createdAt).reversed())
                        .limit(RECENT_RUNS)
                        .toList());
    }

    private Mono<List<RunRow>> recent(RunKind kind) {
        return runs.list(new RunQuery(BusinessUnit.SIGMA, kind.key(), null, null, null, RECENT_RUNS))
                .map(page -> page.items().stream().map(RunRow::of).toList());
    }

    private Mono<Rendering> again(TrainForm form, ProblemBox problem) {
        return overview("", ScoringPage.TRAIN).flatMap(page -> form(page, form, problem));
    }

    private Mono<Rendering> form(ScoringPage page, TrainForm form, ProblemBox problem) {
        return schema(form.schemaId())
                .map(schema -> view(page)
                        .modelAttribute("form", form)
                        .modelAttribute("kinds", TrainForm.KINDS)
                        .modelAttribute("features", List.of(schema.names()))
                        .modelAttribute("problem", problem)
                        .status(problem.title().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    private static Rendering.Builder<?> view(ScoringPage page) {
        return Rendering.view("sigma-scoring")
                .modelAttribute("crumbs", List.of())
                .modelAttribute("page", page)
                .modelAttribute("problem", NO_PROBLEM)
                .modelAttribute("key", UUID.randomUUID().toString())
                .modelAttribute("none", page.schemaIds().isEmpty() ? NO_LEADS : NONE);
    }
}
