package io.nqba.console.grid;

import io.nqba.console.annealing.ChangedView;
import io.nqba.console.annealing.ProblemGateway;
import io.nqba.console.annealing.ProblemView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ChangedProblem;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.expiry.CreatedExpiryPolicy;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Quadratic problems over the thin client: commands by compute task, look-ups and pieces by key, lists by SQL. */
@Component
class IgniteProblemGateway implements ProblemGateway {
    /** Pieces of an upload whose console died go by themselves; longer than any upload and its import take. */
    private static final javax.cache.expiry.Duration PIECE_LIFE = new javax.cache.expiry.Duration(TimeUnit.HOURS, 1);
    /** Keys of one removal: few enough for one message. */
    private static final int REMOVED_AT_ONCE = 256;

    private final GridConnection grid;
    private final GridSql sql;

    IgniteProblemGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<ProblemView> find(String problemId) {
        return grid.<StoredProblem>call(client -> problems(client).getAsync(problemId))
                .map(ProblemViews::of);
    }

    @Override
    public Flux<String> labels(ProblemView problem) {
        return problem.labelled() ? labels(problem.id(), 0, problem.variables()) : Flux.empty();
    }

    /** The nodes keep names in pieces under revision 0. */
    private Flux<String> labels(String problemId, int index, int left) {
        return grid.<Object>call(client -> client.<ProblemChunkKey, Object>cache(CacheNames.PROBLEM_CHUNK)
                        .getAsync(new ProblemChunkKey(problemId, 0, index)))
                .flatMapMany(found -> {
                    Object[] piece = (Object[]) found;
                    int rest = left - piece.length;
                    Flux<String> names = Flux.fromArray(piece).map(String::valueOf);
                    return rest <= 0 ? names : names.concatWith(Flux.defer(() -> labels(problemId, index + 1, rest)));
                });
    }

    @Override
    public Mono<Page<ProblemView>> list(@Nullable String cursor, int limit) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder statement = new StringBuilder("SELECT PROBLEM_ID FROM OPTIMIZATION_PROBLEM");
        List<String> last = Cursor.parse(cursor, 2);
        if (!last.isEmpty()) {
            long created = Cursor.number(Objects.requireNonNull(cursor), last.get(0));
            statement.append(" WHERE CREATED_MILLIS < ? OR (CREATED_MILLIS = ? AND PROBLEM_ID > ?)");
            arguments.addAll(List.of(created, created, last.get(1)));
        }
        statement.append(" ORDER BY CREATED_MILLIS DESC, PROBLEM_ID LIMIT ?");
        arguments.add(limit + 1);
        return sql.rows(statement.toString(), arguments.toArray())
                .flatMap(this::inOrder)
                .map(problems -> Page.of(
                        problems,
                        limit,
                        problem ->
                                Cursor.after(Long.toString(problem.createdAt().toEpochMilli()), problem.id())));
    }

    private Mono<List<ProblemView>> inOrder(List<List<?>> rows) {
        Set<String> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add(GridSql.text(row, 0)));
        return grid.<Map<String, StoredProblem>>call(client -> problems(client).getAllAsync(ids))
                .map(found -> ids.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(ProblemViews::of)
                        .toList());
    }

    @Override
    public Mono<Void> putPiece(String problemId, int index, byte[] bytes) {
        return grid.call(client -> uploads(client)
                .withExpirePolicy(new CreatedExpiryPolicy(PIECE_LIFE))
                .putAsync(new ProblemChunkKey(problemId, 0, index), bytes));
    }

    @Override
    public Mono<Void> removePieces(String problemId, int pieces) {
        return Flux.range(0, pieces)
                .map(index -> new ProblemChunkKey(problemId, 0, index))
                .buffer(REMOVED_AT_ONCE)
                .concatMap(keys -> grid.<Void>call(client -> uploads(client).removeAllAsync(new HashSet<>(keys))))
                .then();
    }

    @Override
    public Mono<ProblemView> importPieces(ImportProblem order, Duration patience) {
        return grid.<StoredProblem>task(TaskNames.IMPORT_PROBLEM, order, patience)
                .map(ProblemViews::of);
    }

    @Override
    public Mono<ChangedView> change(ChangeProblem change) {
        return grid.<ChangedProblem>task(TaskNames.CHANGE_PROBLEM, change).map(ProblemViews::of);
    }

    @Override
    public Mono<ProblemView> remove(String problemId) {
        return grid.<StoredProblem>task(TaskNames.DELETE_PROBLEM, problemId).map(ProblemViews::of);
    }

    private static ClientCache<String, StoredProblem> problems(IgniteClient client) {
        return client.cache(CacheNames.OPTIMIZATION_PROBLEM);
    }

    private static ClientCache<ProblemChunkKey, byte[]> uploads(IgniteClient client) {
        return client.cache(CacheNames.PROBLEM_UPLOAD);
    }
}
