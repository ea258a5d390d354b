package io.nqba.model.finance;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a book is worth, day by day beside a portfolio that holds every instrument of its universe equally. The past is that of what is held today. */
public final class BookReport {
    private final Book book;

    private final int portfolios;

    private final double cash;

    private final long[] days;

    private final double[] values;

    private final double[] equalWeight;

    private final List<PortfolioLine> lines;

    private final PortfolioLine best;

    private final PortfolioLine worst;

    private final List<String> notes;

    /**
     * @param book the book
     * @param portfolios how many it has
     * @param cash money not invested
     * @param days days of trading in the range, epoch days, ascending
     * @param values value of all portfolios at the close, shape {@code [days]}
     * @param equalWeight the value of the first day, held in all instruments equally ever since, shape {@code [days]}
     * @param lines the largest portfolios by value, then by id
     * @param best the portfolio that gained most over the range
     * @param worst the portfolio that lost most over the range
     * @param notes what the figures leave out; empty when nothing
     */
    public BookReport(
            Book book,
            int portfolios,
            double cash,
            long[] days,
            double[] values,
            double[] equalWeight,
            List<PortfolioLine> lines,
            PortfolioLine best,
            PortfolioLine worst,
            List<String> notes) {
        this.book = book;
        this.portfolios = portfolios;
        this.cash = cash;
        this.days = days.clone();
        this.values = values.clone();
        this.equalWeight = equalWeight.clone();
        this.lines = List.copyOf(lines);
        this.best = best;
        this.worst = worst;
        this.notes = List.copyOf(notes);
    }

    public Book book() {
        return book;
    }

    public int portfolios() {
        return portfolios;
    }

    public double cash() {
        return cash;
    }

    public long[] days() {
        return days.clone();
    }

    public double[] values() {
        return values.clone();
    }

    public double[] equalWeight() {
        return equalWeight.clone();
    }

    public List<PortfolioLine> lines() {
        return lines;
    }

    public PortfolioLine best() {
        return best;
    }

    public PortfolioLine worst() {
        return worst;
    }

    public List<String> notes() {
        return notes;
    }

    /** Returns the value at the last close of the range. */
    public double value() {
        return values[values.length - 1];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BookReport that
                && book.equals(that.book)
                && portfolios == that.portfolios
                && Double.compare(cash, that.cash) == 0
                && Arrays.equals(days, that.days)
                && Arrays.equals(values, that.values)
                && Arrays.equals(equalWeight, that.equalWeight)
                && lines.equals(that.lines)
                && best.equals(that.best)
                && worst.equals(that.worst)
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                book,
                portfolios,
                cash,
                Arrays.hashCode(days),
                Arrays.hashCode(values),
                Arrays.hashCode(equalWeight),
                lines,
                best,
                worst,
                notes);
    }

    @Override
    public String toString() {
        return "BookReport[%s, %s, %s, %s, %s]".formatted(book, portfolios, cash, best, worst);
    }
}
