package io.nqba.console.sales.revenue;

import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.PriceRow;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a product in one segment beside its list price.
 *
 * @param productId the product
 * @param by what the segment is made by
 * @param value the segment; empty where the deal does not say
 * @param listPrice price without discount, currency of the book
 * @param won deals won
 * @param ratio mean price per list price of the deals won
 * @param low lower end of its interval
 * @param high upper end
 * @param tenth ratio that a tenth of them does not exceed
 * @param ninth ratio that nine tenths do not exceed
 * @param margin money earned by a deal won, on average
 */
public record PriceRowView(
        String productId,
        DealDimension by,
        String value,
        @Nullable Double listPrice,
        long won,
        @Nullable Double ratio,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double tenth,
        @Nullable Double ninth,
        @Nullable Double margin) {
    public static PriceRowView of(PriceRow row) {
        return new PriceRowView(
                row.productId(),
                row.by(),
                row.value(),
                SalesFigures.known(row.listPrice()),
                row.won(),
                SalesFigures.known(row.ratio()),
                SalesFigures.known(row.low()),
                SalesFigures.known(row.high()),
                SalesFigures.known(row.tenth()),
                SalesFigures.known(row.ninth()),
                SalesFigures.known(row.margin()));
    }
}
