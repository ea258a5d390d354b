package io.nqba.console.sales.revenue;

import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.StageVelocity;
import org.jspecify.annotations.Nullable;

/**
 * How deals leave a stage: how many go ahead, and how fast.
 *
 * @param stage the stage that is left
 * @param productId the product; empty for all
 * @param ahead deals that went ahead: won, or on to the next stage
 * @param out deals that were lost
 * @param open deals that are there
 * @param rate probability to go ahead by the oldest age that is known; open deals count as long as they were seen
 * @param low lower end of its interval
 * @param high upper end
 * @param medianDays age by which half have left; null where fewer have
 * @param medianLow lower end of its interval
 * @param medianHigh upper end; null where it is not reached
 * @param medianDaysAhead age by which half of those that go ahead have
 */
public record StageVelocityView(
        DealStage stage,
        String productId,
        long ahead,
        long out,
        long open,
        @Nullable Double rate,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double medianDays,
        @Nullable Double medianLow,
        @Nullable Double medianHigh,
        @Nullable Double medianDaysAhead) {
    public static StageVelocityView of(StageVelocity row) {
        return new StageVelocityView(
                row.stage(),
                row.productId(),
                row.ahead(),
                row.out(),
                row.open(),
                SalesFigures.known(row.rate()),
                SalesFigures.known(row.low()),
                SalesFigures.known(row.high()),
                SalesFigures.known(row.medianDays()),
                SalesFigures.known(row.medianLow()),
                SalesFigures.known(row.medianHigh()),
                SalesFigures.known(row.medianDaysAhead()));
    }
}
