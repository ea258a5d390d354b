package io.nqba.console.error;

import io.nqba.model.error.NqbaException;
import java.io.Serial;
import java.time.Duration;

/** One of our errors together with the time after which the caller may come back. */
public final class RetryLaterException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final NqbaException error;
    private final Duration wait;

    public RetryLaterException(NqbaException error, Duration wait) {
        super(error);
        this.error = error;
        this.wait = wait;
    }

    /** Returns what went wrong. */
    public NqbaException error() {
        return error;
    }

    /** Returns how long to wait before the next attempt. */
    public Duration waitTime() {
        return wait;
    }
}
