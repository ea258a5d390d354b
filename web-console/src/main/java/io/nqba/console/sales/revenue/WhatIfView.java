package io.nqba.console.sales.revenue;

import io.nqba.model.sales.RevenueQuery;
import io.nqba.model.sales.RevenueReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What deals would bring at other rates.
 *
 * @param winRate what the share of closed deals that are won is multiplied by
 * @param speed how many times as fast deals close
 * @param arrivals what the number of deals that begin is multiplied by
 * @param usual months and quarters as the rates are
 * @param changed the same with other rates
 */
record WhatIfView(
        LocalDate asOf,
        double winRate,
        double speed,
        double arrivals,
        List<RevenueWindowView> usual,
        List<RevenueWindowView> changed) {
    static WhatIfView of(RevenueQuery query, RevenueReport report) {
        List<RevenueWindowView> usual =
                Arrays.stream(report.windows()).map(RevenueWindowView::of).toList();
        return new WhatIfView(
                LocalDate.ofEpochDay(report.asOfDay()),
                query.winRate(),
                query.speed(),
                query.arrivals(),
                usual,
                report.changed().length == 0
                        ? usual
                        : Arrays.stream(report.changed())
                                .map(RevenueWindowView::of)
                                .toList());
    }
}
