package io.nqba.console.page.finance.strategies;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.finance.market.MarketGateway;
import io.nqba.console.finance.strategies.StrategyDesk;
import io.nqba.console.finance.strategies.StrategyGateway;
import io.nqba.console.finance.strategies.StrategyView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.optimisation.SubmitRun;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Strategies that are kept, the forms that play, change and make one, and all backtests beside each other. */
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
    private final StrategyDesk desk;
    private final MarketGateway markets;
    private final RunGateway runs;
    private final AuditTrail audit;

    StrategyPages(
            StrategyGateway strategies, StrategyDesk desk, MarketGateway markets, RunGateway runs, AuditTrail audit) {
        this.strategies = strategies;
        this.desk = desk;
        this.markets = markets;
        this.runs = runs;
        this.audit = audit;
    }

    /** The forms of the page as they were typed, with what is wrong with one of them. */
    private record Forms(
            @Nullable StrategyForm play,
            ProblemBox playBox,
            @Nullable StrategySettings change,
            ProblemBox changeBox,
            StrategySettings made,
            ProblemBox madeBox) {
        static Forms fresh(String kind) {
            return new Forms(null, NO_PROBLEM, null, NO_PROBLEM, StrategySettings.suggested(kind), NO_PROBLEM);
        }

        Forms play(StrategyForm form, ProblemBox box) {
            return new Forms(form, box, change, changeBox, made, madeBox);
        }

        Forms change(StrategySettings form, ProblemBox box) {
            return new Forms(play, playBox, form, box, made, madeBox);
        }

        Forms made(StrategySettings form, ProblemBox box) {
            return new Forms(play, playBox, change, changeBox, form, box);
        }

        boolean good() {
            return (playBox.title() + changeBox.title() + madeBox.title()).isEmpty();
        }
    }

    @GetMapping("/goliath/strategies")
    Mono<Rendering> page(
            @RequestParam(defaultValue = "") String strategy,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(strategy, cursor, Forms.fresh(kind));
    }

    private Mono<Rendering> page(String chosen, @Nullable String cursor, Forms forms) {
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
                            .modelAttribute("noStrategy", NO_STRATEGY)
                            .modelAttribute("noBacktest", NO_BACKTEST)
                            .status(forms.good() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
                    put(forms, shown.orElse(null), view);
                    return view.build();
                });
    }

    private static void put(Forms forms, @Nullable StrategyView strategy, Rendering.Builder<?> view) {
        view.modelAttribute("kinds", StrategyKind.values())
                .modelAttribute("made", forms.made())
                .modelAttribute("madeBox", forms.madeBox())
                .modelAttribute("problem", forms.playBox());
        if (strategy != null) {
            StrategyForm form = forms.play() == null ? StrategyForm.suggested(strategy) : forms.play();
            view.modelAttribute("strategy", strategy)
                    .modelAttribute("meaning", kind(strategy).meaning())
                    .modelAttribute("form", form)
                    .modelAttribute("fields", form.fields(kind(strategy)))
                    .modelAttribute("change", forms.change() == null ? StrategySettings.of(strategy) : forms.change())
                    .modelAttribute("changeBox", forms.changeBox());
        }
    }

    private static String older(@Nullable String next) {
        return next == null ? "" : "/goliath/strategies?cursor=" + next;
    }

    /** Keeps a new strategy. A form with wrong fields comes back as it was, with what is wrong beside them. */
    @PostMapping("/goliath/strategies")
    Mono<Rendering> keep(ServerWebExchange exchange, Principal account) {
        return exchange.getFormData().flatMap(fields -> {
            String chosen = StrategyForm.text(fields, "strategy");
            StrategySettings made = StrategySettings.made(fields);
            Forms none = Forms.fresh("");
            if (made.check() instanceof StrategySettings.Good good) {
                return desk.create(exchange, account.getName(), idOf(made.name()), good.body())
                        .map(view -> seeOther(hrefOf(view.id())))
                        .onErrorResume(
                                NqbaException.class, error -> page(chosen, null, none.made(made, made.problem(error))));
            }
            return page(chosen, null, none.made(made, ((StrategySettings.Refused) made.check()).problem()));
        });
    }

    /** A strategy that somebody changed meanwhile comes back with the text kept; sent once more it is stored on top of that change. */
    @PostMapping("/goliath/strategies/{id}")
    Mono<Rendering> change(@PathVariable String id, ServerWebExchange exchange, Principal account) {
        return exchange.getFormData()
                .flatMap(fields -> desk.find(id).flatMap(strategy -> {
                    StrategySettings form = StrategySettings.changed(strategy, fields);
                    if (form.check() instanceof StrategySettings.Good good) {
                        return desk.change(exchange, account.getName(), id, form.revision(), good.body())
                                .map(view -> seeOther(hrefOf(view.id())))
                                .onErrorResume(NqbaException.class, error -> refused(strategy, form, error));
                    }
                    return page(
                            id,
                            null,
                            Forms.fresh("").change(form, ((StrategySettings.Refused) form.check()).problem()));
                }));
    }

    @PostMapping("/goliath/strategies/{id}/remove")
    Mono<Rendering> remove(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(fields -> desk.find(id).flatMap(strategy -> {
                    StrategySettings form = StrategySettings.changed(strategy, fields);
                    return desk.remove(exchange, id, form.revision())
                            .map(gone -> seeOther("/goliath/strategies"))
                            .onErrorResume(
                                    NqbaException.class,
                                    error -> refused(strategy, StrategySettings.of(strategy), error));
                }));
    }

    private Mono<Rendering> refused(StrategyView strategy, StrategySettings form, NqbaException error) {
        if (error.code() != ErrorCode.CONFLICT) {
            return page(strategy.id(), null, Forms.fresh("").change(form, form.problem(error)));
        }
        ProblemBox told = new ProblemBox(
                "%s changed the strategy meanwhile; it is at revision %d now."
                        .formatted(strategy.changedBy(), strategy.revision()),
                "Look at it in the table. Sending the form once more puts your figures in the place of that change.",
                error.code().id(),
                List.of());
        return page(strategy.id(), null, Forms.fresh("").change(form.at(strategy.revision()), told));
    }

    /** Starts a backtest and leads to it. A form with wrong fields comes back as it was, with what is wrong beside them. */
    @PostMapping("/goliath/backtests")
    Mono<Rendering> start(ServerWebExchange exchange, Principal account) {
        return exchange.getFormData()
                .flatMap(fields -> desk.find(StrategyForm.text(fields, "strategy"))
                        .flatMap(strategy -> submitted(exchange, strategy, fields, account)));
    }

    private Mono<Rendering> submitted(
            ServerWebExchange exchange,
            StrategyView strategy,
            MultiValueMap<String, String> fields,
            Principal account) {
        StrategyForm form = StrategyForm.of(fields);
        Forms none = Forms.fresh("");
        StrategyForm.Checked checked = form.check(strategy, kind(strategy));
        if (checked instanceof StrategyForm.Refused refused) {
            return page(strategy.id(), null, none.play(form, refused.problem()));
        }
        var request = ((StrategyForm.Good) checked).request();
        Mono<RunView> queued = runs.submit(new SubmitRun(form.runId(), request, account.getName()));
        return audit.record(exchange, "run.submit", request.subject(), queued, RunView::id)
                .map(run -> seeOther("/runs/" + run.id()))
                .onErrorResume(
                        NqbaException.class, error -> page(strategy.id(), null, none.play(form, ProblemBox.of(error))));
    }

    private static StrategyKind kind(StrategyView strategy) {
        return Arrays.stream(StrategyKind.values())
                .filter(each -> each.label().equals(strategy.kind()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the name in small letters with hyphens. */
    private static String idOf(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = id.length() > 60 ? id.substring(0, 60) : id;
        return shortened.isEmpty() ? "strategy" : shortened;
    }

    private static String hrefOf(String id) {
        return "/goliath/strategies?strategy=" + id;
    }

    private static Rendering seeOther(String href) {
        return Rendering.redirectTo(href).status(HttpStatus.SEE_OTHER).build();
    }
}
