package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.DealHazards;
import io.nqba.compute.kernel.revenue.Dispersion;
import io.nqba.compute.kernel.revenue.SalesMonths;
import io.nqba.model.sales.Product;
import java.util.Map;
import java.util.TreeMap;

/** What the months before one teach about deals: nothing later enters. */
final class Knowledge {
    /** New deals come at the rate of so many of the last whole months. */
    private static final int RATE_MONTHS = 3;

    private static final double PRIOR_WINS = 5;
    private static final double LEAST_COMMON = 0.03;
    private static final double LEAST_FRESH = 0.05;
    /** For products without a list price or with a single win. */
    private static final double UNKNOWN_SPREAD = 0.1;

    private final DealTally tally;
    private final Map<String, Product> products;
    private final int untilMonth;
    private final long asOfDay;
    private final DealHazards hazards;
    private final Map<String, double[]> productFactors = new TreeMap<>();
    private final Map<String, double[]> repFactors = new TreeMap<>();
    private final double common;

    /**
     * @param asOfDay last day that is known
     * @param untilMonth first month of which nothing is known
     */
    Knowledge(DealTally tally, Map<String, Product> products, long asOfDay, int untilMonth) {
        this.tally = tally;
        this.products = products;
        this.untilMonth = untilMonth;
        this.asOfDay = asOfDay;
        hazards = DealHazards.fit(tally.spells(), untilMonth);
        tally.products().forEach((id, each) -> productFactors.put(id, hazards.factors(each.spells(), untilMonth)));
        double[][] all = closedBySeason();
        tally.reps().forEach(id -> repFactors.put(id, repFactor(id, all)));
        common = commonSpread();
    }

    /** Wins and losses of all agents, month of the quarter by month. */
    private double[][] closedBySeason() {
        double[][] all = new double[SalesMonths.A_QUARTER][2];
        for (String repId : tally.reps()) {
            for (int month = tally.look().firstMonth(); month < untilMonth; month++) {
                all[SalesMonths.ofQuarter(month)][0] += tally.won(repId, month);
                all[SalesMonths.ofQuarter(month)][1] += tally.lost(repId, month);
            }
        }
        return all;
    }

    /** An agent's wins and losses beside those that all agents have of as many closed deals, month of the quarter by month. */
    private double[] repFactor(String repId, double[][] all) {
        double[] seen = new double[2];
        double[] expected = new double[2];
        for (int month = tally.look().firstMonth(); month < untilMonth; month++) {
            double[] usual = all[SalesMonths.ofQuarter(month)];
            double closed = (double) tally.won(repId, month) + tally.lost(repId, month);
            seen[0] += tally.won(repId, month);
            seen[1] += tally.lost(repId, month);
            if (closed > 0) {
                expected[0] += closed * usual[0] / (usual[0] + usual[1]);
                expected[1] += closed * usual[1] / (usual[0] + usual[1]);
            }
        }
        return new double[] {DealHazards.leaning(seen[0], expected[0]), DealHazards.leaning(seen[1], expected[1])};
    }

    private double commonSpread() {
        int from = firstWhole();
        int count = Math.max(0, Math.min(untilMonth, lastWhole() + 1) - from);
        double[] seen = new double[count];
        double[] expected = new double[count];
        for (Map.Entry<String, ProductTally> each : tally.products().entrySet()) {
            ProductTally product = each.getValue();
            double more = productFactors.getOrDefault(each.getKey(), new double[] {1, 1})[0];
            for (int t = 0; t < count; t++) {
                seen[t] += product.wonUntil(from + t + 1) - product.wonUntil(from + t);
                expected[t] += more * hazards.expectedAhead(product.spells(), from + t);
            }
        }
        return Dispersion.of(seen, expected, SalesMonths.A_QUARTER, LEAST_COMMON);
    }

    /** Returns the first month that was watched from its first day on. */
    private int firstWhole() {
        int month = tally.look().firstMonth();
        return SalesMonths.firstDay(month) >= tally.look().watchedFrom() ? month : month + 1;
    }

    private int lastWhole() {
        int month = Math.min(untilMonth - 1, SalesMonths.of(asOfDay));
        return SalesMonths.lastDay(month) <= asOfDay ? month : month - 1;
    }

    /** Returns how many deals about a product begin a day. */
    double begunADay(ProductTally product) {
        int last = lastWhole();
        int first = Math.max(firstWhole(), last - RATE_MONTHS + 1);
        if (first > last) {
            int month = SalesMonths.of(asOfDay);
            long from = Math.max(SalesMonths.firstDay(month), tally.look().watchedFrom());
            return (double) product.begun(month) / (asOfDay - from + 1);
        }
        double begun = 0;
        for (int month = first; month <= last; month++) {
            begun += product.begun(month);
        }
        return begun / (SalesMonths.lastDay(last) - SalesMonths.firstDay(first) + 1);
    }

    /** Returns the standard deviation of the factor that moves the number of deals that begin. */
    double freshSpread() {
        int from = firstWhole();
        int count = Math.max(0, lastWhole() + 1 - from);
        double[] begun = new double[count];
        for (int t = 0; t < count; t++) {
            for (ProductTally product : tally.products().values()) {
                begun[t] += product.begun(from + t);
            }
        }
        return count < 2 ? LEAST_FRESH * RATE_MONTHS : Dispersion.around(begun, LEAST_FRESH);
    }

    /** Returns what a win about a product brings, few wins drawn towards the list price times what all products reach of it. */
    double amount(String productId, ProductTally product) {
        double listPrice = listPrice(productId);
        double money = 0;
        double wins = 0;
        double reached = 0;
        double reachedWins = 0;
        for (Map.Entry<String, ProductTally> each : tally.products().entrySet()) {
            double count = each.getValue().wonUntil(untilMonth);
            money += each.getValue().moneyUntil(untilMonth);
            wins += count;
            if (count > 0 && listPrice(each.getKey()) > 0) {
                reached += count * each.getValue().ratioUntil(untilMonth);
                reachedWins += count;
            }
        }
        double usual =
                listPrice > 0 ? listPrice * (reachedWins > 0 ? reached / reachedWins : 1) : wins > 0 ? money / wins : 0;
        return (product.moneyUntil(untilMonth) + PRIOR_WINS * usual) / (product.wonUntil(untilMonth) + PRIOR_WINS);
    }

    /** Returns the standard deviation of what a win brings. */
    double spread(String productId, ProductTally product) {
        double ratio = listPrice(productId) > 0 ? product.spreadUntil(untilMonth) : Double.NaN;
        return Double.isNaN(ratio) ? UNKNOWN_SPREAD * amount(productId, product) : ratio * listPrice(productId);
    }

    private double listPrice(String productId) {
        Product product = products.get(productId);
        return product == null ? 0 : product.listPrice();
    }

    /** Returns what goes down to the nodes. */
    Outlook outlook(DealHazards changed, long[] fromDays, long[] toDays) {
        return new Outlook(asOfDay, changed, productFactors, repFactors, fromDays, toDays);
    }

    DealHazards hazards() {
        return hazards;
    }

    double common() {
        return common;
    }
}
