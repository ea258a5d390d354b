package io.nqba.console.sales.scoring;

import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ModelState;
import io.nqba.model.sales.ScoringModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scoring model in a list.
 *
 * @param newestArea area under the curve on the newest leads, which it had not seen
 * @param lotArea the same on leads drawn by lot
 * @param newestLift how many times more often leads of its best tenth were won, on the newest leads
 * @param revision changes with every promotion
 */
record ModelRow(
        String id,
        String schemaId,
        ModelKind kind,
        ModelState state,
        long trainedLeads,
        Instant trainedAt,
        String trainedBy,
        @Nullable Double newestArea,
        @Nullable Double lotArea,
        @Nullable Double newestLift,
        long revision) {
    static ModelRow of(ScoringModel model) {
        return new ModelRow(
                model.modelId(),
                model.schemaId(),
                model.kind(),
                model.state(),
                model.trainedRows(),
                Instant.ofEpochMilli(model.trainedAtMillis()),
                model.trainedBy(),
                known(model.card().figure("time_auc")),
                known(model.card().figure("random_auc")),
                known(model.card().figure("time_lift_10")),
                model.revision());
    }

    static @Nullable Double known(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }
}
