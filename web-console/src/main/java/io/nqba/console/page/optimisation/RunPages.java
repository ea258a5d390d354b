package io.nqba.console.page.optimisation;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.optimisation.RunCancellation;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.EmptyState;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lists runs and shows one as it closes. A run goes on whether anybody looks or not: these pages read, and may stop one. */
@Controller
class RunPages {
    private static final int ROWS = 20;
    private static final EmptyState NONE = new EmptyState(
            "No run yet",
            "Each optimisation stands here with what it saved and what nobody can beat. Start one for a district.",
            "Start a run",
            "/flyfox?tab=start",
            "");
    private static final EmptyState NONE_LIKE_THIS = new EmptyState(
            "No run like this",
            "Other units, kinds or states have runs, or none was started yet.",
            "Show all runs",
            "/runs",
            "");

    private final RunGateway runs;
    private final RunCancellation cancellation;
    private final SiteGateway sites;
    private final DistrictNames names;
    private final Map<String, RunPage> pages;

    RunPages(
            RunGateway runs,
            RunCancellation cancellation,
            SiteGateway sites,
            DistrictNames names,
            List<RunPage> pages) {
        this.runs = runs;
        this.cancellation = cancellation;
        this.sites = sites;
        this.names = names;
        this.pages = pages.stream().collect(Collectors.toMap(RunPage::kind, page -> page));
    }

    @GetMapping("/runs")
    Mono<Rendering> list(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor) {
        RunFilter filter = RunFilter.of(unit, kind, state);
        return Mono.zip(runs.list(filter.query(cursor, ROWS)), names.byId())
                .map(both -> Rendering.view("runs")
                        .modelAttribute("crumbs", List.of())
                        .modelAttribute("filter", filter)
                        .modelAttribute("rows", rows(both.getT1(), both.getT2()))
                        .modelAttribute("older", filter.older(both.getT1().next()))
                        .modelAttribute("newest", cursor != null)
                        .modelAttribute("empty", filter.all() ? NONE : NONE_LIKE_THIS)
                        .build());
    }

    private static List<RunRow> rows(Page<RunView> page, Map<String, String> districts) {
        return page.items().stream().map(run -> RunRow.of(run, districts)).toList();
    }

    @GetMapping("/runs/{id}")
    Mono<Rendering> one(@PathVariable String id) {
        return runs.find(id).switchIfEmpty(Mono.error(() -> unknown(id))).flatMap(run -> {
            RunPage own = pages.get(run.kind());
            return own == null ? plain(run) : own.of(run);
        });
    }

    private Mono<Rendering> plain(RunView run) {
        return Mono.zip(runs.history(run.id(), 0).collectList(), district(run))
                .map(both -> page(run, both.getT1(), both.getT2()));
    }

    /** Leads back to the run, which shows that it is stopping: cancelling keeps the best answer and takes a round. */
    @PostMapping("/runs/{id}/cancel")
    Mono<String> cancel(@PathVariable String id, ServerWebExchange exchange) {
        return cancellation.cancel(exchange, id).map(run -> "redirect:/runs/" + run.id());
    }

    private Mono<Optional<DistrictView>> district(RunView run) {
        if (!run.kind().equals(RunKind.ENERGY.key())) {
            return Mono.just(Optional.empty());
        }
        return sites.district(run.subject()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static Rendering page(RunView run, List<RunEvent> history, Optional<DistrictView> district) {
        RunRow row = RunRow.of(
                run, district.map(found -> Map.of(found.id(), found.name())).orElse(Map.of()));
        return Rendering.view("run")
                .modelAttribute("crumbs", List.of(new Crumb("Runs", "/runs")))
                .modelAttribute("row", row)
                .modelAttribute("story", RunStory.of(run, history, district.orElse(null)))
                .build();
    }

    private static NqbaException unknown(String id) {
        return new NqbaException(
                ErrorCode.RUN_NOT_FOUND,
                "There is no run with the id (%s).".formatted(id),
                "Choose one from the list of runs.");
    }
}
