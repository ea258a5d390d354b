package io.nqba.console.page.sales;

import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.optimisation.RunKind;
import io.nqba.console.page.optimisation.RunRow;
import io.nqba.console.sales.OverviewGateway;
import io.nqba.model.optimisation.BusinessUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The first page of SIGMA. */
@Controller
class OverviewPages {
    private static final int RECENT_RUNS = 20;
    private static final EmptyState NO_BOOK = new EmptyState(
            "No book of sales yet",
            "Pipeline, win rate, leads by grade and the load of agents stand here as soon as there are leads or deals.",
            "",
            "",
            "scripts/load.sh sales --crm DIRECTORY");
    private static final EmptyState NO_RUN = new EmptyState(
            "Nothing was assigned yet",
            "The last assignment stands here: what it makes of the agents' hours, beside what they have now and what nobody can beat.",
            "Assign work to agents",
            AssignmentPage.PATH,
            "");
    private static final EmptyState NO_TASK = new EmptyState(
            "No task is overdue", "A task whose day is over stands here with who has to do it.", "", "", "");

    private final OverviewGateway overview;
    private final RunGateway runs;
    private final BookNames names;
    private final Clock clock;

    OverviewPages(OverviewGateway overview, RunGateway runs, BookNames names, Clock clock) {
        this.overview = overview;
        this.runs = runs;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(OverviewPage.PATH)
    Mono<Rendering> page() {
        return Mono.zip(overview.overview(), names.names(), lastRun()).map(all -> {
            LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
            Rendering.Builder<?> view = Rendering.view("sigma")
                    .modelAttribute("crumbs", List.of())
                    .modelAttribute("page", new OverviewPage(all.getT1(), all.getT2(), today))
                    .modelAttribute("nothing", all.getT1().nothing())
                    .modelAttribute("empty", NO_BOOK)
                    .modelAttribute("noRun", NO_RUN)
                    .modelAttribute("noTask", NO_TASK);
            all.getT3().ifPresent(run -> view.modelAttribute("run", run));
            return view.build();
        });
    }

    /** Returns the newest assignment that has an answer or is still at work. */
    private Mono<Optional<RunRow>> lastRun() {
        return runs.list(new RunQuery(BusinessUnit.SIGMA, RunKind.ASSIGNMENT.key(), null, null, null, RECENT_RUNS))
                .map(found -> found.items().stream()
                        .filter(run -> run.value() != null || !run.state().terminal())
                        .findFirst()
                        .map(RunRow::of));
    }
}
