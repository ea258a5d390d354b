package io.nqba.node.sales.scoring;

import static org.awaitility.Awaitility.await;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.model.sales.DriftReport;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.Outcome;
import io.nqba.model.sales.RescoringRequest;
import io.nqba.model.sales.ScoreQuestion;
import io.nqba.model.sales.ScoringModel;
import io.nqba.node.optimisation.GridDesk;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteDataStreamer;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.client.IgniteClient;

/** Trains and asks as the console does, on leads whose outcome hangs on age, visits and source. */
final class ScoringDesk extends GridDesk {
    static final String SCHEMA = "made-up";
    static final long FIRST_MILLIS = 1_700_000_000_000L;
    static final long STEP_MILLIS = 60_000;

    ScoringDesk(IgniteClient client) {
        super(client);
    }

    /** Stores leads with an outcome; their ids begin with 0. */
    static void storeKnown(Ignite ignite, int leads, long seed) {
        ignite.cache(CacheNames.LEAD_SCHEMA).put(SCHEMA, schema());
        store(ignite, 0, leads, seed, age -> age);
    }

    /** Stores more leads, which came in later. */
    static void store(Ignite ignite, int from, int to, long seed, DoubleUnaryOperator ages) {
        var random = new SplittableRandom(seed);
        try (IgniteDataStreamer<String, Lead> stream = ignite.dataStreamer(CacheNames.LEAD)) {
            // Without overwriting it can miss the copy of a node that has just joined.
            stream.allowOverwrite(true);
            for (int number = from; number < to; number++) {
                Lead lead = lead(number, to, random, ages);
                stream.addData(lead.leadId(), lead);
            }
        }
    }

    private static Lead lead(int number, int all, SplittableRandom random, DoubleUnaryOperator ages) {
        double age = ages.applyAsDouble(20 + 50 * random.nextDouble());
        int visits = random.nextInt(6);
        int source = random.nextInt(3);
        double margin = -4 + 0.03 * age + 0.5 * visits + (source == 2 ? 1.2 : 0);
        boolean won = random.nextDouble() < 1 / (1 + Math.exp(-margin));
        boolean ageKnown = random.nextInt(10) > 0;
        double minutes = (won ? 8 : 2) + 2 * random.nextDouble();
        double index = 1_000 + 100.0 * number / all;
        double[] values = {ageKnown ? age : Double.NaN, visits, source, minutes, index};
        return Lead.of("lead-%06d".formatted(number))
                .schemaId(SCHEMA)
                .values(values)
                .outcome(won ? Outcome.WON : Outcome.LOST)
                .createdAtMillis(FIRST_MILLIS + STEP_MILLIS * number)
                .build();
    }

    static LeadSchema schema() {
        FeatureKind number = FeatureKind.NUMBER;
        return new LeadSchema(
                SCHEMA,
                new String[] {"age", "visits", "source", "call_minutes", "price_index"},
                new FeatureKind[] {number, number, FeatureKind.CATEGORY, number, number},
                new String[][] {{}, {}, {"web", "fair", "friend"}, {}, {}},
                new String[] {"years", "", "", "min", ""},
                "bought");
    }

    OptimizationRun submit(LeadScoringRequest request) {
        return call(
                OptimizationRun.class,
                TaskNames.SUBMIT_RUN,
                new SubmitRun(UUID.randomUUID().toString(), request, "tester"));
    }

    ScoringModel model(String modelId) {
        return client().<String, ScoringModel>cache(CacheNames.SCORING_MODEL).get(modelId);
    }

    LeadScore stored(String leadId) {
        return client().<String, LeadScore>cache(CacheNames.LEAD_SCORE).get(leadId);
    }

    int storedScores() {
        return client().cache(CacheNames.LEAD_SCORE).size();
    }

    /** Returns how many scores are by a model. */
    long bySql(String modelId) {
        var query = new SqlFieldsQuery("SELECT COUNT(*) FROM LEAD_SCORE WHERE MODEL_ID = ?").setArgs(modelId);
        return ((Number) client().query(query).getAll().get(0).get(0)).longValue();
    }

    void untilBySql(String modelId, long scores) {
        await().until(() -> bySql(modelId) == scores);
    }

    LeadScore score(String leadId) {
        return call(LeadScore.class, TaskNames.SCORE_LEAD, leadId);
    }

    LeadScore ask(double... values) {
        return call(LeadScore.class, TaskNames.ASK_SCORE, new ScoreQuestion("somebody", SCHEMA, values));
    }

    /** Promotes a model; the run that scores all leads anew goes on behind it. */
    OptimizationRun promote(String modelId, long revision) {
        return call(
                OptimizationRun.class,
                TaskNames.SUBMIT_RUN,
                new SubmitRun(UUID.randomUUID().toString(), new RescoringRequest(modelId, SCHEMA, revision), "boss"));
    }

    DriftReport drift(String modelId) {
        return call(DriftReport.class, TaskNames.DRIFT_REPORT, modelId);
    }
}
