package io.nqba.console.sales.revenue;

import io.nqba.model.sales.PriceBand;
import org.jspecify.annotations.Nullable;

/**
 * Deals of a product within a band of discounts.
 *
 * @param productId the product; empty for all
 * @param from least price per list price, included
 * @param below greatest, not included; null for the last band
 * @param won deals won at such a price
 * @param lost deals lost at such an offer
 * @param rate share that is won; null where no lost deal keeps its offer
 * @param low lower end of its interval
 * @param high upper end
 * @param margin money earned by a deal won, on average
 * @param expected money earned by an offer: the share won times the margin; null where that share is not known
 */
public record PriceBandView(
        String productId,
        @Nullable Double from,
        @Nullable Double below,
        long won,
        long lost,
        @Nullable Double rate,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double margin,
        @Nullable Double expected) {
    public static PriceBandView of(PriceBand row) {
        return new PriceBandView(
                row.productId(),
                SalesFigures.known(row.from()),
                SalesFigures.known(row.below()),
                row.won(),
                row.lost(),
                SalesFigures.known(row.rate()),
                SalesFigures.known(row.low()),
                SalesFigures.known(row.high()),
                SalesFigures.known(row.margin()),
                SalesFigures.known(row.expected()));
    }
}
