package io.nqba.model.security;

import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Somebody, or some service, that may sign in. Stored by name. Its text form never shows the hash. */
public final class UserAccount {
    @QuerySqlField(name = "NAME", index = true)
    private final String name;

    @QuerySqlField(name = "ROLE")
    private final Role role;

    private final String passwordHash;

    @QuerySqlField(name = "ENABLED")
    private final boolean enabled;

    @QuerySqlField(name = "CREATED_MILLIS")
    private final long createdMillis;

    /**
     * @param name name at sign-in, lower case
     * @param role what it may do
     * @param passwordHash Argon2id in PHC text form; not queryable
     * @param enabled whether it may sign in
     * @param createdMillis when it was made, epoch milliseconds
     */
    public UserAccount(String name, Role role, String passwordHash, boolean enabled, long createdMillis) {
        this.name = name;
        this.role = role;
        this.passwordHash = passwordHash;
        this.enabled = enabled;
        this.createdMillis = createdMillis;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean enabled() {
        return enabled;
    }

    public long createdMillis() {
        return createdMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserAccount that
                && name.equals(that.name)
                && role == that.role
                && passwordHash.equals(that.passwordHash)
                && enabled == that.enabled
                && createdMillis == that.createdMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, role, passwordHash, enabled, createdMillis);
    }

    @Override
    public String toString() {
        return "UserAccount[%s, %s, %s, %s]".formatted(name, role, enabled, createdMillis);
    }
}
