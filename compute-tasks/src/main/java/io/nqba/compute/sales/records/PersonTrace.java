package io.nqba.compute.sales.records;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.AssignmentKey;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.NotDuplicateKey;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/**
 * Where a person leaves rows. Whoever adds a cache with rows about leads, or with hashes of addresses, adds a line here: an erasure goes
 * through these lists and through nothing else.
 *
 * @param cache cache of the rows
 * @param keys finds their keys by the id of a lead, or by the hash of an address; may name rows that are not there
 */
record PersonTrace(String cache, BiFunction<Ignite, String, Stream<?>> keys) {
    /** What hangs on a lead, and the lead itself last: an erasure that broke off can be repeated. */
    static final List<PersonTrace> OF_LEAD = List.of(
            found(
                    CacheNames.ACTIVITY,
                    "SELECT SEQUENCE FROM ACTIVITY WHERE LEAD_ID = ?",
                    (leadId, row) -> new ActivityKey(leadId, ((Number) row.get(0)).longValue())),
            new PersonTrace(CacheNames.LEAD_SCORE, (here, leadId) -> Stream.of(leadId)),
            found(
                    CacheNames.ASSIGNMENT,
                    "SELECT RUN_ID FROM ASSIGNMENT WHERE WORK_ID = ?",
                    (leadId, row) -> new AssignmentKey((String) row.get(0), leadId)),
            found(
                    CacheNames.ENROLMENT,
                    "SELECT SEQUENCE_ID FROM ENROLMENT WHERE LEAD_ID = ?",
                    (leadId, row) -> new EnrolmentKey(leadId, (String) row.get(0))),
            found(
                    CacheNames.OUTBOX_MESSAGE,
                    "SELECT MESSAGE_ID FROM OUTBOX_MESSAGE WHERE LEAD_ID = ?",
                    (leadId, row) -> new OutboxMessageKey(leadId, (String) row.get(0))),
            notDuplicates("ONE_ID"),
            notDuplicates("OTHER_ID"),
            new PersonTrace(CacheNames.LEAD, (here, leadId) -> Stream.of(leadId)));

    /** Rows that carry the hash of an address themselves; leads are found by it and go as such. */
    static final List<PersonTrace> OF_EMAIL = List.of(
            found(
                    CacheNames.CONTACT,
                    "SELECT ACCOUNT_ID, CONTACT_ID FROM CONTACT WHERE EMAIL_HASH = ?",
                    (hash, row) -> new ContactKey((String) row.get(0), (String) row.get(1))),
            new PersonTrace(
                    CacheNames.CONSENT,
                    (here, hash) ->
                            Arrays.stream(ContactChannel.values()).map(channel -> new ConsentKey(hash, channel))),
            new PersonTrace(CacheNames.CONTACT_LEDGER, (here, hash) -> Stream.of(hash)));

    private static PersonTrace found(String cache, String sql, BiFunction<String, List<?>, Object> key) {
        return new PersonTrace(
                cache,
                (here, subject) -> here
                        .cache(CacheNames.LEAD)
                        .query(new SqlFieldsQuery(sql).setArgs(subject).setSchema("PUBLIC"))
                        .getAll()
                        .stream()
                        .map(row -> key.apply(subject, row)));
    }

    private static PersonTrace notDuplicates(String column) {
        return found(
                CacheNames.NOT_DUPLICATE,
                "SELECT ONE_ID, OTHER_ID FROM NOT_DUPLICATE WHERE KIND = 'LEAD' AND %s = ?".formatted(column),
                (leadId, row) -> NotDuplicateKey.of(DuplicateKind.LEAD, (String) row.get(0), (String) row.get(1)));
    }

    /** Removes the rows of a lead or an address; returns how many there were. */
    int remove(Ignite here, String subject) {
        return (int) keys.apply(here, subject)
                .filter(key -> here.cache(cache).remove(key))
                .count();
    }
}
