package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.MoneyForecast;
import io.nqba.compute.kernel.revenue.MoneyForecast.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts counts of open deals, deals to come and amounts together. */
final class RevenueForecaster {
    private final DealTally tally;
    private final double level;
    private final int draws;
    private final long seed;

    RevenueForecaster(DealTally tally, double level, int draws, long seed) {
        this.tally = tally;
        this.level = level;
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * Forecasts all stretches of one outlook.
     *
     * @param at number of the outlook in the counts
     * @param arrivals what the number of deals that begin is multiplied by
     */
    List<MoneyForecast> forecast(Knowledge known, Outlook outlook, PipelineCounts pipeline, int at, double arrivals) {
        List<List<Part>> parts = new ArrayList<>();
        for (int w = 0; w < outlook.stretches(); w++) {
            parts.add(new ArrayList<>());
        }
        for (Map.Entry<String, ProductTally> each : tally.products().entrySet()) {
            ProductTally product = each.getValue();
            double amount = known.amount(each.getKey(), product);
            double spread = known.spread(each.getKey(), product);
            double begun = arrivals * known.begunADay(product);
            double[] fresh = outlook.wonOfOneADay(each.getKey());
            for (int w = 0; w < fresh.length; w++) {
                parts.get(w).add(new Part(pipeline.wins(each.getKey(), at, w), begun * fresh[w], amount, spread));
            }
        }
        List<MoneyForecast> forecasts = new ArrayList<>();
        for (List<Part> stretch : parts) {
            forecasts.add(MoneyForecast.of(stretch, known.common(), known.freshSpread(), level, draws, seed));
        }
        return forecasts;
    }
}
