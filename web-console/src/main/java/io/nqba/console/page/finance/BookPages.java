package io.nqba.console.page.finance;

import io.nqba.console.finance.BookView;
import io.nqba.console.finance.PortfolioGateway;
import io.nqba.console.finance.UniverseView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.optimisation.RunKind;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BookQuery;
import io.nqba.model.finance.BookReport;
import io.nqba.model.finance.PortfolioLine;
import io.nqba.model.optimisation.BusinessUnit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** GOLIATH: a book at a glance, and all its portfolios. Their whole state is in the address. */
@Controller
class BookPages {
    private static final int MOST_LINES = 1_000;
    private static final int RECENT_RUNS = 50;
    private static final EmptyState NO_BOOK = new EmptyState(
            "No book on this grid yet",
            "A book is a set of portfolios over one universe of instruments. With its positions and prices loaded, this page"
                    + " shows what it is worth, what it gained beside equal weight, and what an optimisation proved.",
            "",
            "",
            "scripts/load.sh finance --help");
    private static final EmptyState NO_PRICES = new EmptyState(
            "Nothing to show for this book yet",
            "Its value, its return and its portfolios stand here once it has portfolios, and prices in the range.",
            "",
            "",
            "scripts/load.sh finance --help");
    private static final EmptyState NO_RUN = new EmptyState(
            "No optimisation of this book yet",
            "An optimised portfolio stands here with what it gains and how good it is proven to be.",
            "Choose a portfolio",
            "/goliath/portfolios",
            "");

    private final PortfolioGateway grid;
    private final RunGateway runs;

    BookPages(PortfolioGateway grid, RunGateway runs) {
        this.grid = grid;
        this.runs = runs;
    }

    @GetMapping("/goliath")
    Mono<Rendering> overview(ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return page("/goliath", query)
                .flatMap(page -> report(page)
                        .flatMap(report -> lastRun(report).map(run -> overview(page, report, run, query)))
                        .onErrorResume(
                                NqbaException.class,
                                error -> error.code() == ErrorCode.DATA_SET_NOT_FOUND
                                        ? Mono.just(view("goliath", page, "overview")
                                                .modelAttribute("empty", NO_PRICES)
                                                .build())
                                        : Mono.error(error)))
                .defaultIfEmpty(noBook("overview"));
    }

    @GetMapping("/goliath/portfolios")
    Mono<Rendering> portfolios(ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return page("/goliath/portfolios", query)
                .flatMap(page -> PortfolioList.read(grid, page, query)
                        .map(list -> view("goliath-portfolios", page, "portfolios")
                                .modelAttribute("list", list)
                                .build()))
                .defaultIfEmpty(noBook("portfolios"));
    }

    private static Rendering overview(
            BookPage page, BookReport report, Optional<RunRow> run, MultiValueMap<String, String> query) {
        Rendering.Builder<?> view = view("goliath", page, "overview")
                .modelAttribute("overview", BookOverview.of(report, page))
                .modelAttribute("list", BookTable.of(report.lines(), report.portfolios(), report.value(), page, query));
        run.ifPresentOrElse(row -> view.modelAttribute("run", row), () -> view.modelAttribute("noRun", NO_RUN));
        return view.build();
    }

    private Mono<BookPage> page(String path, MultiValueMap<String, String> query) {
        return grid.books()
                .filter(books -> !books.isEmpty())
                .flatMap(books -> Mono.justOrEmpty(BookPage.of(path, books, query))
                        .switchIfEmpty(Mono.error(() -> unknownBook(books, query))));
    }

    private Mono<BookReport> report(BookPage page) {
        return grid.universes()
                .map(all -> all.stream()
                        .filter(universe -> universe.id().equals(page.book().universeId()))
                        .map(UniverseView::lastDay)
                        .findFirst()
                        .orElse(LocalDate.EPOCH))
                .flatMap(last -> grid.report(new BookQuery(
                        page.book().id(), page.firstDay(last).toEpochDay(), last.toEpochDay(), MOST_LINES)));
    }

    /** Returns the newest run of the book or of one of its portfolios that has an answer. */
    private Mono<Optional<RunRow>> lastRun(BookReport report) {
        Set<String> portfolios =
                report.lines().stream().map(PortfolioLine::portfolioId).collect(Collectors.toCollection(HashSet::new));
        String book = report.book().bookId();
        return Mono.zip(
                        answered(RunKind.MANDATES, book, run -> true),
                        answered(RunKind.PORTFOLIO, null, run -> portfolios.contains(run.subject())))
                .map(both -> Stream.concat(both.getT1().stream(), both.getT2().stream())
                        .max(Comparator.comparing(RunView::createdAt))
                        .map(RunRow::of));
    }

    private Mono<List<RunView>> answered(RunKind kind, @Nullable String subject, Predicate<RunView> wanted) {
        return runs.list(new RunQuery(BusinessUnit.GOLIATH, kind.key(), null, subject, null, RECENT_RUNS))
                .map(found -> found.items().stream()
                        .filter(run -> run.state().terminal() && run.value() != null)
                        .filter(wanted)
                        .limit(1)
                        .toList());
    }

    private static Rendering.Builder<?> view(String template, BookPage page, String tab) {
        return Rendering.view(template)
                .modelAttribute("crumbs", List.of())
                .modelAttribute("tab", tab)
                .modelAttribute("page", page);
    }

    static Rendering noBook(String tab) {
        return Rendering.view("goliath-empty")
                .modelAttribute("crumbs", List.of())
                .modelAttribute("tab", tab)
                .modelAttribute("empty", NO_BOOK)
                .build();
    }

    private static NqbaException unknownBook(List<BookView> books, MultiValueMap<String, String> query) {
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no book with the id (%s).".formatted(BookPage.text(query, "book")),
                "Choose one from the list on the GOLIATH page, such as %s."
                        .formatted(books.get(0).id()));
    }
}
