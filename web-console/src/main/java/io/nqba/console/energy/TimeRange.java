package io.nqba.console.energy;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of time as clients ask for it.
 *
 * @param from inclusive
 * @param to exclusive
 */
record TimeRange(Instant from, Instant to) {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * Returns the range; an open end reaches as far as time does here.
     *
     * @throws NqbaException {@code INVALID_REQUEST} when the end is not after the begin, or outside 1970 to 2200
     */
    static TimeRange of(@Nullable Instant from, @Nullable Instant to) {
        Instant begin = from == null ? EARLIEST : within("from", from);
        Instant end = to == null ? LATEST : within("to", to);
        if (!begin.isBefore(end)) {
            throw invalid("to", end, "It is not after from (%s).".formatted(begin), "Send a later point in time.");
        }
        return new TimeRange(begin, end);
    }

    /** Refuses points in time that are a mistake of units, such as milliseconds read as seconds. */
    static Instant within(String field, Instant value) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            throw invalid(
                    field,
                    value,
                    "It lies outside 1970 to 2200.",
                    "Send ISO 8601 in UTC, such as 2026-01-31T00:00:00Z.");
        }
        return value;
    }

    private static NqbaException invalid(String field, Instant value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The %s (%s) is not valid.".formatted(field, value),
                remedy,
                List.of(new FieldProblem(field, value.toString(), problem, remedy)),
                null);
    }
}
