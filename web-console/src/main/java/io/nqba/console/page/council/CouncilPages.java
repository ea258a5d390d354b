package io.nqba.console.page.council;

import io.nqba.console.energy.DistrictView;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.optimisation.RunKind;
import io.nqba.console.page.platform.GridFigures;
import io.nqba.console.paging.Page;
import io.nqba.console.platform.GridStatusGateway;
import io.nqba.console.platform.GridStatusView;
import io.nqba.model.error.NqbaException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of ten seconds: the units, what is running, whether the grid is whole. */
@Controller
class CouncilPages {
    private static final int RUNS = 50;
    private static final EmptyState NO_RUN = new EmptyState(
            "Nothing is being optimised",
            "A running optimisation stands here, its best answer and its bound closing on each other.",
            "Start a run",
            "/flyfox?tab=start",
            "");
    private static final EmptyState UNREACHABLE = new EmptyState(
            "The grid does not answer",
            "The console keeps trying; what is stored is safe on the nodes.",
            "Watch the grid",
            "/grid",
            "");

    private final SiteGateway sites;
    private final RunGateway runs;
    private final GridStatusGateway grid;

    CouncilPages(SiteGateway sites, RunGateway runs, GridStatusGateway grid) {
        this.sites = sites;
        this.runs = runs;
        this.grid = grid;
    }

    @GetMapping("/")
    Mono<Rendering> page() {
        Mono<List<DistrictView>> districts = orNothing(sites.districts());
        Mono<List<RunView>> recent = orNothing(runs.list(RunQuery.newest(RUNS)).map(Page::items));
        Mono<List<RunView>> plans =
                orNothing(runs.list(new RunQuery(null, RunKind.ENERGY.key(), null, null, null, RUNS))
                        .map(Page::items));
        Mono<Optional<GridStatusView>> status = grid.status()
                .map(Optional::of)
                .onErrorReturn(NqbaException.class, Optional.empty())
                .defaultIfEmpty(Optional.empty());
        return Mono.zip(districts, recent, plans, status)
                .map(all -> page(
                        CouncilView.of(all.getT1(), all.getT2(), all.getT3()),
                        all.getT4().orElse(null)));
    }

    private static Rendering page(CouncilView council, @Nullable GridStatusView status) {
        Rendering.Builder<?> view = Rendering.view("council")
                .modelAttribute("crumbs", List.of())
                .modelAttribute("council", council)
                .modelAttribute("noRun", NO_RUN)
                .modelAttribute("unreachable", UNREACHABLE);
        if (status != null) {
            view.modelAttribute("health", GridFigures.stats(status));
        }
        return view.build();
    }

    /** The overview shows what it can: a grid that does not answer is itself one of its facts. */
    private static <T> Mono<List<T>> orNothing(Mono<List<T>> asked) {
        return asked.onErrorReturn(NqbaException.class, List.of());
    }
}
