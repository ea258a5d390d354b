package io.nqba.console.sales.revenue;

import io.nqba.model.sales.RevenueTrial;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forecast made from the past alone, and what came.
 *
 * @param months months forecast, 1 or 3
 * @param from first day forecast; the day before was the last one known
 * @param to last day
 * @param actual money that came
 * @param value money that was forecast
 * @param low lower end of its interval
 * @param high upper end
 * @param naive naive forecasts: the same as the last so many months, as those a quarter before, and the last rate on what was open
 */
public record RevenueTrialView(
        int months,
        LocalDate from,
        LocalDate to,
        @Nullable Double actual,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        List<@Nullable Double> naive) {
    public static RevenueTrialView of(RevenueTrial row) {
        return new RevenueTrialView(
                row.months(),
                LocalDate.ofEpochDay(row.fromDay()),
                LocalDate.ofEpochDay(row.toDay()),
                SalesFigures.known(row.actual()),
                SalesFigures.known(row.value()),
                SalesFigures.known(row.low()),
                SalesFigures.known(row.high()),
                SalesFigures.known(row.naive()));
    }
}
