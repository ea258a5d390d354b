package io.nqba.console.page.annealing;

import io.nqba.console.annealing.AnnealingSubmission;
import io.nqba.console.annealing.ProblemGateway;
import io.nqba.console.annealing.ProblemView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Stored problems and their runs. A run goes on whether anybody looks or not. */
@Controller
class OptimisationPages {
    private static final Crumb HOME = new Crumb("Optimisation", "/optimisation");
    private static final EmptyState NO_PROBLEM = new EmptyState(
            "No problem yet",
            "QUBO, Ising and Max-Cut problems stand here with the best answer known and its proven gap. Hand one in as a file"
                    + " or as text; the grid keeps it, and every run of it.",
            "Submit a problem",
            "/optimisation/submit",
            "");
    private static final EmptyState NO_RUN = new EmptyState(
            "No annealing run yet",
            "A run searches on every node at once. Its value, its bound and their gap stand here while it runs and after.",
            "",
            "",
            "");
    private static final ProblemBox STARTED = new ProblemBox(
            "This form has started a run already, with other figures.",
            "Start it again to start another run; the first one stands in the list below.",
            "",
            List.of());
    private static final ProblemBox NOTHING_WRONG = new ProblemBox("", "", "", List.of());

    private final AnnealingLists lists;
    private final ProblemGateway problems;
    private final RunGateway runs;
    private final AnnealingSubmission submission;

    OptimisationPages(AnnealingLists lists, ProblemGateway problems, RunGateway runs, AnnealingSubmission submission) {
        this.lists = lists;
        this.problems = problems;
        this.runs = runs;
        this.submission = submission;
    }

    @GetMapping("/optimisation")
    Mono<Rendering> home(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "") List<String> run) {
        return lists.runs(run)
                .flatMap(rows -> lists.problems(after, rows)
                        .map(stored -> Rendering.view("optimisation")
                                .modelAttribute("crumbs", List.of())
                                .modelAttribute("table", RunTable.of(rows, ""))
                                .modelAttribute("problems", stored.rows())
                                .modelAttribute("next", stored.next() == null ? "" : stored.next())
                                .modelAttribute("later", after != null)
                                .modelAttribute("noProblem", NO_PROBLEM)
                                .modelAttribute("noRun", NO_RUN)
                                .build()));
    }

    /** The rows of runs, for the browser to put in place when the grid has news. */
    @GetMapping("/optimisation/runs")
    Mono<Rendering> rows(
            @RequestParam(defaultValue = "") String problem, @RequestParam(defaultValue = "") List<String> run) {
        Mono<List<AnnealingRow>> rows =
                problem.isEmpty() ? lists.shownRuns(run) : known(problem).flatMap(found -> lists.runsOf(found, run));
        return rows.map(found -> Rendering.view("annealing-runs")
                .modelAttribute("crumbs", List.of())
                .modelAttribute("table", RunTable.of(found, problem))
                .modelAttribute("noRun", NO_RUN)
                .build());
    }

    /**
     * A problem, its runs, and the form that starts another one.
     *
     * @param like run whose parameters the form takes over; empty for suggestions
     */
    @GetMapping("/optimisation/problems/{id}")
    Mono<Rendering> problem(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String like,
            @RequestParam(defaultValue = "") List<String> run) {
        String runId = UUID.randomUUID().toString();
        Mono<AnnealingForm> form = like.isEmpty()
                ? Mono.just(AnnealingForm.suggested(runId))
                : runs.find(like)
                        .map(before -> AnnealingForm.like(before.parameters(), runId))
                        .defaultIfEmpty(AnnealingForm.suggested(runId));
        return known(id).flatMap(found -> form.flatMap(filled -> page(found, filled, NOTHING_WRONG, run)));
    }

    /** Starts a run and leads to it. A form with wrong fields comes back as it was, with what is wrong beside them. */
    @PostMapping("/optimisation/problems/{id}")
    Mono<Rendering> start(@PathVariable String id, ServerWebExchange exchange, Principal account) {
        return exchange.getFormData()
                .map(AnnealingForm::of)
                .flatMap(form -> known(id).flatMap(problem -> submitted(problem, form, exchange, account)));
    }

    private Mono<Rendering> submitted(
            ProblemView problem, AnnealingForm form, ServerWebExchange exchange, Principal account) {
        AnnealingForm.Checked checked = form.check(problem);
        if (checked instanceof AnnealingForm.Refused refused) {
            return page(problem, form, refused.problem(), List.of());
        }
        AnnealingForm retry = form.withRunId(UUID.randomUUID().toString());
        return submission
                .submit(exchange, account.getName(), form.runId(), ((AnnealingForm.Good) checked).body())
                .map(run -> seeOther("/runs/" + run.id()))
                .onErrorResume(
                        NqbaException.class,
                        error -> page(
                                problem,
                                retry,
                                error.code() == ErrorCode.CONFLICT ? STARTED : ProblemBox.of(error),
                                List.of()));
    }

    private Mono<Rendering> page(ProblemView problem, AnnealingForm form, ProblemBox box, List<String> chosen) {
        return lists.runsOf(problem, chosen)
                .map(rows -> Rendering.view("optimisation-problem")
                        .modelAttribute("crumbs", List.of(HOME))
                        .modelAttribute("problem", ProblemRow.of(problem, rows))
                        .modelAttribute("form", form)
                        .modelAttribute("box", box)
                        .modelAttribute("unfolded", AnnealingForm.advanced(box))
                        .modelAttribute("table", RunTable.of(rows, problem.id()))
                        .modelAttribute("noRun", NO_RUN)
                        .status(box.title().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .build());
    }

    private static Rendering seeOther(String href) {
        return Rendering.redirectTo(href).status(HttpStatus.SEE_OTHER).build();
    }

    private Mono<ProblemView> known(String id) {
        return problems.find(id)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no problem with the id (%s).".formatted(id),
                        "Choose one from the list of problems.")));
    }
}
