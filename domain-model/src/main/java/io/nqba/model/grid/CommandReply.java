package io.nqba.model.grid;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a command with an idempotency key led to. Stored by account and key, so that the same command sent again leads to the same thing. */
public final class CommandReply {
    private final String fingerprint;

    private final String resourceId;

    private final long createdMillis;

    /**
     * @param fingerprint SHA-256 of the command; another command under the same key is a conflict
     * @param resourceId what it made, such as a run id
     * @param createdMillis when, epoch milliseconds
     */
    public CommandReply(String fingerprint, String resourceId, long createdMillis) {
        this.fingerprint = fingerprint;
        this.resourceId = resourceId;
        this.createdMillis = createdMillis;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public String resourceId() {
        return resourceId;
    }

    public long createdMillis() {
        return createdMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommandReply that
                && fingerprint.equals(that.fingerprint)
                && resourceId.equals(that.resourceId)
                && createdMillis == that.createdMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(fingerprint, resourceId, createdMillis);
    }

    @Override
    public String toString() {
        return "CommandReply[%s, %s]".formatted(resourceId, createdMillis);
    }
}
