package io.nqba.model.sales;

import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** That somebody looked at two rows that seem the same, and they are not. Replicated. */
public final class NotDuplicate {
    @QuerySqlField(name = "SAID_BY")
    private final String saidBy;

    @QuerySqlField(name = "AT_MILLIS")
    private final long atMillis;

    /**
     * @param saidBy the account that said so
     * @param atMillis when, epoch milliseconds
     */
    public NotDuplicate(String saidBy, long atMillis) {
        this.saidBy = saidBy;
        this.atMillis = atMillis;
    }

    public String saidBy() {
        return saidBy;
    }

    public long atMillis() {
        return atMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NotDuplicate that && saidBy.equals(that.saidBy) && atMillis == that.atMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(saidBy, atMillis);
    }

    @Override
    public String toString() {
        return "NotDuplicate[%s, %s]".formatted(saidBy, atMillis);
    }
}
