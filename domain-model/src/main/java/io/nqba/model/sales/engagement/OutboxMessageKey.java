package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of an {@link OutboxMessage}: one lead, one message. */
public final class OutboxMessageKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "LEAD_ID")
    private final String leadId;

    @QuerySqlField(name = "MESSAGE_ID")
    private final String messageId;

    /**
     * @param leadId the {@link io.nqba.model.sales.Lead}; its messages lie on its node
     * @param messageId sequence and step, so a step makes one message at most
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public OutboxMessageKey(String leadId, String messageId) {
        this.leadId = Require.text("leadId", leadId);
        this.messageId = Require.text("messageId", messageId);
    }

    public String leadId() {
        return leadId;
    }

    public String messageId() {
        return messageId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutboxMessageKey that && leadId.equals(that.leadId) && messageId.equals(that.messageId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(leadId, messageId);
    }

    @Override
    public String toString() {
        return "OutboxMessageKey[%s, %s]".formatted(leadId, messageId);
    }
}
