package io.nqba.console.sales;

import java.time.LocalDate;

/**
 * A quarter of a calendar year.
 *
 * @param first its first day
 */
public record Quarter(LocalDate first) {
    private static final int MONTHS = 3;

    /** Returns the quarter that has a day. */
    public static Quarter of(LocalDate day) {
        return new Quarter(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1));
    }

    /** Returns the quarter before. */
    public Quarter before() {
        return new Quarter(first.minusMonths(MONTHS));
    }

    /** Returns the first day after it. */
    public LocalDate end() {
        return first.plusMonths(MONTHS);
    }

    @Override
    public String toString() {
        return "Q%d %d".formatted((first.getMonthValue() - 1) / MONTHS + 1, first.getYear());
    }
}
