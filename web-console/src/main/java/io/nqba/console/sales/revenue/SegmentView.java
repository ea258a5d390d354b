package io.nqba.console.sales.revenue;

import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.SegmentRow;
import org.jspecify.annotations.Nullable;

/**
 * Deals of one segment.
 *
 * @param by what the segment is made by
 * @param value the segment; empty where the deal does not say
 * @param open deals that are open
 * @param won deals won
 * @param lost deals lost
 * @param rate share of closed deals that are won, small segments drawn towards all
 * @param low lower end of its interval
 * @param high upper end
 * @param medianDays age by which half have closed; null where fewer have
 * @param medianLow lower end of its interval
 * @param medianHigh upper end; null where it is not reached
 * @param amount mean amount of a deal that is won; null where none is
 * @param amountLow lower end of its interval
 * @param amountHigh upper end
 * @param revenue money that was won
 */
public record SegmentView(
        DealDimension by,
        String value,
        long open,
        long won,
        long lost,
        @Nullable Double rate,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double medianDays,
        @Nullable Double medianLow,
        @Nullable Double medianHigh,
        @Nullable Double amount,
        @Nullable Double amountLow,
        @Nullable Double amountHigh,
        @Nullable Double revenue) {
    public static SegmentView of(SegmentRow row) {
        return new SegmentView(
                row.by(),
                row.value(),
                row.open(),
                row.won(),
                row.lost(),
                SalesFigures.known(row.rate()),
                SalesFigures.known(row.low()),
                SalesFigures.known(row.high()),
                SalesFigures.known(row.medianDays()),
                SalesFigures.known(row.medianLow()),
                SalesFigures.known(row.medianHigh()),
                SalesFigures.known(row.amount()),
                SalesFigures.known(row.amountLow()),
                SalesFigures.known(row.amountHigh()),
                SalesFigures.known(row.revenue()));
    }
}
