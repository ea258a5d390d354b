package io.nqba.console.page.sales.revenue;

import io.nqba.console.page.Figures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How this page writes its figures; the book has one currency. */
final class Written {
    static final String CURRENCY = "USD";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final String NONE = "–";

    private Written() {}

    /** Returns whole money with its sign. */
    static String money(double amount) {
        String figure = Figures.number(amount, 0);
        return Double.isFinite(amount) ? figure + "\u00a0" + Figures.currencySign(CURRENCY) : figure;
    }

    /** Returns whole money without its sign, for a column that names it. */
    static String bare(double amount) {
        return Figures.number(amount, 0);
    }

    /** Returns both ends of an interval of money without a sign. */
    static String between(double low, double high) {
        return range(bare(low), bare(high));
    }

    static String shares(double low, double high) {
        return range(Figures.number(100 * low, 1), Figures.number(100 * high, 1));
    }

    static String days(double low, double high) {
        return range(Figures.number(low, 0), Double.isInfinite(high) ? "open" : Figures.number(high, 0));
    }

    private static String range(String low, String high) {
        return low.equals(NONE) && high.equals(NONE) ? NONE : low + " to " + high;
    }

    static String percent(double share) {
        return Figures.number(100 * share, 1);
    }

    static String day(long epochDay) {
        return Figures.day(
                LocalDate.ofEpochDay(epochDay).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /** Returns {@code Oct 2017}, {@code Q4 2017}, and with its first day where the beginning is over. */
    static String stretch(long fromDay, long toDay, boolean quarter) {
        LocalDate from = LocalDate.ofEpochDay(fromDay);
        LocalDate to = LocalDate.ofEpochDay(toDay);
        String name = quarter ? "Q%d %d".formatted((to.getMonthValue() + 2) / 3, to.getYear()) : MONTH.format(to);
        LocalDate begin = quarter ? to.minusMonths(2).withDayOfMonth(1) : to.withDayOfMonth(1);
        return from.equals(begin) ? name : name + ", from " + day(fromDay);
    }

    /** Returns when the month of a day begins, for the axis of a chart. */
    static double month(long epochDay) {
        return LocalDate.ofEpochDay(epochDay)
                .withDayOfMonth(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }
}
