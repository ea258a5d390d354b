package io.nqba.console.page.finance;

import io.nqba.console.finance.BookView;
import io.nqba.console.finance.FirmNames;
import io.nqba.console.finance.FirmReportView;
import io.nqba.console.finance.MandateOptimizationBody;
import io.nqba.console.finance.MandateRunGateway;
import io.nqba.console.finance.PortfolioGateway;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.page.optimisation.RunKind;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.BusinessUnit;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** All mandates of a book under the limits of their firm: runs, what one of them found, and the form that starts one. */
@Controller
class MandatePages {
    private static final int RECENT_RUNS = 20;
    private static final ProblemBox NO_PROBLEM = new ProblemBox("", "", "", List.of());
    private static final EmptyState WAITING = new EmptyState(
            "The limits and the mandates stand here when the run has ended",
            "Each limit with its use and its shadow price, each mandate with what it gives up.",
            "",
            "",
            "");

    private final PortfolioGateway books;
    private final MandateRunGateway mandates;
    private final RunGateway runs;
    private final RunSubmission submission;

    MandatePages(PortfolioGateway books, MandateRunGateway mandates, RunGateway runs, RunSubmission submission) {
        this.books = books;
        this.mandates = mandates;
        this.runs = runs;
        this.submission = submission;
    }

    @GetMapping(MandatesPage.PATH)
    Mono<Rendering> page(ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return book(query)
                .flatMap(book -> read(book, query))
                .flatMap(page -> page.run() == null || "start".equals(BookPage.text(query, "tab"))
                        ? fresh(page, BookPage.text(query, "run"))
                        : Mono.just(view(page).build()))
                .defaultIfEmpty(BookPages.noBook("mandates"));
    }

    /** Starts a run and shows it. A form with wrong fields comes back as it was, with what is wrong beside them. */
    @PostMapping(MandatesPage.PATH)
    Mono<Rendering> start(ServerWebExchange exchange, Principal account) {
        return exchange.getFormData()
                .flatMap(fields -> book(fields)
                        .flatMap(book -> recent(book.book().id())
                                .map(recent -> new MandatesPage(book, recent, null, null, null, true)))
                        .switchIfEmpty(Mono.error(() -> unknownBook(BookPage.text(fields, "book"))))
                        .flatMap(page -> submitted(exchange, page, MandateForm.of(fields), fields, account)));
    }

    private Mono<Rendering> submitted(
            ServerWebExchange exchange,
            MandatesPage page,
            MandateForm form,
            MultiValueMap<String, String> fields,
            Principal account) {
        if (fields.containsKey("more")) {
            return form(page, form, NO_PROBLEM);
        }
        BookView book = page.book().book();
        MandateForm.Checked checked = form.check(book.id());
        if (checked instanceof MandateForm.Refused refused) {
            return form(page, form, refused.problem());
        }
        MandateOptimizationBody body = ((MandateForm.Good) checked).body();
        return submission
                .submit(exchange, account.getName(), form.key(), body.toString(), body.toRequest())
                .map(run -> Rendering.redirectTo(page.runHref(RunRow.of(run)))
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(
                        NqbaException.class,
                        error -> form(page, form.renewed(UUID.randomUUID().toString()), ProblemBox.of(error)));
    }

    /** Completes empty when there is no book at all. */
    private Mono<BookPage> book(MultiValueMap<String, String> query) {
        return books.books()
                .filter(all -> !all.isEmpty())
                .flatMap(all -> Mono.justOrEmpty(BookPage.of(MandatesPage.PATH, all, query))
                        .switchIfEmpty(Mono.error(() -> unknownBook(BookPage.text(query, "book")))));
    }

    private Mono<MandatesPage> read(BookPage book, MultiValueMap<String, String> query) {
        return recent(book.book().id())
                .flatMap(recent -> chosen(recent, BookPage.text(query, "run"))
                        .flatMap(run -> answer(book, recent, run, query))
                        .defaultIfEmpty(new MandatesPage(book, recent, null, null, null, true)));
    }

    private Mono<List<RunRow>> recent(String bookId) {
        return runs.list(new RunQuery(BusinessUnit.GOLIATH, RunKind.MANDATES.key(), null, bookId, null, RECENT_RUNS))
                .map(page -> page.items().stream().map(RunRow::of).toList());
    }

    /** Returns the run of the address, else the newest one. */
    private Mono<RunRow> chosen(List<RunRow> recent, String runId) {
        return runId.isEmpty()
                ? Mono.justOrEmpty(recent.stream().findFirst())
                : runs.find(runId)
                        .filter(run -> run.kind().equals(RunKind.MANDATES.key()))
                        .map(RunRow::of)
                        .switchIfEmpty(Mono.error(() -> new NqbaException(
                                ErrorCode.RUN_NOT_FOUND,
                                "There is no mandate run with the id (%s).".formatted(runId),
                                "Choose one from the list of runs.")));
    }

    private Mono<MandatesPage> answer(
            BookPage book, List<RunRow> recent, RunRow run, MultiValueMap<String, String> query) {
        Mono<Optional<FirmReportView>> report =
                mandates.report(run.id()).map(Optional::of).defaultIfEmpty(Optional.empty());
        return report.flatMap(found -> found.isEmpty()
                ? Mono.just(new MandatesPage(book, recent, run, null, null, false))
                : table(book, run, found.get(), query)
                        .map(table -> new MandatesPage(book, recent, run, found.get(), table, false)));
    }

    private Mono<MandateTable> table(
            BookPage book, RunRow run, FirmReportView report, MultiValueMap<String, String> query) {
        var wanted = MandateTable.query(run.id(), query);
        return mandates.results(wanted)
                .map(found -> MandateTable.of(book.book().id(), report.currency(), report.mandates(), wanted, found));
    }

    private Mono<Rendering> fresh(MandatesPage page, String like) {
        String key = UUID.randomUUID().toString();
        if (page.run() != null && page.run().id().equals(like)) {
            return form(page, MandateForm.like(key, page.run().run()), NO_PROBLEM);
        }
        return mandates.names(page.book().book().universeId())
                .flatMap(names -> form(page, MandateForm.suggested(key, names.sectors()), NO_PROBLEM));
    }

    private Mono<Rendering> form(MandatesPage page, MandateForm form, ProblemBox problem) {
        return mandates.names(page.book().book().universeId()).map(names -> form(page, form, names, problem));
    }

    private static Rendering form(MandatesPage page, MandateForm form, FirmNames names, ProblemBox problem) {
        return view(page.start())
                .modelAttribute("form", form)
                .modelAttribute("names", names)
                .modelAttribute("kinds", MandateForm.KINDS)
                .modelAttribute("returns", MandateForm.RETURNS)
                .modelAttribute("factorNames", MandateForm.FACTORS)
                .modelAttribute("problem", problem)
                .status(problem.title().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build();
    }

    private static Rendering.Builder<?> view(MandatesPage page) {
        return Rendering.view("goliath-mandates")
                .modelAttribute("crumbs", List.of())
                .modelAttribute("page", page)
                .modelAttribute("waiting", WAITING);
    }

    private static NqbaException unknownBook(@Nullable String bookId) {
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no book with the id (%s).".formatted(bookId),
                "Choose one from the list on the GOLIATH page.");
    }
}
