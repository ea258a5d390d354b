package io.nqba.console.sales.revenue;

import io.nqba.model.sales.RevenueWindow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that one month or quarter will bring.
 *
 * @param from first day that is forecast
 * @param to last day
 * @param quarter whether it is a quarter, else a month
 * @param booked money of the same month or quarter that is won already
 * @param pipeline expected of deals that are open
 * @param fresh expected of deals that are still to begin
 * @param low lower end of the interval of all three together
 * @param high upper end
 * @param error standard error of the ends, from the number of draws
 * @param wins expected number of wins, the booked ones left out
 */
public record RevenueWindowView(
        LocalDate from,
        LocalDate to,
        boolean quarter,
        @Nullable Double booked,
        @Nullable Double pipeline,
        @Nullable Double fresh,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double error,
        @Nullable Double wins) {
    public static RevenueWindowView of(RevenueWindow row) {
        return new RevenueWindowView(
                LocalDate.ofEpochDay(row.fromDay()),
                LocalDate.ofEpochDay(row.toDay()),
                row.quarter(),
                SalesFigures.known(row.booked()),
                SalesFigures.known(row.pipeline()),
                SalesFigures.known(row.fresh()),
                SalesFigures.known(row.low()),
                SalesFigures.known(row.high()),
                SalesFigures.known(row.error()),
                SalesFigures.known(row.wins()));
    }
}
