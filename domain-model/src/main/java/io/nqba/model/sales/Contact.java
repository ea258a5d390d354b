package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A person at an account. Who it is stands sealed. */
public final class Contact {
    private final PersonalData person;

    @QuerySqlField(name = "EMAIL_HASH", index = true)
    private final String emailHash;

    @QuerySqlField(name = "ROLE")
    private final String role;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    /**
     * @param person name, e-mail and phone, sealed
     * @param emailHash keyed hash of the e-mail; empty when there is none
     * @param role what they do there
     * @param revision 1, 2, 3 …, one more with every change
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Contact(PersonalData person, String emailHash, String role, long revision) {
        this.person = person;
        this.emailHash = emailHash;
        this.role = role;
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
    }

    public PersonalData person() {
        return person;
    }

    public String emailHash() {
        return emailHash;
    }

    public String role() {
        return role;
    }

    public long revision() {
        return revision;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contact that
                && person.equals(that.person)
                && emailHash.equals(that.emailHash)
                && role.equals(that.role)
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, emailHash, role, revision);
    }

    @Override
    public String toString() {
        return "Contact[%s]".formatted(role);
    }
}
