package io.nqba.compute.sales.scoring;

import java.io.Serial;

/** A run shall not go on here. */
final class CalledAwayException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Reason {
        HANDED_OVER,
        CANCELLED,
        LATE
    }

    private final Reason reason;

    CalledAwayException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
