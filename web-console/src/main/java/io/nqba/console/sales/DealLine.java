package io.nqba.console.sales;

import io.nqba.model.sales.DealStage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal as a pipeline shows it.
 *
 * @param account what its account is called; null without one
 * @param engageDay day on which the talks began; null before
 * @param closeDay day on which it was won or lost; null before
 * @param amount as in {@link StageTotal}
 * @param chance that it is won, 0..1: the smoothed share of its agent with its product
 */
public record DealLine(
        String id,
        @Nullable String accountId,
        @Nullable String account,
        String productId,
        @Nullable String repId,
        DealStage stage,
        @Nullable LocalDate engageDay,
        @Nullable LocalDate closeDay,
        double amount,
        double chance,
        long revision) {
    /** Returns the same deal with the name of its account. */
    public DealLine with(@Nullable String name) {
        return new DealLine(
                id, accountId, name, productId, repId, stage, engageDay, closeDay, amount, chance, revision);
    }
}
