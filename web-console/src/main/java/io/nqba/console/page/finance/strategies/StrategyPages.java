package io.nqba.console.page.finance.strategies;

import io.nqba.console.finance.market.MarketGateway;
import io.nqba.console.finance.strategies.StrategyBody;
import io.nqba.console.finance.strategies.StrategyGateway;
import io.nqba.console.finance.strategies.StrategyView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.optimisation.SubmitRun;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Strategies that are kept, the form that plays one, and all backtests beside each other. */
@Controller
class StrategyPages {
    private static final int ROWS = 50;
    private static final ProblemBox NO_PROBLEM = new ProblemBox("", "", "", List.of());
    private static final EmptyState NO_STRATEGY = new EmptyState(
            "No strategy yet",
            "A strategy is a rule with its parameters. Kept here, it can be played over the past beside equal weights, with every"
                    + " try counted. Keep the first one below.",
            "",
            "",
            "");
    private static final EmptyState NO_BACKTEST = new EmptyState(
            "No backtest yet",
            "Each backtest stands here beside equal weights, with the number of tries behind it. Start one above.",
            "",
            "",
            "");

    private final StrategyGateway strategies;
    private final MarketGateway markets;
    private final RunGateway runs;
    private final Clock clock;

    StrategyPages(StrategyGateway strategies, MarketGateway markets, RunGateway runs, Clock clock) {
        this.strategies = strategies;
        this.markets = markets;
        this.runs = runs;
        this.clock = clock;
    }

    /** What the reader typed into the form for a new strategy. */
    record NewForm(String name, String kind, String universe) {}

    @GetMapping("/goliath/strategies")
    Mono<Rendering> page(
            @RequestParam(defaultValue = "") String strategy, @RequestParam(required = false) @Nullable String cursor) {
        return page(strategy, cursor, null, NO_PROBLEM, new NewForm("", "", ""));
    }

    private Mono<Rendering> page(
            String chosen, @Nullable String cursor, @Nullable StrategyForm typed, ProblemBox problem, NewForm made) {
        return Mono.zip(
                        strategies.list(null, Page.MAX_LIMIT),
                        strategies.backtests(null, cursor, ROWS),
                        markets.markets())
                .map(all -> {
                    List<StrategyView> kept = all.getT1().items();
                    Optional<StrategyView> shown = kept.stream()
                            .filter(each -> each.id().equals(chosen))
                            .findFirst()
                            .or(() -> kept.stream().findFirst());
                    var view = Rendering.view("goliath-strategies")
                            .modelAttribute("crumbs", List.of())
                            .modelAttribute(
                                    "kept",
                                    kept.stream()
                                            .map(each -> StrategyRow.of(
                                                    each,
                                                    shown.filter(each::equals).isPresent()))
                                            .toList())
                            .modelAttribute(
                                    "played",
                                    all.getT2().items().stream()
                                            .map(StrategyRow::of)
                                            .toList())
                            .modelAttribute("older", older(all.getT2().next()))
                            .modelAttribute("markets", all.getT3())
                            .modelAttribute("kinds", StrategyKind.values())
                            .modelAttribute("made", made)
                            .modelAttribute("noStrategy", NO_STRATEGY)
                            .modelAttribute("noBacktest", NO_BACKTEST)
                            .modelAttribute("problem", problem)
                            .status(problem.title().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
                    shown.ifPresent(strategy -> {
                        StrategyForm form = typed == null ? StrategyForm.suggested(strategy) : typed;
                        view.modelAttribute("strategy", strategy)
                                .modelAttribute("meaning", kind(strategy).meaning())
                                .modelAttribute("form", form)
                                .modelAttribute("fields", form.fields(kind(strategy)));
                    });
                    return view.build();
                });
    }

    private static String older(@Nullable String next) {
        return next == null ? "" : "/goliath/strategies?cursor=" + next;
    }

    /** Keeps a new strategy with the usual parameters of its kind. */
    @PostMapping("/goliath/strategies")
    Mono<Rendering> keep(ServerWebExchange exchange, Principal account) {
        return exchange.getFormData().flatMap(fields -> {
            NewForm made = new NewForm(
                    StrategyForm.text(fields, "name"),
                    StrategyForm.text(fields, "kind"),
                    StrategyForm.text(fields, "universe"));
            return Mono.defer(() ->
                            strategies.create(new StrategyBody(nameOf(made), made.kind(), made.universe(), Map.of())
                                    .toStrategy(idOf(made.name()), account.getName(), clock.millis())))
                    .map(view -> seeOther("/goliath/strategies?strategy=" + view.id()))
                    .onErrorResume(NqbaException.class, error -> page("", null, null, ProblemBox.of(error), made));
        });
    }

    /** Starts a backtest and leads to it. A form with wrong fields comes back as it was, with what is wrong beside them. */
    @PostMapping("/goliath/backtests")
    Mono<Rendering> start(ServerWebExchange exchange, Principal account) {
        return exchange.getFormData().flatMap(fields -> {
            String id = StrategyForm.text(fields, "strategy");
            return strategies
                    .find(id)
                    .switchIfEmpty(Mono.error(() -> new NqbaException(
                            ErrorCode.NOT_FOUND,
                            "There is no strategy with the id (%s).".formatted(id),
                            "Choose one from the list of strategies.")))
                    .flatMap(strategy -> submitted(strategy, fields, account));
        });
    }

    private Mono<Rendering> submitted(StrategyView strategy, MultiValueMap<String, String> fields, Principal account) {
        StrategyForm form = StrategyForm.of(fields);
        NewForm none = new NewForm("", "", "");
        StrategyForm.Checked checked = form.check(strategy, kind(strategy));
        if (checked instanceof StrategyForm.Refused refused) {
            return page(strategy.id(), null, form, refused.problem(), none);
        }
        var submission = new SubmitRun(form.runId(), ((StrategyForm.Good) checked).request(), account.getName());
        return runs.submit(submission)
                .map(run -> seeOther("/runs/" + run.id()))
                .onErrorResume(
                        NqbaException.class, error -> page(strategy.id(), null, form, ProblemBox.of(error), none));
    }

    private static StrategyKind kind(StrategyView strategy) {
        return Arrays.stream(StrategyKind.values())
                .filter(each -> each.label().equals(strategy.kind()))
                .findFirst()
                .orElseThrow();
    }

    private static String nameOf(NewForm made) {
        if (made.name().isEmpty() || made.name().length() > 100) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The name (%d characters) must have 1 to 100."
                            .formatted(made.name().length()),
                    "Write what people shall call the strategy.");
        }
        return made.name();
    }

    /** Returns the name in small letters with hyphens. */
    private static String idOf(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = id.length() > 60 ? id.substring(0, 60) : id;
        return shortened.isEmpty() ? "strategy" : shortened;
    }

    private static Rendering seeOther(String href) {
        return Rendering.redirectTo(href).status(HttpStatus.SEE_OTHER).build();
    }
}
