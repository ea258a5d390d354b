package io.nqba.console.sales.scoring;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Body of {@code POST /api/v1/sigma/models/{id}/promotion}.
 *
 * @param revision revision of the model that the person has seen
 */
@Schema(example = """
                {"revision": 1}""")
record PromotionBody(@NotNull @Min(1) Long revision) {}
