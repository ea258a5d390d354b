package io.nqba.compute.sales.engagement;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.model.sales.engagement.StopReason;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.affinity.Affinity;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/**
 * The engagement of one node: it looks after the leads it is primary for and no others. Nothing is kept here; what was done stands in the
 * grid, so another node goes on where this one stopped.
 */
public final class EngagementEngine {
    /** One look at what is due; the next one takes the rest. */
    private static final int MOST_DUE = 500;

    private static final int MOST_REMOVED = 1_000;
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final Ignite ignite;
    private final Clock clock;
    private final EngagementDesk desk;

    /** @param clock tells what is due */
    public EngagementEngine(Ignite ignite, Clock clock) {
        this.ignite = ignite;
        this.clock = clock;
        desk = new EngagementDesk(ignite);
    }

    /** Does the steps that are due on leads of this node; returns how many. */
    public int runDue() {
        int steps = 0;
        for (List<?> row : LeadLog.rows(
                ignite,
                new SqlFieldsQuery("SELECT E.LEAD_ID, E.SEQUENCE_ID FROM ENROLMENT E"
                                + " LEFT JOIN ENGAGEMENT_SEQUENCE S ON S.SEQUENCE_ID = E.SEQUENCE_ID"
                                + " WHERE E.DUE_MILLIS <= ? AND (S.SEQUENCE_ID IS NULL OR S.ACTIVE = TRUE)"
                                + " ORDER BY E.DUE_MILLIS LIMIT ?")
                        .setArgs(clock.millis(), MOST_DUE)
                        .setLocal(true))) {
            EnrolmentKey key = new EnrolmentKey(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
            // Steps that do not wait follow at once.
            while (isOwn(key.leadId()) && desk.advance(key, clock.millis())) {
                steps++;
            }
        }
        return steps;
    }

    /** Takes a lead of this node into every sequence whose segment it belongs to; returns how many it entered. */
    public int look(String leadId) {
        Lead lead = isOwn(leadId) ? ignite.<String, Lead>cache(CacheNames.LEAD).get(leadId) : null;
        if (lead == null) {
            return 0;
        }
        desk.leaveWhenChanged(lead, clock.millis());
        return enter(lead, EngagementRules.entrances(ignite));
    }

    /** Looks at every lead of a partition; finds those that no event told of, and those that time alone brought into a segment. */
    public int scan(int partition) {
        List<EngagementRules.Entrance> entrances = EngagementRules.entrances(ignite);
        if (entrances.isEmpty()) {
            return 0;
        }
        int entered = 0;
        var query = new ScanQuery<String, Lead>().setPartition(partition).setLocal(true);
        try (var rows = ignite.<String, Lead>cache(CacheNames.LEAD).query(query)) {
            for (Cache.Entry<String, Lead> row : rows) {
                entered += enter(row.getValue(), entrances);
            }
        }
        return entered;
    }

    /** Returns the partitions of leads that this node is primary for. */
    public int[] ownPartitions() {
        return affinity().primaryPartitions(ignite.cluster().localNode());
    }

    private int enter(Lead lead, List<EngagementRules.Entrance> entrances) {
        LeadFacts facts = facts(ignite, lead, clock.millis());
        int entered = 0;
        for (EngagementRules.Entrance entrance : entrances) {
            if (facts.belongsTo(entrance.segment()) && desk.enrol(lead.leadId(), entrance.sequence(), clock.millis())) {
                entered++;
            }
        }
        return entered;
    }

    static LeadFacts facts(Ignite ignite, Lead lead, long nowMillis) {
        return new LeadFacts(
                lead,
                ignite.<String, LeadSchema>cache(CacheNames.LEAD_SCHEMA).get(lead.schemaId()),
                () -> ignite.<String, LeadScore>cache(CacheNames.LEAD_SCORE).get(lead.leadId()),
                () -> LeadLog.lastContactMillis(ignite, lead.leadId()),
                nowMillis);
    }

    /**
     * Takes leads of this node out of their sequences whose persons reached us lately. An older reply that is written down late is noticed
     * at the next step, and before a message goes.
     *
     * @return how many sequences were left
     */
    public int noticeReplies() {
        int left = 0;
        for (List<?> row : LeadLog.rows(
                ignite,
                new SqlFieldsQuery("SELECT DISTINCT E.LEAD_ID FROM ACTIVITY A JOIN ENROLMENT E ON E.LEAD_ID = A.LEAD_ID"
                                + " WHERE A.AT_MILLIS >= ? AND CAST(A.DIRECTION AS VARCHAR) = 'IN'"
                                + " AND A.AT_MILLIS >= E.ENROLLED_MILLIS AND CAST(E.STATE AS VARCHAR) = 'ACTIVE'")
                        .setArgs(clock.millis() - LATELY.toMillis())
                        .setLocal(true))) {
            String leadId = String.valueOf(row.get(0));
            left += isOwn(leadId) ? desk.stop(leadId, "", StopReason.REPLIED, clock.millis()) : 0;
        }
        return left;
    }

    /** Takes a lead into a sequence by hand, whatever its segment; returns whether it was not in it before. */
    boolean enrol(EnrolmentKey key) {
        return EngagementRules.sequence(ignite, key.sequenceId())
                .map(sequence -> desk.enrol(key.leadId(), sequence, clock.millis()))
                .orElse(false);
    }

    /** Takes a lead out of one sequence, or of all where the id is empty; returns how many it left. */
    int stop(String leadId, String sequenceId, StopReason reason) {
        return desk.stop(leadId, sequenceId, reason, clock.millis());
    }

    /**
     * Hands an approved message to the one sender that asks first, if nothing speaks against it any more. Otherwise it waits or does not
     * go, and says why.
     *
     * @return the message as it is now; SENDING only for the caller who may send it
     */
    public OutboxMessage claim(OutboxMessageKey key) {
        return desk.claim(key, clock.millis());
    }

    /** Removes messages of this node that were settled longer ago than messages are kept; returns how many. */
    public int removeOld() {
        long before = clock.millis()
                - Duration.ofDays(EngagementRules.settings(ignite).retentionDays())
                        .toMillis();
        List<OutboxMessageKey> old = new ArrayList<>();
        for (List<?> row : LeadLog.rows(
                ignite,
                new SqlFieldsQuery("SELECT LEAD_ID, MESSAGE_ID FROM OUTBOX_MESSAGE"
                                + " WHERE CREATED_MILLIS < ? AND SETTLED_MILLIS > 0 AND SETTLED_MILLIS < ? LIMIT ?")
                        .setArgs(before, before, MOST_REMOVED)
                        .setLocal(true))) {
            old.add(new OutboxMessageKey(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
        }
        int removed = 0;
        for (OutboxMessageKey key : old) {
            removed += isOwn(key.leadId())
                            && ignite.cache(CacheNames.OUTBOX_MESSAGE).remove(key)
                    ? 1
                    : 0;
        }
        return removed;
    }

    /** Removes what stayed of leads that are gone otherwise than by an erasure, from this node; returns how many rows. */
    public int removeOrphans() {
        int removed = 0;
        for (List<?> row : orphans("SELECT T.LEAD_ID, T.SEQUENCE_ID FROM ENROLMENT T")) {
            removed += remove(CacheNames.ENROLMENT, row, EnrolmentKey::new);
        }
        for (List<?> row : orphans("SELECT T.LEAD_ID, T.MESSAGE_ID FROM OUTBOX_MESSAGE T")) {
            removed += remove(CacheNames.OUTBOX_MESSAGE, row, OutboxMessageKey::new);
        }
        return removed;
    }

    private List<List<?>> orphans(String select) {
        return LeadLog.rows(
                ignite,
                new SqlFieldsQuery(
                                select + " LEFT JOIN LEAD L ON L.LEAD_ID = T.LEAD_ID WHERE L.LEAD_ID IS NULL LIMIT ?")
                        .setArgs(MOST_REMOVED)
                        .setLocal(true));
    }

    private int remove(String cache, List<?> row, BiFunction<String, String, Object> key) {
        String leadId = String.valueOf(row.get(0));
        boolean gone = isOwn(leadId) && !ignite.cache(CacheNames.LEAD).containsKey(leadId);
        return gone && ignite.cache(cache).remove(key.apply(leadId, String.valueOf(row.get(1)))) ? 1 : 0;
    }

    private boolean isOwn(String leadId) {
        return affinity().isPrimary(ignite.cluster().localNode(), leadId);
    }

    private Affinity<String> affinity() {
        return ignite.affinity(CacheNames.LEAD);
    }
}
