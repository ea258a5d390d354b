package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link Contact}: one account, one person. */
public final class ContactKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "ACCOUNT_ID")
    private final String accountId;

    @QuerySqlField(name = "CONTACT_ID")
    private final String contactId;

    /**
     * @param accountId the {@link Account}; its contacts live on its node
     * @param contactId unique within the account
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ContactKey(String accountId, String contactId) {
        this.accountId = Require.text("accountId", accountId);
        this.contactId = Require.text("contactId", contactId);
    }

    public String accountId() {
        return accountId;
    }

    public String contactId() {
        return contactId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContactKey that && accountId.equals(that.accountId) && contactId.equals(that.contactId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accountId, contactId);
    }

    @Override
    public String toString() {
        return "ContactKey[%s, %s]".formatted(accountId, contactId);
    }
}
