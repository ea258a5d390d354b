package io.nqba.model.security;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody signed in at a browser. Stored by the SHA-256 of the cookie, so that reading the cache gives nobody a session. */
public final class ConsoleSession {
    private final String accountName;

    private final Role role;

    private final long createdMillis;

    private final long lastSeenMillis;

    /**
     * @param accountName who
     * @param role what the account may do
     * @param createdMillis when it signed in, epoch milliseconds
     * @param lastSeenMillis last request, to the minute, epoch milliseconds
     */
    public ConsoleSession(String accountName, Role role, long createdMillis, long lastSeenMillis) {
        this.accountName = accountName;
        this.role = role;
        this.createdMillis = createdMillis;
        this.lastSeenMillis = lastSeenMillis;
    }

    public String accountName() {
        return accountName;
    }

    public Role role() {
        return role;
    }

    public long createdMillis() {
        return createdMillis;
    }

    public long lastSeenMillis() {
        return lastSeenMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsoleSession that
                && accountName.equals(that.accountName)
                && role == that.role
                && createdMillis == that.createdMillis
                && lastSeenMillis == that.lastSeenMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(accountName, role, createdMillis, lastSeenMillis);
    }

    @Override
    public String toString() {
        return "ConsoleSession[%s, %s, %s, %s]".formatted(accountName, role, createdMillis, lastSeenMillis);
    }
}
