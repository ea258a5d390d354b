package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.Correction;
import io.nqba.compute.kernel.revenue.MoneyForecast;
import io.nqba.compute.kernel.revenue.RollingScore;
import io.nqba.compute.kernel.revenue.SalesMonths;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.RevenueScore;
import io.nqba.model.sales.RevenueTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The forecast tried on the past: at the end of each month it is made from what was known then, and compared with what came. Deals that
 * closed later are open again; prices, rates and their spread are those of the months before. What earlier trials missed by corrects
 * the later ones, and the forecast of today, as it would have been at the time.
 */
final class PastTrials {
    /** The first forecast has a month of each kind behind it. */
    private static final int LEAST_MONTHS = 3;

    private static final int MOST_TRIALS = 12;
    private static final int[] LENGTHS = {1, SalesMonths.A_QUARTER};

    private final DealTally tally;
    private final Map<String, Product> products;
    private final int firstWhole;
    private final int lastWhole;
    private final List<Knowledge> known = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private final Correction correction = new Correction();

    PastTrials(DealTally tally, Map<String, Product> products) {
        this.tally = tally;
        this.products = products;
        Look look = tally.look();
        firstWhole = SalesMonths.firstDay(look.firstMonth()) >= look.watchedFrom()
                ? look.firstMonth()
                : look.firstMonth() + 1;
        int lastMonth = SalesMonths.of(look.asOfDay());
        lastWhole = SalesMonths.lastDay(lastMonth) <= look.asOfDay() ? lastMonth : lastMonth - 1;
        for (int month = Math.max(firstWhole + LEAST_MONTHS, lastWhole - MOST_TRIALS + 1);
                month <= lastWhole;
                month++) {
            origins.add(month);
            known.add(new Knowledge(tally, products, SalesMonths.firstDay(month) - 1, month));
        }
    }

    /** Returns what is asked of the nodes: one outlook for each origin. */
    List<Outlook> outlooks() {
        List<Outlook> outlooks = new ArrayList<>();
        for (int t = 0; t < origins.size(); t++) {
            int month = origins.get(t);
            long from = SalesMonths.firstDay(month);
            long[] to = {SalesMonths.lastDay(month), SalesMonths.lastDay(month + SalesMonths.A_QUARTER - 1)};
            outlooks.add(known.get(t).outlook(known.get(t).hazards(), new long[] {from, from}, to));
        }
        return outlooks;
    }

    /**
     * Returns the trials, the shorter stretches first.
     *
     * @param at number of the first of these outlooks in the counts
     */
    List<RevenueTrial> trials(RevenueForecaster forecaster, List<Outlook> outlooks, PipelineCounts pipeline, int at) {
        List<List<RevenueTrial>> byLength = List.of(new ArrayList<>(), new ArrayList<>());
        for (int t = 0; t < origins.size(); t++) {
            List<MoneyForecast> made = forecaster.forecast(known.get(t), outlooks.get(t), pipeline, at + t, 1);
            double corrected = correction.value();
            for (int k = 0; k < LENGTHS.length; k++) {
                if (origins.get(t) + LENGTHS[k] - 1 <= lastWhole) {
                    byLength.get(k)
                            .add(trial(origins.get(t), LENGTHS[k], made.get(k).times(corrected)));
                }
            }
            correction.add(money(origins.get(t), 1), made.get(0).value());
        }
        List<RevenueTrial> all = new ArrayList<>(byLength.get(0));
        all.addAll(byLength.get(1));
        return all;
    }

    /** Returns what forecasts are multiplied by, from how all trials missed; 1 before there was one. */
    double correction() {
        return correction.value();
    }

    private RevenueTrial trial(int month, int months, MoneyForecast made) {
        double last = money(month - months, months);
        double openBefore = openList(month - months);
        double[] naive = {
            last,
            money(month - SalesMonths.A_QUARTER, months),
            openBefore > 0 ? last / openBefore * openList(month) : Double.NaN
        };
        return new RevenueTrial(
                months,
                SalesMonths.firstDay(month),
                SalesMonths.lastDay(month + months - 1),
                money(month, months),
                made.value(),
                made.low(),
                made.high(),
                naive);
    }

    private double money(int month, int months) {
        double sum = 0;
        for (int m = month; m < month + months; m++) {
            sum += tally.money(m);
        }
        return sum;
    }

    /** Open deals at the beginning of a month, at list price. */
    private double openList(int month) {
        double sum = 0;
        for (Map.Entry<String, ProductTally> each : tally.products().entrySet()) {
            Product product = products.get(each.getKey());
            sum += each.getValue().open(month) * (product == null ? 0 : product.listPrice());
        }
        return sum;
    }

    static List<RevenueScore> scores(List<RevenueTrial> trials) {
        List<RevenueScore> scores = new ArrayList<>();
        for (int months : LENGTHS) {
            List<RevenueTrial> mine =
                    trials.stream().filter(trial -> trial.months() == months).toList();
            if (!mine.isEmpty()) {
                double[][] naive = new double[3][];
                for (int k = 0; k < naive.length; k++) {
                    int kind = k;
                    naive[k] = mine.stream()
                            .mapToDouble(trial -> trial.naive()[kind])
                            .toArray();
                }
                RollingScore score = RollingScore.of(
                        mine.stream().mapToDouble(RevenueTrial::actual).toArray(),
                        mine.stream().mapToDouble(RevenueTrial::value).toArray(),
                        mine.stream().mapToDouble(RevenueTrial::low).toArray(),
                        mine.stream().mapToDouble(RevenueTrial::high).toArray(),
                        naive);
                scores.add(new RevenueScore(
                        months, score.forecasts(), score.error(), score.bias(), score.covered(), score.naiveErrors()));
            }
        }
        return scores;
    }
}
