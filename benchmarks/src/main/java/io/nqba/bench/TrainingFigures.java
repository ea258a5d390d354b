package io.nqba.bench;

import io.nqba.bench.BenchGrid.Measured;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.Outcome;
import io.nqba.model.sales.ScoringModel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteDataStreamer;

/** A million leads of 60 features on one node. */
final class TrainingFigures implements FigureGroup {
    private static final int LEADS = 1_000_000;
    static final int FEATURES = 60;
    static final String SCHEMA = "million";

    @Override
    public String name() {
        return "training";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        try (BenchGrid grid = new BenchGrid(1, 3_072)) {
            load(grid.ignite(), LEADS);
            context.say("Loaded %,d leads of %d features.".formatted(LEADS, FEATURES));
            measure(grid, ModelKind.LOGISTIC, "lr", context, figures);
            measure(grid, ModelKind.BOOSTED_TREES, "gbt", context, figures);
        }
    }

    private static void measure(BenchGrid grid, ModelKind kind, String name, BenchContext context, Figures figures)
            throws InterruptedException {
        Measured run =
                grid.run(new LeadScoringRequest(SCHEMA, kind, List.of(), List.of(), 0.3, 100, 4, 10, 1, 3_600_000));
        ScoringModel model = grid.ignite()
                .<String, ScoringModel>cache(CacheNames.SCORING_MODEL)
                .get(run.run().runId());
        if (!(model.card().figure("time_auc") > 0.7)) {
            throw new IllegalStateException(
                    "The model learnt too little: " + run.run().findings());
        }
        run.run().findings().forEach(context::say);
        grid.progress(run.run().runId())
                .forEach(step -> context.say("%.1f s: %s".formatted(step.elapsedMillis() / 1e3, step.message())));
        figures.add("train_1m_leads_%s_s".formatted(name), model.card().figure("training_seconds"), "s");
        figures.add("train_1m_leads_%s_with_card_s".formatted(name), run.millis() / 1e3, "s");
        figures.add(
                "train_1m_leads_%s_bytes_per_round".formatted(name),
                (double) grid.bytesPerRound(run.run().runId()),
                "B");
    }

    static void load(Ignite ignite, int leads) {
        String[] names = new String[FEATURES];
        Arrays.setAll(names, j -> "feature_%02d".formatted(j));
        FeatureKind[] kinds = new FeatureKind[FEATURES];
        Arrays.fill(kinds, FeatureKind.NUMBER);
        String[] units = new String[FEATURES];
        Arrays.fill(units, "");
        ignite.cache(CacheNames.LEAD_SCHEMA)
                .put(SCHEMA, new LeadSchema(SCHEMA, names, kinds, new String[FEATURES][0], units, "bought"));
        var random = new SplittableRandom(60);
        try (IgniteDataStreamer<String, Lead> stream = ignite.dataStreamer(CacheNames.LEAD)) {
            for (int k = 0; k < leads; k++) {
                double[] values = new double[FEATURES];
                double margin = -2;
                for (int j = 0; j < FEATURES; j++) {
                    values[j] = random.nextDouble() * 2 - 1;
                    margin += values[j] * ((j % 7) - 3) / 4.0;
                }
                margin += values[0] * values[1] > 0 ? 1 : -1;
                boolean won = random.nextDouble() < 1 / (1 + Math.exp(-margin));
                String id = "lead-%07d".formatted(k);
                stream.addData(
                        id,
                        Lead.of(id)
                                .schemaId(SCHEMA)
                                .values(values)
                                .outcome(won ? Outcome.WON : Outcome.LOST)
                                .createdAtMillis(1_700_000_000_000L + 1_000L * k)
                                .build());
            }
        }
    }
}
