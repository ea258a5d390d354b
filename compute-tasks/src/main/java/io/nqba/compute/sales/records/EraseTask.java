package io.nqba.compute.sales.records;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.ErasureOrder;
import io.nqba.model.sales.ErasureReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/**
 * Removes a person: every lead and contact with the person's e-mail, and all that {@link PersonTrace} lists. Goes over it again until
 * nothing is found: a score may arrive meanwhile.
 */
public final class EraseTask extends OwnerTask<ErasureOrder, ErasureReport> {
    private static final long serialVersionUID = 1L;

    /** A writer that is still at work adds rows for a moment; nobody adds them for ever. */
    private static final int MOST_PASSES = 10;

    private static final List<String> ENGAGEMENT =
            List.of(CacheNames.ENROLMENT, CacheNames.OUTBOX_MESSAGE, CacheNames.CONSENT, CacheNames.CONTACT_LEDGER);

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
        Map<String, Integer> removed = new TreeMap<>();
        Set<String> leadIds = new LinkedHashSet<>();
        if (!order.leadId().isEmpty()) {
            leadIds.add(order.leadId());
        }
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            if (pass(here, order, leadIds, removed) == 0) {
                break;
            }
        }
        int engagements = ENGAGEMENT.stream()
                .mapToInt(cache -> removed.getOrDefault(cache, 0))
                .sum();
        return new ErasureReport(
                removed.getOrDefault(CacheNames.LEAD, 0),
                removed.getOrDefault(CacheNames.ACTIVITY, 0),
                removed.getOrDefault(CacheNames.LEAD_SCORE, 0),
                removed.getOrDefault(CacheNames.ASSIGNMENT, 0),
                removed.getOrDefault(CacheNames.CONTACT, 0),
                engagements);
    }

    private static int pass(Ignite here, ErasureOrder order, Set<String> leadIds, Map<String, Integer> removed) {
        int found = 0;
        if (!order.emailHash().isEmpty()) {
            leadIds.addAll(withEmail(here, order.emailHash()));
            for (PersonTrace trace : PersonTrace.OF_EMAIL) {
                found += count(removed, trace, trace.remove(here, order.emailHash()));
            }
        }
        if (order.contact() != null && here.cache(CacheNames.CONTACT).remove(order.contact())) {
            removed.merge(CacheNames.CONTACT, 1, Integer::sum);
            found++;
        }
        for (String leadId : leadIds) {
            for (PersonTrace trace : PersonTrace.OF_LEAD) {
                found += count(removed, trace, trace.remove(here, leadId));
            }
        }
        return found;
    }

    private static int count(Map<String, Integer> removed, PersonTrace trace, int rows) {
        removed.merge(trace.cache(), rows, Integer::sum);
        return rows;
    }

    private static Set<String> withEmail(Ignite here, String emailHash) {
        Set<String> leadIds = new LinkedHashSet<>();
        here.cache(CacheNames.LEAD)
                .query(new SqlFieldsQuery("SELECT LEAD_ID FROM LEAD WHERE EMAIL_HASH = ?")
                        .setArgs(emailHash)
                        .setSchema("PUBLIC"))
                .forEach(row -> leadIds.add((String) row.get(0)));
        return leadIds;
    }
}
