package io.nqba.compute.kernel.revenue;

/** How days in a stage are grouped: day by day for half a year, week by week for a year and a half more, then all in one. */
public final class AgeBins {
    private static final int DAILY = 180;
    private static final int WEEKLY = 80;
    private static final int WEEK = 7;
    /** Number of bins. */
    public static final int COUNT = DAILY + WEEKLY + 1;

    private AgeBins() {}

    /** Returns the bin of an age; ages below 0 count as 0. */
    public static int of(long ageDays) {
        if (ageDays < DAILY) {
            return (int) Math.max(0, ageDays);
        }
        return (int) Math.min(COUNT - 1, DAILY + (ageDays - DAILY) / WEEK);
    }

    /** Returns the first age of a bin, days. */
    public static int firstDay(int bin) {
        return bin < DAILY ? bin : DAILY + (bin - DAILY) * WEEK;
    }

    /** Returns how many days a bin spans; the last one, which has no end, counts as a week. */
    public static int days(int bin) {
        return bin < DAILY ? 1 : WEEK;
    }
}
