package io.nqba.console.page.finance;

import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import io.nqba.model.finance.BookReport;
import io.nqba.model.finance.PortfolioLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * A book at a glance.
 *
 * @param stats key figures
 * @param value value day by day beside the equal-weight portfolio
 * @param notes what the figures leave out
 */
record BookOverview(List<StatCard> stats, ChartCard value, List<String> notes) {
    static BookOverview of(BookReport report, BookPage page) {
        return new BookOverview(stats(report, page), chart(report, page), report.notes());
    }

    private static List<StatCard> stats(BookReport report, BookPage page) {
        String currency = report.book().currency();
        double[] values = report.values();
        double before = values[Math.max(0, values.length - 2)];
        double day = report.value() - before;
        double gained = share(values);
        double equal = share(report.equalWeight());
        return List.of(
                StatCard.plain(
                        "Value", money(report.value(), currency), "of it " + money(report.cash(), currency) + " cash"),
                StatCard.of(
                        "Change of the day",
                        signed(day / before),
                        (day < 0 ? "−" : "+") + money(Math.abs(day), currency) + " on " + lastDay(report),
                        tone(day)),
                StatCard.of(
                        "Return",
                        signed(gained),
                        "over %s; equal weight %s".formatted(page.lengthWords(), signed(equal)),
                        tone(gained - equal)),
                line("Best portfolio", report.best()),
                line("Worst portfolio", report.worst()));
    }

    private static StatCard line(String label, PortfolioLine line) {
        return StatCard.of(label, signed(line.rangeReturn()), line.name(), tone(line.rangeReturn()));
    }

    private static Tone tone(double change) {
        return change >= 0 ? Tone.GOOD : Tone.BAD;
    }

    private static double share(double[] values) {
        return values[values.length - 1] / values[0] - 1;
    }

    /** Returns {@code +3.2 %}. */
    static String signed(double share) {
        String text = Figures.percent(share);
        return share >= 0 ? "+" + text : text;
    }

    /** Returns a value without cents: a book is not counted in them. */
    static String money(double amount, String currency) {
        return Figures.number(amount, 0) + "\u00a0" + Figures.currencySign(currency);
    }

    private static String lastDay(BookReport report) {
        long[] days = report.days();
        return Figures.day(instant(days[days.length - 1]), ZoneOffset.UTC);
    }

    private static Instant instant(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static ChartCard chart(BookReport report, BookPage page) {
        double book = share(report.values());
        double equal = share(report.equalWeight());
        String sign = Figures.currencySign(report.book().currency());
        String answer = "Over %s, what is held today returned %s, every instrument held equally %s: %s."
                .formatted(
                        page.lengthWords(),
                        signed(book),
                        signed(equal),
                        book >= equal ? "the book is ahead" : "equal weight is ahead");
        double[] x = Arrays.stream(report.days())
                .mapToDouble(day -> (double) day * Duration.ofDays(1).toMillis())
                .toArray();
        LocalDate last = LocalDate.ofEpochDay(report.days()[report.days().length - 1]);
        return new ChartCard(
                "book-value",
                "Value of the book beside equal weight",
                answer,
                "Time (UTC)",
                "Value (" + sign + ")",
                "",
                "UTC",
                x,
                List.of(
                        new Series("Book", sign, "after", Kind.LINE, false, false, report.values()),
                        new Series("Equal weight", sign, "before", Kind.LINE, true, false, report.equalWeight())),
                List.of(),
                "/api/v1/goliath/books/%s/report?format=csv&from=%s&to=%s"
                        .formatted(report.book().bookId(), page.firstDay(last), last),
                Scale.FIT);
    }
}
