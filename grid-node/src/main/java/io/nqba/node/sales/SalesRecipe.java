package io.nqba.node.sales;

import java.time.LocalDate;

/**
 * What a generated book of sales holds. Equal recipes give equal books.
 *
 * @param prefix first part of all ids, and the id of the schema of its leads
 * @param leads leads, spread evenly over the past {@link #DAYS} days
 * @param accounts companies that buy
 * @param reps agents
 * @param deals opportunities
 * @param features features of a lead, at least {@link LeadGenerator#PLAIN_FEATURES}
 * @param activities whether leads have a timeline
 * @param seed of everything that is drawn
 * @param today the day on which the book is looked at
 */
record SalesRecipe(
        String prefix,
        long leads,
        int accounts,
        int reps,
        int deals,
        int features,
        boolean activities,
        long seed,
        LocalDate today) {
    /** Schema of the leads of the demo, and first part of all its ids. */
    static final String DEMO = "demo";

    /** How far the book looks back, days. */
    static final int DAYS = 400;

    static final int MOST_FEATURES = 200;

    SalesRecipe {
        within("leads", leads, 0, 10_000_000);
        within("accounts", accounts, 1, 1_000_000);
        within("reps", reps, 1, 100_000);
        within("deals", deals, 0, 10_000_000);
        within("features", features, LeadGenerator.PLAIN_FEATURES, MOST_FEATURES);
    }

    /** The book of the demo. */
    static SalesRecipe demo(LocalDate today) {
        return new SalesRecipe(DEMO, 3_000, 40, 12, 600, LeadGenerator.PLAIN_FEATURES, true, 1789, today);
    }

    private static void within(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "The %s (%d) must lie between %d and %d.".formatted(name, value, min, max));
        }
    }
}
