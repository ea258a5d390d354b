package io.nqba.console.page.annealing;

import io.nqba.console.annealing.ProblemGateway;
import io.nqba.console.annealing.ProblemView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.paging.Page;
import io.nqba.model.annealing.AnnealingRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Problems and runs as the pages list them. */
@Component
class AnnealingLists {
    private static final int PROBLEMS = 20;
    /** Enough to know how the listed problems stand without a query for each. */
    private static final int RUNS = 200;
    /** One more than a table shows, so that it knows of older ones. */
    private static final int SHOWN_RUNS = RunTable.SHOWN + 1;

    private final ProblemGateway problems;
    private final RunGateway runs;

    AnnealingLists(ProblemGateway problems, RunGateway runs) {
        this.problems = problems;
        this.runs = runs;
    }

    /**
     * Problems, newest first.
     *
     * @param next cursor of the following page; null on the last one
     */
    record Problems(List<ProblemRow> rows, @Nullable String next) {}

    Mono<Problems> problems(@Nullable String cursor, List<AnnealingRow> runs) {
        return problems.list(cursor, PROBLEMS)
                .map(page -> new Problems(
                        page.items().stream()
                                .map(problem -> ProblemRow.of(problem, runs))
                                .toList(),
                        page.next()));
    }

    /** Returns the newest runs. */
    Mono<List<AnnealingRow>> runs(Collection<String> chosen) {
        return rows(null, Set.copyOf(chosen), RUNS);
    }

    /** Returns the newest runs that a table shows; asked for again and again, so no more than these. */
    Mono<List<AnnealingRow>> shownRuns(Collection<String> chosen) {
        return rows(null, Set.copyOf(chosen), SHOWN_RUNS);
    }

    /** Returns the newest runs of a problem. */
    Mono<List<AnnealingRow>> runsOf(ProblemView problem, Collection<String> chosen) {
        String label = problem.name().isBlank() ? problem.id() : problem.name();
        // Names are not unique, ids are.
        return rows(label, Set.copyOf(chosen), RUNS)
                .map(rows -> rows.stream()
                        .filter(row -> row.problemId().equals(problem.id()))
                        .toList());
    }

    private Mono<List<AnnealingRow>> rows(@Nullable String subject, Set<String> chosen, int limit) {
        return runs.list(new RunQuery(null, AnnealingRequest.KIND, null, subject, null, limit))
                .map(Page::items)
                .map(found ->
                        found.stream().map(run -> AnnealingRow.of(run, chosen)).toList());
    }
}
