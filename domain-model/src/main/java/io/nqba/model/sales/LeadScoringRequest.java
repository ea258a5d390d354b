package io.nqba.model.sales;

import io.nqba.model.error.Require;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks for a model that scores the leads of one schema, learnt from those whose outcome is known. Immutable; crosses the grid wire. */
public final class LeadScoringRequest implements RunRequest {
    /** Last part of the REST path that starts such a run. */
    public static final String KIND = "lead-scoring";

    private final String schemaId;
    private final ModelKind model;
    private final ArrayList<String> leftOut;
    private final ArrayList<String> trusted;
    private final double heldBack;
    private final int trees;
    private final int depth;
    private final double ridge;
    private final long seed;
    private final long timeLimitMillis;

    /**
     * @param schemaId the {@link LeadSchema}
     * @param model how it shall compute
     * @param leftOut features not to use
     * @param trusted features to use although they look as if they knew the outcome, or change with time
     * @param heldBack share of the leads, the newest, that quality is judged on, 0.1 to 0.5
     * @param trees trees to grow, 1 to 1,000; 0 for as many as prove best on leads held back inside the training
     * @param depth splits from the root to a leaf of a tree, 1 to 6; 0 together with no number of trees
     * @param ridge pull of coefficients towards 0, in units of leads, above 0; only logistic regression has one
     * @param seed chooses rows and features
     * @param timeLimitMillis longest time, milliseconds; a run that needs longer ends without a model
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public LeadScoringRequest(
            String schemaId,
            ModelKind model,
            List<String> leftOut,
            List<String> trusted,
            double heldBack,
            int trees,
            int depth,
            double ridge,
            long seed,
            long timeLimitMillis) {
        this.schemaId = Require.text("schemaId", schemaId);
        this.model = model;
        this.leftOut = new ArrayList<>(leftOut);
        this.trusted = new ArrayList<>(trusted);
        if (!(heldBack >= 0.1 && heldBack <= 0.5)) {
            throw new IllegalArgumentException("The heldBack (%s) must lie between 0.1 and 0.5.".formatted(heldBack));
        }
        this.heldBack = heldBack;
        this.trees = (int) Require.within("trees", trees, 0, 1_000);
        this.depth = (int) Require.within("depth", depth, trees == 0 ? 0 : 1, trees == 0 ? 0 : 6);
        this.ridge = Require.finite("ridge", Require.positive("ridge", ridge, ""), "");
        this.seed = seed;
        this.timeLimitMillis = Require.within("timeLimitMillis", timeLimitMillis, 1, 86_400_000);
    }

    /** Returns a request with settings that need no tuning. */
    public static LeadScoringRequest usual(String schemaId, ModelKind model) {
        return new LeadScoringRequest(schemaId, model, List.of(), List.of(), 0.3, 0, 0, 10, 1, 600_000);
    }

    public String schemaId() {
        return schemaId;
    }

    public ModelKind model() {
        return model;
    }

    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    public List<String> trusted() {
        return List.copyOf(trusted);
    }

    public double heldBack() {
        return heldBack;
    }

    public int trees() {
        return trees;
    }

    public int depth() {
        return depth;
    }

    public double ridge() {
        return ridge;
    }

    public long seed() {
        return seed;
    }

    @Override
    public BusinessUnit unit() {
        return BusinessUnit.SIGMA;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return schemaId;
    }

    @Override
    public long timeLimitMillis() {
        return timeLimitMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeadScoringRequest that
                && schemaId.equals(that.schemaId)
                && model == that.model
                && leftOut.equals(that.leftOut)
                && trusted.equals(that.trusted)
                && Double.compare(heldBack, that.heldBack) == 0
                && trees == that.trees
                && depth == that.depth
                && Double.compare(ridge, that.ridge) == 0
                && seed == that.seed
                && timeLimitMillis == that.timeLimitMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(schemaId, model, leftOut, trusted, heldBack, trees, depth, ridge, seed, timeLimitMillis);
    }

    @Override
    public String toString() {
        return "LeadScoringRequest[%s, %s]".formatted(schemaId, model);
    }
}
