package io.nqba.compute.sales.records;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.AssignmentKey;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.ErasureOrder;
import io.nqba.model.sales.ErasureReport;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/**
 * Removes a person: every lead and contact with the person's e-mail, all that hangs on these leads, and what the person said about
 * being reached. What hangs on a lead goes before
 * the lead, so an erasure that broke off can be repeated. Goes over it again until nothing is found: a score may arrive meanwhile.
 */
public final class EraseTask extends OwnerTask<ErasureOrder, ErasureReport> {
    private static final long serialVersionUID = 1L;

    /** A writer that is still at work adds rows for a moment; nobody adds them for ever. */
    private static final int MOST_PASSES = 10;

    @Override
    protected String cacheName() {
        return CacheNames.LEAD;
    }

    @Override
    protected Object key(ErasureOrder order) {
        return order.leadId();
    }

    @Override
    protected ErasureReport work(Ignite here, ErasureOrder order) {
        int[] removed = new int[6];
        Set<String> leadIds = new LinkedHashSet<>(Set.of(order.leadId()));
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            if (!order.emailHash().isEmpty()) {
                leadIds.addAll(keys(here, "SELECT LEAD_ID FROM LEAD WHERE EMAIL_HASH = ?", order.emailHash(), row ->
                        (String) row.get(0)));
            }
            int found = 0;
            for (String leadId : leadIds) {
                found += removeLead(here, leadId, removed);
            }
            found += removeContacts(here, order.emailHash(), removed);
            found += removeReach(here, order.emailHash(), removed);
            if (found == 0) {
                break;
            }
        }
        return new ErasureReport(removed[0], removed[1], removed[2], removed[3], removed[4], removed[5]);
    }

    private static int removeLead(Ignite here, String leadId, int[] removed) {
        int activities = remove(
                here,
                CacheNames.ACTIVITY,
                keys(
                        here,
                        "SELECT SEQUENCE FROM ACTIVITY WHERE LEAD_ID = ?",
                        leadId,
                        row -> new ActivityKey(leadId, ((Number) row.get(0)).longValue())));
        int scores = remove(here, CacheNames.LEAD_SCORE, Set.of(leadId));
        int assignments = remove(
                here,
                CacheNames.ASSIGNMENT,
                keys(
                        here,
                        "SELECT RUN_ID FROM ASSIGNMENT WHERE WORK_ID = ?",
                        leadId,
                        row -> new AssignmentKey((String) row.get(0), leadId)));
        int engagements = removeEngagements(here, leadId);
        int leads = remove(here, CacheNames.LEAD, Set.of(leadId));
        removed[0] += leads;
        removed[1] += activities;
        removed[2] += scores;
        removed[3] += assignments;
        removed[5] += engagements;
        return leads + activities + scores + assignments + engagements;
    }

    private static int removeEngagements(Ignite here, String leadId) {
        return remove(
                        here,
                        CacheNames.ENROLMENT,
                        keys(
                                here,
                                "SELECT SEQUENCE_ID FROM ENROLMENT WHERE LEAD_ID = ?",
                                leadId,
                                row -> new EnrolmentKey(leadId, (String) row.get(0))))
                + remove(
                        here,
                        CacheNames.OUTBOX_MESSAGE,
                        keys(
                                here,
                                "SELECT MESSAGE_ID FROM OUTBOX_MESSAGE WHERE LEAD_ID = ?",
                                leadId,
                                row -> new OutboxMessageKey(leadId, (String) row.get(0))));
    }

    /** Removes what the person said about being reached, and when that was done. */
    private static int removeReach(Ignite here, String emailHash, int[] removed) {
        if (emailHash.isEmpty()) {
            return 0;
        }
        Set<ConsentKey> consents = Arrays.stream(ContactChannel.values())
                .map(channel -> new ConsentKey(emailHash, channel))
                .collect(Collectors.toSet());
        int reach =
                remove(here, CacheNames.CONSENT, consents) + remove(here, CacheNames.CONTACT_LEDGER, Set.of(emailHash));
        removed[5] += reach;
        return reach;
    }

    private static int removeContacts(Ignite here, String emailHash, int[] removed) {
        if (emailHash.isEmpty()) {
            return 0;
        }
        int contacts = remove(
                here,
                CacheNames.CONTACT,
                keys(
                        here,
                        "SELECT ACCOUNT_ID, CONTACT_ID FROM CONTACT WHERE EMAIL_HASH = ?",
                        emailHash,
                        row -> new ContactKey((String) row.get(0), (String) row.get(1))));
        removed[4] += contacts;
        return contacts;
    }

    private static <K> int remove(Ignite here, String cache, Set<K> keys) {
        int count = 0;
        for (K key : keys) {
            if (here.cache(cache).remove(key)) {
                count++;
            }
        }
        return count;
    }

    private static <K> Set<K> keys(Ignite here, String sql, String argument, Function<List<?>, K> key) {
        return here
                .cache(CacheNames.LEAD)
                .query(new SqlFieldsQuery(sql).setArgs(argument).setSchema("PUBLIC"))
                .getAll()
                .stream()
                .map(key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
