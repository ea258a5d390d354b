package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which portfolios of a book to measure, each by itself. Crosses the grid wire. */
public final class BookRiskQuery {
    private final String bookId;

    private final int mostLines;

    private final int estimationDays;

    /**
     * @param bookId the {@link Book}
     * @param mostLines portfolios that get a line of their own, the largest; the others share one
     * @param estimationDays days that each estimate uses
     */
    public BookRiskQuery(String bookId, int mostLines, int estimationDays) {
        this.bookId = bookId;
        this.mostLines = mostLines;
        this.estimationDays = estimationDays;
    }

    public String bookId() {
        return bookId;
    }

    public int mostLines() {
        return mostLines;
    }

    public int estimationDays() {
        return estimationDays;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BookRiskQuery that
                && bookId.equals(that.bookId)
                && mostLines == that.mostLines
                && estimationDays == that.estimationDays;
    }

    @Override
    public int hashCode() {
        return Objects.hash(bookId, mostLines, estimationDays);
    }

    @Override
    public String toString() {
        return "BookRiskQuery[%s, %s]".formatted(bookId, mostLines);
    }
}
