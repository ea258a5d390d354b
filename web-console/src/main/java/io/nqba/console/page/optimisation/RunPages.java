package io.nqba.console.page.optimisation;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.EmptyState;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.RunState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Lists runs and shows one as it closes. A run goes on whether anybody looks or not: these pages only read. */
@Controller
class RunPages {
    private static final int ROWS = 20;
    private static final EmptyState NONE = new EmptyState(
            "No run yet",
            "Each optimisation stands here with what it saved and what nobody can beat. Start one for a district.",
            "Start a run",
            "/flyfox?tab=start",
            "");
    private static final EmptyState NONE_IN_STATE = new EmptyState(
            "No run in this state", "Other states have runs, or none was started yet.", "Show all runs", "/runs", "");

    private final RunGateway runs;
    private final SiteGateway sites;

    RunPages(RunGateway runs, SiteGateway sites) {
        this.runs = runs;
        this.sites = sites;
    }

    @GetMapping("/runs")
    Mono<Rendering> list(
            @RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable String cursor) {
        RunState wanted = stateOf(state);
        return runs.list(new RunQuery(null, wanted, null, cursor, ROWS))
                .map(page -> Rendering.view("runs")
                        .modelAttribute("crumbs", List.of())
                        .modelAttribute("state", wanted == null ? "" : state)
                        .modelAttribute(
                                "rows", page.items().stream().map(RunRow::of).toList())
                        .modelAttribute("older", older(page, state))
                        .modelAttribute("newest", cursor != null)
                        .modelAttribute("empty", wanted == null ? NONE : NONE_IN_STATE)
                        .build());
    }

    @GetMapping("/runs/{id}")
    Mono<Rendering> one(@PathVariable String id) {
        Mono<RunView> run = runs.find(id).switchIfEmpty(Mono.error(() -> unknown(id)));
        return Mono.zip(run, runs.history(id, 0).collectList())
                .flatMap(both -> district(both.getT1()).map(district -> page(both.getT1(), both.getT2(), district)));
    }

    /** Leads back to the run, which shows that it is stopping: cancelling keeps the best answer and takes a round. */
    @PostMapping("/runs/{id}/cancel")
    Mono<String> cancel(@PathVariable String id) {
        return runs.cancel(id).map(run -> "redirect:/runs/" + run.id());
    }

    private Mono<Optional<DistrictView>> district(RunView run) {
        return sites.district(run.subject()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static Rendering page(RunView run, List<RunEvent> history, Optional<DistrictView> district) {
        RunRow row = RunRow.of(run);
        return Rendering.view("run")
                .modelAttribute("crumbs", List.of(new Crumb("Optimisation", "/runs")))
                .modelAttribute("row", row)
                .modelAttribute("story", RunStory.of(run, history, district.orElse(null)))
                .build();
    }

    private static @Nullable RunState stateOf(String text) {
        for (RunState state : RunState.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(text)) {
                return state;
            }
        }
        return null;
    }

    private static String older(Page<RunView> page, String state) {
        return page.next() == null ? "" : "/runs?state=" + state + "&cursor=" + page.next();
    }

    private static NqbaException unknown(String id) {
        return new NqbaException(
                ErrorCode.RUN_NOT_FOUND,
                "There is no run with the id (%s).".formatted(id),
                "Choose one from the list of runs.");
    }
}
