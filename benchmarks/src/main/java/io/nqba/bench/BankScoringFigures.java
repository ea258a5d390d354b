package io.nqba.bench;

import io.nqba.bench.BenchGrid.Measured;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ScoringModel;
import java.util.Arrays;

/** Scores on the bank marketing set, through the whole life of a run, on one node and on three. */
final class BankScoringFigures implements FigureGroup {
    @Override
    public String name() {
        return "scoring";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        if (context.data().isEmpty()) {
            context.say("Left out for want of data: bank_*, leakage_found, lr_three_nodes_*");
            return;
        }
        BankLeads leads = BankLeads.read(context.data().get());
        double[] alone = oneNode(leads, context, figures);
        try (BenchGrid grid = new BenchGrid(3)) {
            leads.load(grid.ignite());
            double[] together =
                    train(grid, ModelKind.LOGISTIC, context).parameters().coefficients();
            double most = 0;
            for (int j = 0; j < alone.length; j++) {
                most = Math.max(most, Math.abs(alone[j] - together[j]));
            }
            figures.add("lr_three_nodes_max_abs_coefficient_difference", most, "");
        }
    }

    private static double[] oneNode(BankLeads leads, BenchContext context, Figures figures) throws Exception {
        try (BenchGrid grid = new BenchGrid(1)) {
            leads.load(grid.ignite());
            ScoringModel line = train(grid, ModelKind.LOGISTIC, context);
            ScoringModel trees = train(grid, ModelKind.BOOSTED_TREES, context);
            figures.add("bank_time_split_auc_lr", line.card().figure("time_auc"), "");
            figures.add("bank_time_split_auc_gbt", trees.card().figure("time_auc"), "");
            figures.add("bank_random_auc_lr", line.card().figure("random_auc"), "");
            figures.add("bank_random_auc_gbt", trees.card().figure("random_auc"), "");
            figures.add("bank_lift10_random_gbt", trees.card().figure("random_lift_10"), "");
            figures.add("bank_lift10_time_split_gbt", trees.card().figure("time_lift_10"), "");
            figures.add("leakage_found", leaking(trees));
            return line.parameters().coefficients();
        }
    }

    private static String leaking(ScoringModel model) {
        return Arrays.stream(model.card().findings())
                .filter(sentence -> sentence.contains(" the outcome: known only after the contact"))
                .map(sentence ->
                        sentence.replaceFirst(" knows? the outcome.*", "").replace(", ", " "))
                .findFirst()
                .orElse("nothing");
    }

    private static ScoringModel train(BenchGrid grid, ModelKind kind, BenchContext context)
            throws InterruptedException {
        Measured run = grid.run(LeadScoringRequest.usual(BankLeads.SCHEMA, kind));
        context.say("%s: %.1f s, value %.12g, bound %.12g"
                .formatted(
                        kind, run.millis() / 1e3, run.run().value(), run.run().bound()));
        run.run().findings().forEach(context::say);
        return grid.ignite()
                .<String, ScoringModel>cache(CacheNames.SCORING_MODEL)
                .get(run.run().runId());
    }
}
