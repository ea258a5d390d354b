package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.DealHazards;
import java.util.Map;
import java.util.TreeMap;

/** What was known of deals at the end of a day, as it goes down to the nodes. Crosses the grid wire. */
final class Outlook {
    private final long asOfDay;
    private final DealHazards hazards;
    private final TreeMap<String, double[]> products;
    private final TreeMap<String, double[]> reps;
    private final long[] fromDays;
    private final long[] toDays;

    /**
     * @param asOfDay last day that is known
     * @param hazards the chances of a day
     * @param products what wins and losses of a product are multiplied by
     * @param reps the same of an agent
     * @param fromDays first days of the stretches that are forecast
     * @param toDays last days
     */
    Outlook(
            long asOfDay,
            DealHazards hazards,
            Map<String, double[]> products,
            Map<String, double[]> reps,
            long[] fromDays,
            long[] toDays) {
        this.asOfDay = asOfDay;
        this.hazards = hazards;
        this.products = new TreeMap<>(products);
        this.reps = new TreeMap<>(reps);
        this.fromDays = fromDays.clone();
        this.toDays = toDays.clone();
    }

    long asOfDay() {
        return asOfDay;
    }

    int stretches() {
        return fromDays.length;
    }

    /** Returns the probabilities that an open deal is won within the stretches. */
    double[] won(long ageDays, String productId, String repId) {
        double[] product = products.getOrDefault(productId, PLAIN);
        double[] rep = reps.getOrDefault(repId, PLAIN);
        return hazards.wonWithin(
                asOfDay, ageDays, new double[] {product[0] * rep[0], product[1] * rep[1]}, fromDays, toDays);
    }

    private static final double[] PLAIN = {1, 1};

    /** Returns how many of the deals that begin, one a day, are won within the stretches. */
    double[] wonOfOneADay(String productId) {
        return hazards.wonOfOneADay(asOfDay, products.getOrDefault(productId, PLAIN), fromDays, toDays);
    }
}
