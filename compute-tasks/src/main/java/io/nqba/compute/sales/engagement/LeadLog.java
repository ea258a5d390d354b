package io.nqba.compute.sales.engagement;

import io.nqba.model.grid.CacheNames;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/** Reads what was done with leads. Everything asked lies with the lead, so on its own node nothing travels. */
final class LeadLog {
    private LeadLog() {}

    /** Returns when something was done with a lead last, epoch milliseconds; 0 when nothing was. */
    static long lastContactMillis(Ignite ignite, String leadId) {
        return number(ignite, "SELECT MAX(AT_MILLIS) FROM ACTIVITY WHERE LEAD_ID = ? AND DONE = TRUE", leadId);
    }

    /** Returns the highest number on the timeline of a lead; 0 when it is empty. */
    static long lastNumber(Ignite ignite, String leadId) {
        return number(ignite, "SELECT MAX(SEQUENCE) FROM ACTIVITY WHERE LEAD_ID = ?", leadId);
    }

    /** Returns whether the person of a lead reached us since a moment. */
    static boolean repliedSince(Ignite ignite, String leadId, long sinceMillis) {
        return number(
                        ignite,
                        "SELECT COUNT(*) FROM ACTIVITY WHERE LEAD_ID = ? AND AT_MILLIS >= ?"
                                + " AND CAST(DIRECTION AS VARCHAR) = 'IN'",
                        leadId,
                        sinceMillis)
                > 0;
    }

    static List<List<?>> rows(Ignite ignite, SqlFieldsQuery query) {
        return ignite.cache(CacheNames.LEAD).query(query.setSchema("PUBLIC")).getAll();
    }

    private static long number(Ignite ignite, String sql, Object... arguments) {
        Object found =
                rows(ignite, new SqlFieldsQuery(sql).setArgs(arguments)).get(0).get(0);
        return found == null ? 0 : ((Number) found).longValue();
    }
}
