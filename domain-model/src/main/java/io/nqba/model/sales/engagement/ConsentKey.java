package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link Consent}: one person, one channel. The person is a keyed hash of the e-mail, so a merge of leads keeps it. */
public final class ConsentKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "PERSON_HASH")
    private final String personHash;

    @QuerySqlField(name = "CHANNEL")
    private final ContactChannel channel;

    /**
     * @param personHash keyed hash of the e-mail, as in {@code LEAD.EMAIL_HASH}
     * @param channel how the person is reached
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ConsentKey(String personHash, ContactChannel channel) {
        this.personHash = Require.text("personHash", personHash);
        this.channel = channel;
    }

    public String personHash() {
        return personHash;
    }

    public ContactChannel channel() {
        return channel;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsentKey that && personHash.equals(that.personHash) && channel == that.channel;
    }

    @Override
    public int hashCode() {
        return Objects.hash(personHash, channel);
    }

    @Override
    public String toString() {
        return "ConsentKey[%s]".formatted(channel);
    }
}
