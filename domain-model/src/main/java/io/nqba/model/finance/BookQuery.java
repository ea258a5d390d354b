package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks what a book is worth and was worth: {@link BookReport}. */
public final class BookQuery {
    private final String bookId;

    private final long fromDay;

    private final long toDay;

    private final int mostLines;

    /**
     * @param bookId the {@link Book}
     * @param fromDay first day of the range, epoch day
     * @param toDay last day of the range, epoch day, inclusive
     * @param mostLines most portfolios to list, the largest first
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public BookQuery(String bookId, long fromDay, long toDay, int mostLines) {
        this.bookId = Require.text("bookId", bookId);
        this.fromDay = fromDay;
        this.toDay = ordered(fromDay, toDay);
        this.mostLines = (int) Require.within("mostLines", mostLines, 1, 10_000);
    }

    public String bookId() {
        return bookId;
    }

    public long fromDay() {
        return fromDay;
    }

    public long toDay() {
        return toDay;
    }

    public int mostLines() {
        return mostLines;
    }

    private static long ordered(long fromDay, long toDay) {
        if (toDay < fromDay) {
            throw new IllegalArgumentException(
                    "The toDay (%d) must not lie before the fromDay (%d).".formatted(toDay, fromDay));
        }
        return toDay;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BookQuery that
                && bookId.equals(that.bookId)
                && fromDay == that.fromDay
                && toDay == that.toDay
                && mostLines == that.mostLines;
    }

    @Override
    public int hashCode() {
        return Objects.hash(bookId, fromDay, toDay, mostLines);
    }

    @Override
    public String toString() {
        return "BookQuery[%s, %s, %s, %s]".formatted(bookId, fromDay, toDay, mostLines);
    }
}
