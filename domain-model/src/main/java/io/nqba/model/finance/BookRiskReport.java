package io.nqba.model.finance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Value at risk of a book, portfolio by portfolio. Crosses the grid wire. */
public final class BookRiskReport {
    private final String bookId;

    private final String currency;

    private final long asOfDay;

    private final int estimationDays;

    private final int portfolios;

    private final double value;

    private final double valueAtRisk95;

    private final double valueAtRisk99;

    private final List<PortfolioRisk> lines;

    /**
     * @param bookId the {@link Book}
     * @param currency ISO 4217 code of all money
     * @param asOfDay epoch day of the prices
     * @param estimationDays days that each estimate used
     * @param portfolios portfolios of the book
     * @param value net value of the book
     * @param valueAtRisk95 of the book at 95 %: less than the sum of its portfolios' where they do not all lose on the same day
     * @param valueAtRisk99 the same for 99 %
     * @param lines largest share first; those without a line of their own last
     */
    public BookRiskReport(
            String bookId,
            String currency,
            long asOfDay,
            int estimationDays,
            int portfolios,
            double value,
            double valueAtRisk95,
            double valueAtRisk99,
            List<PortfolioRisk> lines) {
        this.bookId = bookId;
        this.currency = currency;
        this.asOfDay = asOfDay;
        this.estimationDays = estimationDays;
        this.portfolios = portfolios;
        this.value = value;
        this.valueAtRisk95 = valueAtRisk95;
        this.valueAtRisk99 = valueAtRisk99;
        this.lines = List.copyOf(lines);
    }

    public String bookId() {
        return bookId;
    }

    public String currency() {
        return currency;
    }

    public long asOfDay() {
        return asOfDay;
    }

    public int estimationDays() {
        return estimationDays;
    }

    public int portfolios() {
        return portfolios;
    }

    public double value() {
        return value;
    }

    public double valueAtRisk95() {
        return valueAtRisk95;
    }

    public double valueAtRisk99() {
        return valueAtRisk99;
    }

    public List<PortfolioRisk> lines() {
        return lines;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BookRiskReport that
                && bookId.equals(that.bookId)
                && currency.equals(that.currency)
                && asOfDay == that.asOfDay
                && estimationDays == that.estimationDays
                && portfolios == that.portfolios
                && Double.compare(value, that.value) == 0
                && Double.compare(valueAtRisk95, that.valueAtRisk95) == 0
                && Double.compare(valueAtRisk99, that.valueAtRisk99) == 0
                && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                bookId, currency, asOfDay, estimationDays, portfolios, value, valueAtRisk95, valueAtRisk99, lines);
    }

    @Override
    public String toString() {
        return "BookRiskReport[%s, %s]".formatted(bookId, currency);
    }
}
