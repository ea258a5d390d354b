package io.nqba.console.page.sales;

import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.page.optimisation.RunKind;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.assignment.AssignmentBody;
import io.nqba.console.sales.assignment.AssignmentGateway;
import io.nqba.console.sales.assignment.AssignmentView;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.BusinessUnit;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who works on what: runs, what one of them found, and the form that starts one. */
@Controller
class AssignmentPages {
    private static final int RECENT_RUNS = 20;
    private static final ProblemBox NO_PROBLEM = new ProblemBox("", "", "", List.of());
    private static final EmptyState WAITING = new EmptyState(
            "Agents and their work stand here when the run has ended",
            "Each agent with the hours given and what one more is worth, each lead with the reason it went there.",
            "",
            "",
            "");

    private final AssignmentGateway assignments;
    private final RunGateway runs;
    private final RunSubmission submission;
    private final WorkTitles titles;
    private final BookNames names;
    private final Clock clock;

    AssignmentPages(
            AssignmentGateway assignments,
            RunGateway runs,
            RunSubmission submission,
            WorkTitles titles,
            BookNames names,
            Clock clock) {
        this.assignments = assignments;
        this.runs = runs;
        this.submission = submission;
        this.titles = titles;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(AssignmentPage.PATH)
    Mono<Rendering> page(ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        String wanted = AssignmentForm.text(query, "run");
        return empty().flatMap(empty -> chosen(empty.runs(), wanted)
                        .flatMap(run -> answer(empty, run, query))
                        .defaultIfEmpty(empty))
                .map(page -> page.run() == null || "start".equals(AssignmentForm.text(query, "tab"))
                        ? form(page, fresh(page, wanted), NO_PROBLEM)
                        : view(page).build());
    }

    /** Starts a run and shows it. A form with wrong fields comes back as it was, with what is wrong beside them. */
    @PostMapping(AssignmentPage.PATH)
    Mono<Rendering> start(ServerWebExchange exchange, Principal account) {
        return exchange.getFormData()
                .flatMap(fields ->
                        empty().flatMap(page -> submitted(exchange, page, AssignmentForm.of(fields), account)));
    }

    private Mono<Rendering> submitted(
            ServerWebExchange exchange, AssignmentPage page, AssignmentForm form, Principal account) {
        AssignmentForm.Checked checked = form.check();
        if (checked instanceof AssignmentForm.Refused refused) {
            return Mono.just(form(page, form, refused.problem()));
        }
        AssignmentBody body = ((AssignmentForm.Good) checked).body();
        return submission
                .submit(exchange, account.getName(), form.key(), body.toString(), body.toRequest(clock.millis()))
                .map(run -> Rendering.redirectTo(page.runHref(RunRow.of(run)))
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(
                        NqbaException.class,
                        error -> Mono.just(
                                form(page, form.renewed(UUID.randomUUID().toString()), ProblemBox.of(error))));
    }

    private Mono<List<RunRow>> recent() {
        return runs.list(new RunQuery(BusinessUnit.SIGMA, RunKind.ASSIGNMENT.key(), null, null, null, RECENT_RUNS))
                .map(page -> page.items().stream().map(RunRow::of).toList());
    }

    /** Returns the page before a run is chosen. */
    private Mono<AssignmentPage> empty() {
        return recent().zipWith(
                        assignments.pricesStand(),
                        (recent, priced) -> new AssignmentPage(recent, null, List.of(), null, true, priced));
    }

    /** Returns the run of the address, else the newest one. */
    private Mono<RunRow> chosen(List<RunRow> recent, String runId) {
        return runId.isEmpty()
                ? Mono.justOrEmpty(recent.stream().findFirst())
                : runs.find(runId)
                        .filter(run -> run.kind().equals(RunKind.ASSIGNMENT.key()))
                        .map(RunRow::of)
                        .switchIfEmpty(Mono.error(() -> new NqbaException(
                                ErrorCode.RUN_NOT_FOUND,
                                "There is no assignment run with the id (%s).".formatted(runId),
                                "Choose one from the list of runs.")));
    }

    private Mono<AssignmentPage> answer(AssignmentPage empty, RunRow run, MultiValueMap<String, String> query) {
        return assignments.prices(run.id()).flatMap(prices -> {
            if (prices.isEmpty()) {
                return Mono.just(empty.of(run, prices, null));
            }
            var wanted = AssignmentTable.query(run.id(), query);
            return assignments
                    .assignments(wanted)
                    .flatMap(found -> Mono.zip(titles.of(run.subject().equals("deals"), ids(found)), names.names())
                            .map(known -> AssignmentTable.of(
                                    run.run().valueUnit(), wanted, found, known.getT1(), known.getT2())))
                    .map(table -> empty.of(run, prices, table));
        });
    }

    private static List<String> ids(Page<AssignmentView> found) {
        return found.items().stream().map(AssignmentView::workId).toList();
    }

    private static AssignmentForm fresh(AssignmentPage page, String like) {
        String key = UUID.randomUUID().toString();
        return page.run() != null && page.run().id().equals(like)
                ? AssignmentForm.like(key, page.run().run())
                : AssignmentForm.suggested(key);
    }

    private static Rendering form(AssignmentPage page, AssignmentForm form, ProblemBox problem) {
        return view(page.start())
                .modelAttribute("form", form)
                .modelAttribute("kinds", AssignmentForm.WORK)
                .modelAttribute("problem", problem)
                .status(problem.title().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    private static Rendering.Builder<?> view(AssignmentPage page) {
        return Rendering.view("sigma-assignment")
                .modelAttribute("crumbs", List.of())
                .modelAttribute("page", page)
                .modelAttribute("waiting", WAITING);
    }
}
