package io.nqba.console.grid;

import io.nqba.console.optimisation.RunAnswers;
import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.optimisation.RunQuery;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.SubmitRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs, over the thin client: commands by compute task, look-ups by key, lists by SQL. */
@Component
class IgniteRunGateway implements RunGateway {
    private final GridConnection grid;
    private final GridSql sql;
    private final RunEvents events;

    IgniteRunGateway(GridConnection grid, GridSql sql, RunEvents events) {
        this.grid = grid;
        this.sql = sql;
        this.events = events;
    }

    @Override
    public Mono<RunView> submit(SubmitRun submission) {
        return grid.<OptimizationRun>task(TaskNames.SUBMIT_RUN, submission).map(RunViews::of);
    }

    @Override
    public Mono<RunView> find(String runId) {
        return stored(runId).map(RunViews::of);
    }

    @Override
    public Mono<RunView> cancel(String runId) {
        return grid.<OptimizationRun>task(TaskNames.CANCEL_RUN, runId).map(RunViews::of);
    }

    @Override
    public Mono<Page<RunView>> list(RunQuery query) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (query.unit() != null) {
            where.append(" AND UNIT = ?");
            arguments.add(query.unit());
        }
        if (query.kind() != null) {
            where.append(" AND KIND = ?");
            arguments.add(query.kind());
        }
        if (query.state() != null) {
            where.append(" AND STATE = ?");
            arguments.add(query.state());
        }
        if (query.subject() != null) {
            where.append(" AND SUBJECT = ?");
            arguments.add(query.subject());
        }
        List<String> last = Cursor.parse(query.cursor(), 2);
        if (!last.isEmpty()) {
            long created = Cursor.number(Objects.requireNonNull(query.cursor()), last.get(0));
            where.append(" AND (CREATED_MILLIS < ? OR (CREATED_MILLIS = ? AND RUN_ID > ?))");
            arguments.addAll(List.of(created, created, last.get(1)));
        }
        arguments.add(query.limit() + 1);
        String statement =
                "SELECT RUN_ID FROM OPTIMIZATION_RUN WHERE " + where + " ORDER BY CREATED_MILLIS DESC, RUN_ID LIMIT ?";
        return sql.rows(statement, arguments.toArray())
                .flatMap(this::inOrder)
                .map(runs -> Page.of(
                        runs,
                        query.limit(),
                        run -> Cursor.after(Long.toString(run.createdAt().toEpochMilli()), run.id())));
    }

    private Mono<List<RunView>> inOrder(List<List<?>> rows) {
        Set<String> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add(GridSql.text(row, 0)));
        return grid.<Map<String, OptimizationRun>>call(
                        client -> client.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                                .getAllAsync(ids))
                .map(found -> ids.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(RunViews::of)
                        .toList());
    }

    @Override
    public Flux<RunEvent> history(String runId, long afterSequence) {
        return known(runId).thenMany(events.stored(runId, afterSequence));
    }

    @Override
    public Flux<RunEvent> events(String runId, long afterSequence) {
        return known(runId).thenMany(events.live(runId, afterSequence));
    }

    private Mono<OptimizationRun> known(String runId) {
        return stored(runId).switchIfEmpty(Mono.error(() -> RunAnswers.unknown(runId)));
    }

    private Mono<OptimizationRun> stored(String runId) {
        return grid.call(client -> client.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                .getAsync(runId));
    }
}
