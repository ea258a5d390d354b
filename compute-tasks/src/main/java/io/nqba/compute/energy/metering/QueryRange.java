package io.nqba.compute.energy.metering;

import io.nqba.model.energy.ConsumptionQuery;
import io.nqba.model.energy.District;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.time.Instant;
import java.util.List;

/** The slots a consumption query asks for. */
final class QueryRange {
    /** Five years of 15-minute intervals; more would not fit a page nor a message. */
    private static final long MOST_SLOTS = 175_680;

    private QueryRange() {}

    static SlotRange of(ConsumptionQuery query, District district) {
        return SlotRange.covering(query.startMillis(), query.endMillis(), district.intervalMinutes() * 60_000L);
    }

    /** @throws NqbaException when the range is empty or too long */
    static void check(ConsumptionQuery query, District district) {
        long slotMillis = district.intervalMinutes() * 60_000L;
        long length = Math.subtractExact(query.endMillis(), query.startMillis());
        if (length < slotMillis) {
            throw refused(
                    query,
                    "must end at least one interval (%d min) after it begins".formatted(district.intervalMinutes()));
        }
        if (length / slotMillis > MOST_SLOTS) {
            throw refused(query, "must have at most %d intervals".formatted(MOST_SLOTS));
        }
    }

    private static NqbaException refused(ConsumptionQuery query, String rule) {
        String range = "%s to %s"
                .formatted(Instant.ofEpochMilli(query.startMillis()), Instant.ofEpochMilli(query.endMillis()));
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The time range (%s) %s.".formatted(range, rule),
                "Choose another range.",
                List.of(new FieldProblem("end", range, "The range %s.".formatted(rule), "Move the end or the start.")),
                null);
    }
}
