package io.nqba.console.sales.scoring;

import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/sigma/lead-scoring}. What is left out has a default.
 *
 * @param schemaId the schema of the leads to learn from
 * @param model how to compute; default BOOSTED_TREES
 * @param leftOut features not to use
 * @param trusted features to use although they look as if they knew the outcome, or keep changing
 * @param heldBack share of the leads, the newest, that quality is judged on; default 0.3
 * @param trees trees to grow; default: as many as prove best inside the training
 * @param depth splits from the root to a leaf; default 3 where trees are given
 * @param ridge pull of coefficients towards 0, in units of leads; default 10
 * @param seed chooses rows and features; default 1
 * @param timeLimitSeconds longest time, seconds; default 600
 */
@Schema(example = """
                {"schemaId": "demo", "model": "LOGISTIC", "leftOut": ["campaign"]}""")
record LeadScoringBody(
        @NotBlank @Size(max = 60) String schemaId,
        @Nullable ModelKind model,
        @Size(max = 200) @Nullable List<@NotBlank String> leftOut,
        @Size(max = 200) @Nullable List<@NotBlank String> trusted,
        @DecimalMin("0.1") @DecimalMax("0.5") @Nullable Double heldBack,
        @Min(1) @Max(1_000) @Nullable Integer trees,
        @Min(1) @Max(6) @Nullable Integer depth,

        @DecimalMin("0.000001") @DecimalMax("1000000") @Nullable
        Double ridge,

        @Nullable Long seed,
        @Min(1) @Max(86_400) @Nullable Integer timeLimitSeconds) {
    private static final double HELD_BACK = 0.3;
    private static final int TREES = 100;
    private static final int DEPTH = 3;
    private static final double RIDGE = 10;
    private static final int SECONDS = 600;

    /** Returns the request; called after validation. */
    LeadScoringRequest toRequest() {
        boolean chosen = trees == null && depth == null;
        return new LeadScoringRequest(
                schemaId,
                model == null ? ModelKind.BOOSTED_TREES : model,
                leftOut == null ? List.of() : leftOut,
                trusted == null ? List.of() : trusted,
                heldBack == null ? HELD_BACK : heldBack,
                chosen ? 0 : trees == null ? TREES : trees,
                chosen ? 0 : depth == null ? DEPTH : depth,
                ridge == null ? RIDGE : ridge,
                seed == null ? 1 : seed,
                (timeLimitSeconds == null ? SECONDS : timeLimitSeconds) * 1_000L);
    }
}
