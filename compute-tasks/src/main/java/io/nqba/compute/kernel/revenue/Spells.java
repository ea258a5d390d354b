package io.nqba.compute.kernel.revenue;

import java.util.Arrays;

/**
 * What happened to deals in one stage, by calendar month and age: days at risk, and how they left it. Counts of whole numbers, so sums do
 * not depend on who adds them up. A deal is at risk on the day it comes and on the day it leaves, and on all days between; it counts
 * only from the day on which anybody watched, so that a book that begins in the middle does not make old deals look quicker than they
 * are (delayed entry). Open deals are at risk until the last day and do not leave. Crosses the grid wire.
 *
 * <p>Memory: 6 kB a month. Cost: O(age in bins + months) a deal.
 */
public final class Spells {
    /** How a stage is left. */
    public enum Exit {
        /** Won, or on to the next stage. */
        AHEAD,
        /** Lost. */
        OUT,
        /** Not yet. */
        OPEN
    }

    private final int firstMonth;
    private final int months;
    private final long[] exposure;
    private final long[] ahead;
    private final long[] out;
    private long open;
    private long begunBefore;

    /**
     * @param firstMonth first month that is told apart; earlier ones count as this one
     * @param months how many are told apart; later ones count as the last
     */
    public Spells(int firstMonth, int months) {
        this.firstMonth = firstMonth;
        this.months = months;
        exposure = new long[months * AgeBins.COUNT];
        ahead = new long[months * AgeBins.COUNT];
        out = new long[months * AgeBins.COUNT];
    }

    /**
     * Adds a deal.
     *
     * @param startDay day on which it came to the stage
     * @param watchedFrom first day on which it would have been seen leaving
     * @param endDay day on which it left, or the last day that is looked at
     * @param exit how it left
     */
    public void add(long startDay, long watchedFrom, long endDay, Exit exit) {
        long day = Math.max(startDay, watchedFrom);
        if (day > endDay) {
            return;
        }
        begunBefore += startDay < watchedFrom ? 1 : 0;
        while (day <= endDay) {
            int month = SalesMonths.of(day);
            int bin = AgeBins.of(day - startDay);
            long binEnd = bin == AgeBins.COUNT - 1
                    ? Long.MAX_VALUE
                    : startDay + AgeBins.firstDay(bin) + AgeBins.days(bin) - 1;
            long until = Math.min(endDay, Math.min(binEnd, SalesMonths.lastDay(month)));
            exposure[at(month, bin)] += until - day + 1;
            day = until + 1;
        }
        int at = at(SalesMonths.of(endDay), AgeBins.of(endDay - startDay));
        switch (exit) {
            case AHEAD -> ahead[at]++;
            case OUT -> out[at]++;
            case OPEN -> open++;
        }
    }

    private int at(int month, int bin) {
        return Math.min(months - 1, Math.max(0, month - firstMonth)) * AgeBins.COUNT + bin;
    }

    /** Adds all of another one of the same months. */
    public void add(Spells other) {
        for (int i = 0; i < exposure.length; i++) {
            exposure[i] += other.exposure[i];
            ahead[i] += other.ahead[i];
            out[i] += other.out[i];
        }
        open += other.open;
        begunBefore += other.begunBefore;
    }

    public int firstMonth() {
        return firstMonth;
    }

    public int months() {
        return months;
    }

    /** Returns days at risk in one month at one age. */
    long exposure(int month, int bin) {
        return exposure[at(month, bin)];
    }

    long ahead(int month, int bin) {
        return ahead[at(month, bin)];
    }

    long out(int month, int bin) {
        return out[at(month, bin)];
    }

    /** Returns how many went ahead in a month. */
    long aheadIn(int month) {
        long sum = 0;
        for (int bin = 0; bin < AgeBins.COUNT; bin++) {
            sum += ahead(month, bin);
        }
        return sum;
    }

    /** Returns how the stage is left, over all months. */
    public CompetingRisks risks() {
        return CompetingRisks.of(summed(exposure), summed(ahead), summed(out));
    }

    /** Returns how many left in one way, or are still there, over all months. */
    public long exits(Exit exit) {
        return switch (exit) {
            case AHEAD -> Arrays.stream(ahead).sum();
            case OUT -> Arrays.stream(out).sum();
            case OPEN -> open;
        };
    }

    /** Returns how many had come before anybody watched. */
    public long begunBefore() {
        return begunBefore;
    }

    private long[] summed(long[] counts) {
        long[] sums = new long[AgeBins.COUNT];
        for (int i = 0; i < counts.length; i++) {
            sums[i % AgeBins.COUNT] += counts[i];
        }
        return sums;
    }
}
