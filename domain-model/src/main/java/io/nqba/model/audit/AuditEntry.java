package io.nqba.model.audit;

import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Who did what when, and how it ended. Stored by a random id, or by what happened where it is written once; never changed. */
public final class AuditEntry {
    @QuerySqlField(name = "AT_MILLIS", index = true)
    private final long atMillis;

    @QuerySqlField(name = "ACCOUNT", index = true)
    private final String account;

    @QuerySqlField(name = "ACTION")
    private final String action;

    @QuerySqlField(name = "SUBJECT", index = true)
    private final String subject;

    @QuerySqlField(name = "OUTCOME")
    private final String outcome;

    @QuerySqlField(name = "ADDRESS")
    private final String address;

    @QuerySqlField(name = "TRACE_ID")
    private final String traceId;

    /**
     * @param atMillis when, epoch milliseconds
     * @param account who; empty when nobody is known
     * @param action what, such as {@code run.submit}
     * @param subject on what, such as a run id
     * @param outcome {@code ok}, or the id of the error code
     * @param address remote address of the request
     * @param traceId trace id that the answer carried
     */
    public AuditEntry(
            long atMillis,
            String account,
            String action,
            String subject,
            String outcome,
            String address,
            String traceId) {
        this.atMillis = atMillis;
        this.account = account;
        this.action = action;
        this.subject = subject;
        this.outcome = outcome;
        this.address = address;
        this.traceId = traceId;
    }

    public long atMillis() {
        return atMillis;
    }

    public String account() {
        return account;
    }

    public String action() {
        return action;
    }

    public String subject() {
        return subject;
    }

    public String outcome() {
        return outcome;
    }

    public String address() {
        return address;
    }

    public String traceId() {
        return traceId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditEntry that
                && atMillis == that.atMillis
                && account.equals(that.account)
                && action.equals(that.action)
                && subject.equals(that.subject)
                && outcome.equals(that.outcome)
                && address.equals(that.address)
                && traceId.equals(that.traceId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(atMillis, account, action, subject, outcome, address, traceId);
    }

    @Override
    public String toString() {
        return "AuditEntry[%s, %s, %s, %s, %s]".formatted(atMillis, account, action, subject, outcome);
    }
}
