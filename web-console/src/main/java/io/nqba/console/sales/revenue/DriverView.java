package io.nqba.console.sales.revenue;

import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DriverRow;
import org.jspecify.annotations.Nullable;

/**
 * A group of deals that may win more or fewer than the rest.
 *
 * @param by what the group is made by
 * @param value the group; empty where the deal does not say
 * @param won deals won
 * @param closed deals won or lost
 * @param rate share that is won
 * @param difference that share less the share of all other deals
 * @param low lower end of its interval
 * @param high upper end
 * @param pValue how likely a difference at least as large is chance, for this group alone
 * @param real whether it is called real beside all the others that were looked at
 */
public record DriverView(
        DealDimension by,
        String value,
        long won,
        long closed,
        @Nullable Double rate,
        @Nullable Double difference,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double pValue,
        boolean real) {
    public static DriverView of(DriverRow row) {
        return new DriverView(
                row.by(),
                row.value(),
                row.won(),
                row.closed(),
                SalesFigures.known(row.rate()),
                SalesFigures.known(row.difference()),
                SalesFigures.known(row.low()),
                SalesFigures.known(row.high()),
                SalesFigures.known(row.pValue()),
                row.real());
    }
}
