package io.nqba.compute.sales.scoring;

import io.nqba.model.audit.AuditEntry;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.ModelState;
import io.nqba.model.sales.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.ScanQuery;

/** The models of all schemas: which is champion, who challenges it. One champion per schema at most. */
final class ModelBook {
    private static final String SCORERS = "nqba.sales.scorers";

    private ModelBook() {}

    /** Returns the model that scores the leads of a schema. */
    static Optional<ScoringModel> champion(Ignite ignite, String schemaId) {
        return all(ignite, schemaId).stream()
                .filter(model -> model.state() == ModelState.CHAMPION)
                .findFirst();
    }

    /** Returns whether there is a champion of any schema. */
    static boolean anyChampion(Ignite ignite) {
        return all(ignite).stream().anyMatch(model -> model.state() == ModelState.CHAMPION);
    }

    private static List<ScoringModel> all(Ignite ignite, String schemaId) {
        return all(ignite).stream()
                .filter(model -> model.schemaId().equals(schemaId))
                .toList();
    }

    /** Returns all models; the cache is on every node and holds few. */
    private static List<ScoringModel> all(Ignite ignite) {
        List<ScoringModel> models = new ArrayList<>();
        var query = new ScanQuery<String, ScoringModel>();
        try (var rows =
                ignite.<String, ScoringModel>cache(CacheNames.SCORING_MODEL).query(query)) {
            for (Cache.Entry<String, ScoringModel> row : rows) {
                models.add(row.getValue());
            }
        }
        return models;
    }

    static ScoringModel require(Ignite ignite, String modelId) {
        ScoringModel model =
                ignite.<String, ScoringModel>cache(CacheNames.SCORING_MODEL).get(modelId);
        if (model == null) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "There is no scoring model (%s).".formatted(modelId),
                    "GET /api/v1/sigma/models lists those there are.");
        }
        return model;
    }

    /**
     * Returns a scorer of the champion, kept on this node until another one is champion.
     *
     * @throws NqbaException if there is none
     */
    static LeadScorer scorer(Ignite ignite, String schemaId) {
        return scorerOf(ignite, schemaId)
                .orElseThrow(() -> new NqbaException(
                        ErrorCode.INVALID_PROBLEM,
                        "No model scores the leads of schema (%s) yet.".formatted(schemaId),
                        "Train one: POST /api/v1/sigma/lead-scoring."));
    }

    /** Returns a scorer of the champion, the same one until another model is champion. */
    static Optional<LeadScorer> scorerOf(Ignite ignite, String schemaId) {
        ConcurrentMap<String, Kept> kept = ignite.cluster()
                .<String, ConcurrentMap<String, Kept>>nodeLocalMap()
                .computeIfAbsent(SCORERS, key -> new java.util.concurrent.ConcurrentHashMap<>());
        Kept last = kept.get(schemaId);
        IgniteCache<String, ScoringModel> models = ignite.cache(CacheNames.SCORING_MODEL);
        if (last != null && last.serves(models.get(last.model().modelId()))) {
            return Optional.of(last.scorer());
        }
        return champion(ignite, schemaId).map(champion -> {
            var scorer = new LeadScorer(LeadScoring.schema(ignite, schemaId), champion);
            kept.put(schemaId, new Kept(champion, scorer));
            return scorer;
        });
    }

    /**
     * Stores a new model: a challenger, or the champion if it is the first of its schema, as there is none to challenge. The same run
     * stores once.
     */
    static ScoringModel store(Ignite ignite, ScoringModel fresh) {
        IgniteCache<String, ScoringModel> models = ignite.cache(CacheNames.SCORING_MODEL);
        ScoringModel before = models.get(fresh.modelId());
        if (before != null) {
            return before;
        }
        boolean first = champion(ignite, fresh.schemaId()).isEmpty() && claimsFirst(ignite, fresh);
        ScoringModel stored = fresh.toBuilder()
                .state(first ? ModelState.CHAMPION : ModelState.CHALLENGER)
                .build();
        models.put(stored.modelId(), stored);
        return stored;
    }

    /** Writes down who comes first, once per schema: of two runs that end at the same time one wins. */
    private static boolean claimsFirst(Ignite ignite, ScoringModel fresh) {
        IgniteCache<String, AuditEntry> audit = ignite.cache(CacheNames.AUDIT_ENTRY);
        String key = "model.first/" + fresh.schemaId();
        String subject = "%s: first model of schema %s, champion without a challenge"
                .formatted(fresh.modelId(), fresh.schemaId());
        AuditEntry before = audit.getAndPutIfAbsent(
                key, new AuditEntry(fresh.trainedAtMillis(), fresh.trainedBy(), "model.first", subject, "ok", "", ""));
        // Another coordinator may have ended between both writes.
        return before == null || before.subject().equals(subject);
    }

    /** Returns whether a model scores the leads of its schema. */
    static boolean isChampion(Ignite ignite, String modelId) {
        return require(ignite, modelId).state() == ModelState.CHAMPION;
    }

    /** Returns the ids of all models of the schema of a model, itself included, in the order in which they are locked. */
    static List<String> idsBeside(Ignite ignite, String modelId) {
        return all(ignite, require(ignite, modelId).schemaId()).stream()
                .map(ScoringModel::modelId)
                .sorted()
                .toList();
    }

    /**
     * Makes a model champion and retires the one before, inside the caller's transaction.
     *
     * @param modelIds the models of the schema, sorted, so that two promotions at once wait for each other rather than for ever
     * @param revision revision that the person has seen
     * @throws NqbaException CONFLICT when the model changed meanwhile
     */
    static void promote(Ignite ignite, List<String> modelIds, String modelId, long revision) {
        IgniteCache<String, ScoringModel> models = ignite.cache(CacheNames.SCORING_MODEL);
        List<ScoringModel> locked = modelIds.stream().map(models::get).toList();
        for (ScoringModel model : locked) {
            if (model.modelId().equals(modelId) && model.revision() != revision) {
                throw new NqbaException(
                        ErrorCode.CONFLICT,
                        "The model (%s) was changed meanwhile: it is %s at revision %d now, you saw revision %d."
                                .formatted(
                                        modelId,
                                        model.state().name().toLowerCase(java.util.Locale.ROOT),
                                        model.revision(),
                                        revision),
                        "Look at it again, then decide.");
            }
        }
        for (ScoringModel model : locked) {
            ModelState state = model.modelId().equals(modelId)
                    ? ModelState.CHAMPION
                    : model.state() == ModelState.CHAMPION ? ModelState.RETIRED : model.state();
            if (state != model.state()) {
                models.put(
                        model.modelId(),
                        model.toBuilder()
                                .state(state)
                                .revision(model.revision() + 1)
                                .build());
            }
        }
    }

    private record Kept(ScoringModel model, LeadScorer scorer) {
        boolean serves(@org.jspecify.annotations.Nullable ScoringModel now) {
            return now != null && now.revision() == model.revision() && now.state() == ModelState.CHAMPION;
        }
    }
}
