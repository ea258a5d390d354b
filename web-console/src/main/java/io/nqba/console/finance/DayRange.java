package io.nqba.console.finance;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days asked for.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
record DayRange(LocalDate from, LocalDate to) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /**
     * Returns the range; an open end reaches as far as time does here.
     *
     * @throws NqbaException {@code INVALID_REQUEST} when the end lies before the begin, or outside 1900 to 2199
     */
    static DayRange of(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? EARLIEST : within("from", from);
        LocalDate last = to == null ? LATEST : within("to", to);
        if (last.isBefore(first)) {
            throw invalid("to", last, "It lies before from (%s).".formatted(first), "Send a later day.");
        }
        return new DayRange(first, last);
    }

    private static LocalDate within(String field, LocalDate value) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            throw invalid(field, value, "It lies outside 1900 to 2199.", "Send ISO 8601, such as 2026-01-31.");
        }
        return value;
    }

    private static NqbaException invalid(String field, LocalDate value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The %s (%s) is not valid.".formatted(field, value),
                remedy,
                List.of(new FieldProblem(field, value.toString(), problem, remedy)),
                null);
    }
}
