package io.nqba.console.sales.revenue;

import io.nqba.model.sales.RevenueScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How forecasts of one length did on the past, beside naive ones.
 *
 * @param months months forecast, 1 or 3
 * @param forecasts how many were compared with what came
 * @param error mean absolute error, currency of the book
 * @param bias mean of forecast less what came
 * @param covered how many of what came lay in their interval
 * @param naiveErrors mean absolute errors of the naive forecasts, as in a trial
 */
public record RevenueScoreView(
        int months,
        int forecasts,
        @Nullable Double error,
        @Nullable Double bias,
        int covered,
        List<@Nullable Double> naiveErrors) {
    public static RevenueScoreView of(RevenueScore row) {
        return new RevenueScoreView(
                row.months(),
                row.forecasts(),
                SalesFigures.known(row.error()),
                SalesFigures.known(row.bias()),
                row.covered(),
                SalesFigures.known(row.naiveErrors()));
    }
}
