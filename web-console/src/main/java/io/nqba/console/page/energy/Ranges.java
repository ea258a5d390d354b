package io.nqba.console.page.energy;

import io.nqba.console.page.EmptyState;
import io.nqba.console.page.TimeRange;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the time range of an address, and says so when it has no data. */
final class Ranges {
    private Ranges() {}

    static TimeRange of(MultiValueMap<String, String> query, @Nullable Instant last, ZoneId zone, String address) {
        return TimeRange.of(query.getFirst("from"), days(query.getFirst("days")), last, zone, address);
    }

    private static @Nullable Integer days(@Nullable String text) {
        return text != null && text.matches("\\d{1,3}") ? Integer.valueOf(text) : null;
    }

    static boolean withoutData(NqbaException error) {
        return error.code() == ErrorCode.DATA_SET_NOT_FOUND;
    }

    static EmptyState empty(String address) {
        return new EmptyState(
                "No readings in this range",
                "Load, PV, cost and what was unlike other days stand here for ranges with readings.",
                "Show the last days with readings",
                address,
                "");
    }
}
