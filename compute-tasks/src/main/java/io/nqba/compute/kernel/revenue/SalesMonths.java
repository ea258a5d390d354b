package io.nqba.compute.kernel.revenue;

import java.time.LocalDate;

/** Calendar months as numbers that count on through the years. Quarters begin with months divisible by 3. */
public final class SalesMonths {
    private static final int A_YEAR = 12;
    /** Months of a quarter. */
    public static final int A_QUARTER = 3;

    private SalesMonths() {}

    /** Returns the month of an epoch day. */
    public static int of(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * A_YEAR + date.getMonthValue() - 1;
    }

    /** Returns the first epoch day of a month. */
    public static long firstDay(int month) {
        return LocalDate.of(Math.floorDiv(month, A_YEAR), Math.floorMod(month, A_YEAR) + 1, 1)
                .toEpochDay();
    }

    /** Returns the last epoch day of a month. */
    public static long lastDay(int month) {
        return firstDay(month + 1) - 1;
    }

    /** Returns which month of its quarter a month is, 0 to 2. */
    public static int ofQuarter(int month) {
        return Math.floorMod(month, A_QUARTER);
    }
}
