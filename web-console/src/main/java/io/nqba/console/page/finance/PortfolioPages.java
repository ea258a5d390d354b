package io.nqba.console.page.finance;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.finance.FrontierPointView;
import io.nqba.console.finance.PortfolioHead;
import io.nqba.console.finance.PortfolioRunGateway;
import io.nqba.console.finance.ProposalView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.page.optimisation.RunKind;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.SubmitRun;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One portfolio: what it holds, what a run proposes, and the form that starts one. */
@Controller
class PortfolioPages {
    private static final String VIEW = "goliath-portfolio";
    private static final int RECENT_RUNS = 20;

    private final PortfolioRunGateway portfolios;
    private final RunGateway runs;
    private final AuditTrail audit;

    PortfolioPages(PortfolioRunGateway portfolios, RunGateway runs, AuditTrail audit) {
        this.portfolios = portfolios;
        this.runs = runs;
        this.audit = audit;
    }

    @GetMapping("/goliath/portfolios/{id}")
    Mono<Rendering> page(@PathVariable String id, ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return read(id, query.getFirst("run")).map(page -> {
            boolean start = "start".equals(query.getFirst("tab")) || page.run() == null;
            return start
                    ? form(page, PortfolioForm.suggested(UUID.randomUUID().toString()), null)
                    : view(page).build();
        });
    }

    /** Starts a run and shows it. A form with wrong fields comes back as it was, with what is wrong beside them. */
    @PostMapping("/goliath/portfolios/{id}")
    Mono<Rendering> start(@PathVariable String id, ServerWebExchange exchange, Principal account) {
        return exchange.getFormData()
                .flatMap(fields ->
                        read(id, null).flatMap(page -> submitted(exchange, page, PortfolioForm.of(fields), account)));
    }

    private Mono<Rendering> submitted(
            ServerWebExchange exchange, PortfolioPage page, PortfolioForm form, Principal account) {
        PortfolioForm.Checked checked = form.check(page.portfolio());
        if (checked instanceof PortfolioForm.Refused refused) {
            return Mono.just(form(page, form, refused.problem()));
        }
        var request = ((PortfolioForm.Good) checked).request();
        Mono<RunView> queued = runs.submit(new SubmitRun(form.runId(), request, account.getName()));
        return audit.record(exchange, "run.submit", request.subject(), queued, RunView::id)
                .map(run -> Rendering.redirectTo(
                                "/goliath/portfolios/" + page.portfolio().id() + "?run=" + run.id())
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(NqbaException.class, refusal -> Mono.just(form(page, form, ProblemBox.of(refusal))));
    }

    private Mono<PortfolioPage> read(String id, @Nullable String runId) {
        return portfolios
                .head(id)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no portfolio with the id (%s).".formatted(id),
                        "Choose one from the list of portfolios.")))
                .flatMap(portfolio -> recent(id)
                        .flatMap(recent -> chosen(recent, runId)
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .flatMap(run -> answer(portfolio, recent, run.orElse(null)))));
    }

    private Mono<List<RunRow>> recent(String id) {
        return runs.list(new RunQuery(BusinessUnit.GOLIATH, RunKind.PORTFOLIO.key(), null, id, null, RECENT_RUNS))
                .map(page -> page.items().stream().map(RunRow::of).toList());
    }

    /** Returns the run of the address, else the newest one. */
    private Mono<RunRow> chosen(List<RunRow> recent, @Nullable String runId) {
        return runId == null || runId.isEmpty()
                ? Mono.justOrEmpty(recent.stream().findFirst())
                : runs.find(runId).map(RunRow::of);
    }

    private Mono<PortfolioPage> answer(PortfolioHead portfolio, List<RunRow> recent, @Nullable RunRow run) {
        if (run == null) {
            return Mono.just(PortfolioPage.of(portfolio, recent, null, null, List.of()));
        }
        Mono<Optional<ProposalView>> proposal =
                portfolios.proposal(run.id()).map(Optional::of).defaultIfEmpty(Optional.empty());
        Mono<List<FrontierPointView>> points = portfolios.frontier(run.id()).collectList();
        return Mono.zip(proposal, points)
                .map(both ->
                        PortfolioPage.of(portfolio, recent, run, both.getT1().orElse(null), both.getT2()));
    }

    private static Rendering form(PortfolioPage page, PortfolioForm form, @Nullable ProblemBox problem) {
        return view(page.start())
                .modelAttribute("form", form)
                .modelAttribute("objectives", PortfolioForm.OBJECTIVES)
                .modelAttribute("returns", PortfolioForm.RETURNS)
                .modelAttribute("covariances", PortfolioForm.COVARIANCES)
                .modelAttribute("problem", problem == null ? new ProblemBox("", "", "", List.of()) : problem)
                .status(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    private static Rendering.Builder<?> view(PortfolioPage page) {
        return Rendering.view(VIEW)
                .modelAttribute(
                        "crumbs",
                        List.of(new Crumb("GOLIATH", "/goliath"), new Crumb("Portfolios", "/goliath/portfolios")))
                .modelAttribute("page", page)
                .modelAttribute(
                        "waiting",
                        new EmptyState(
                                "The proposal stands here when the run has ended",
                                "Weights, trades and the frontier are drawn as soon as they are there.",
                                "",
                                "",
                                ""));
    }
}
