package io.nqba.model.security;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Failed sign-ins of one account or from one address. All consoles share it. */
public final class SignInAttempts {
    private final int failures;

    private final long lastFailureMillis;

    private final long blockedUntilMillis;

    /**
     * @param failures failures in a row
     * @param lastFailureMillis when the last one was, epoch milliseconds
     * @param blockedUntilMillis before this no attempt is looked at, epoch milliseconds
     */
    public SignInAttempts(int failures, long lastFailureMillis, long blockedUntilMillis) {
        this.failures = failures;
        this.lastFailureMillis = lastFailureMillis;
        this.blockedUntilMillis = blockedUntilMillis;
    }

    public int failures() {
        return failures;
    }

    public long lastFailureMillis() {
        return lastFailureMillis;
    }

    public long blockedUntilMillis() {
        return blockedUntilMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignInAttempts that
                && failures == that.failures
                && lastFailureMillis == that.lastFailureMillis
                && blockedUntilMillis == that.blockedUntilMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(failures, lastFailureMillis, blockedUntilMillis);
    }

    @Override
    public String toString() {
        return "SignInAttempts[%s, %s, %s]".formatted(failures, lastFailureMillis, blockedUntilMillis);
    }
}
