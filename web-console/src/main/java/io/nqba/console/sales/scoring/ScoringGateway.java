package io.nqba.console.sales.scoring;

import io.nqba.console.paging.Page;
import io.nqba.model.sales.DriftReport;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.ModelWeights;
import io.nqba.model.sales.ScoreQuestion;
import io.nqba.model.sales.ScoringModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Scoring models and scores, wherever they are kept. */
public interface ScoringGateway {
    /** Lists models, newest first. */
    Mono<Page<ScoringModel>> models(@Nullable String schemaId, @Nullable String cursor, int limit);

    /** Completes empty when there is none. */
    Mono<ScoringModel> model(String modelId);

    /** Compares the leads that came in after a model was trained with those it was trained on. */
    Mono<DriftReport> drift(String modelId);

    /** What a model goes by, heaviest first. */
    Mono<ModelWeights> weights(String modelId);

    /** Ids of the schemas that leads have, in their order. */
    Mono<List<String>> schemaIds();

    /** Completes empty when there is none. */
    Mono<LeadSchema> schema(String schemaId);

    /** The stored score of a lead; completes empty when it has none. */
    Mono<LeadScore> stored(String leadId);

    /** Scores a stored lead and stores the score; fails with {@code NOT_FOUND} when there is no such lead. */
    Mono<LeadScore> score(String leadId);

    /** Scores values and stores nothing. */
    Mono<LeadScore> ask(ScoreQuestion question);
}
