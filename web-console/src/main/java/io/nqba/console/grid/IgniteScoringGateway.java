package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.text;

import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.scoring.ScoringGateway;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.sales.DriftReport;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.ModelWeights;
import io.nqba.model.sales.ScoreQuestion;
import io.nqba.model.sales.ScoringModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Models by key and SQL, scores by compute task on the node of the lead. */
@Component
class IgniteScoringGateway implements ScoringGateway {
    private final GridConnection grid;
    private final GridSql sql;
    /** A schema is never changed once leads carry it. */
    private final Map<String, LeadSchema> schemas = new ConcurrentHashMap<>();

    IgniteScoringGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<Page<ScoringModel>> models(@Nullable String schemaId, @Nullable String cursor, int limit) {
        List<Object> arguments = new ArrayList<>();
        var where = new StringBuilder("SELECT MODEL_ID FROM SCORING_MODEL WHERE 1 = 1");
        if (schemaId != null) {
            where.append(" AND SCHEMA_ID = ?");
            arguments.add(schemaId);
        }
        List<String> last = Cursor.parse(cursor, 2);
        if (!last.isEmpty()) {
            long trained = Cursor.number(Objects.requireNonNull(cursor), last.get(0));
            where.append(" AND (TRAINED_AT_MILLIS < ? OR (TRAINED_AT_MILLIS = ? AND MODEL_ID > ?))");
            arguments.addAll(List.of(trained, trained, last.get(1)));
        }
        arguments.add(limit + 1);
        return sql.rows(where + " ORDER BY TRAINED_AT_MILLIS DESC, MODEL_ID LIMIT ?", arguments.toArray())
                .flatMap(this::inOrder)
                .map(found -> Page.of(
                        found, limit, model -> Cursor.after(Long.toString(model.trainedAtMillis()), model.modelId())));
    }

    private Mono<List<ScoringModel>> inOrder(List<List<?>> rows) {
        Set<String> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add(text(row, 0)));
        return grid.<Map<String, ScoringModel>>call(
                        client -> client.<String, ScoringModel>cache(CacheNames.SCORING_MODEL)
                                .getAllAsync(ids))
                .map(found ->
                        ids.stream().filter(found::containsKey).map(found::get).toList());
    }

    @Override
    public Mono<ScoringModel> model(String modelId) {
        return grid.call(client ->
                client.<String, ScoringModel>cache(CacheNames.SCORING_MODEL).getAsync(modelId));
    }

    @Override
    public Mono<DriftReport> drift(String modelId) {
        return grid.task(TaskNames.DRIFT_REPORT, modelId);
    }

    @Override
    public Mono<ModelWeights> weights(String modelId) {
        return grid.task(TaskNames.MODEL_WEIGHTS, modelId);
    }

    @Override
    public Mono<List<String>> schemaIds() {
        return sql.rows("SELECT SCHEMA_ID FROM LEAD_SCHEMA ORDER BY SCHEMA_ID")
                .map(rows -> rows.stream().map(row -> text(row, 0)).toList());
    }

    @Override
    public Mono<LeadSchema> schema(String schemaId) {
        LeadSchema known = schemas.get(schemaId);
        if (known != null) {
            return Mono.just(known);
        }
        return grid.<LeadSchema>call(client ->
                        client.<String, LeadSchema>cache(CacheNames.LEAD_SCHEMA).getAsync(schemaId))
                .doOnNext(found -> schemas.put(schemaId, found));
    }

    @Override
    public Mono<LeadScore> stored(String leadId) {
        return grid.call(
                client -> client.<String, LeadScore>cache(CacheNames.LEAD_SCORE).getAsync(leadId));
    }

    @Override
    public Mono<LeadScore> score(String leadId) {
        return grid.task(TaskNames.SCORE_LEAD, leadId);
    }

    @Override
    public Mono<LeadScore> ask(ScoreQuestion question) {
        return grid.task(TaskNames.ASK_SCORE, question);
    }
}
