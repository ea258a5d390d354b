package io.nqba.console.finance;

import io.nqba.model.finance.BookReport;
import io.nqba.model.finance.PortfolioLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a book is worth and was worth. The past is that of what is held today.
 *
 * @param portfolios how many it has
 * @param value value at the last close of the range
 * @param cash money not invested
 * @param best portfolio that gained most over the range
 * @param worst portfolio that lost most over the range
 * @param lines the largest portfolios, by value
 * @param days value day by day
 * @param notes what the figures leave out
 */
public record BookReportView(
        String id,
        String name,
        String currency,
        int portfolios,
        double value,
        double cash,
        Line best,
        Line worst,
        List<Line> lines,
        List<Day> days,
        List<String> notes) {
    public BookReportView {
        lines = List.copyOf(lines);
        days = List.copyOf(days);
        notes = List.copyOf(notes);
    }

    /**
     * One portfolio.
     *
     * @param dayChange change since the close before, as a share; null when there was no value
     * @param rangeReturn change since the first day of the range, as a share; null when there was no value
     */
    public record Line(
            String id,
            String name,
            String owner,
            double value,
            double cash,
            int positions,
            @Nullable Double dayChange,
            @Nullable Double rangeReturn) {
        static Line of(PortfolioLine line) {
            return new Line(
                    line.portfolioId(),
                    line.name(),
                    line.owner(),
                    line.value(),
                    line.cash(),
                    line.positions(),
                    known(line.dayChange()),
                    known(line.rangeReturn()));
        }

        private static @Nullable Double known(double share) {
            return Double.isFinite(share) ? share : null;
        }
    }

    /**
     * One day.
     *
     * @param value value of the book at the close
     * @param equalWeight the value of the first day, held in all instruments of the universe equally
     */
    public record Day(LocalDate day, double value, double equalWeight) {}

    static BookReportView of(BookReport report) {
        List<Day> days = new ArrayList<>();
        long[] epochDays = report.days();
        double[] values = report.values();
        double[] equalWeight = report.equalWeight();
        for (int t = 0; t < epochDays.length; t++) {
            days.add(new Day(LocalDate.ofEpochDay(epochDays[t]), values[t], equalWeight[t]));
        }
        return new BookReportView(
                report.book().bookId(),
                report.book().name(),
                report.book().currency(),
                report.portfolios(),
                report.value(),
                report.cash(),
                Line.of(report.best()),
                Line.of(report.worst()),
                report.lines().stream().map(Line::of).toList(),
                days,
                report.notes());
    }
}
