package io.nqba.console.sales.engagement;

import io.nqba.console.sales.SalesTable;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.engagement.Consent;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.EngagementSettings;
import io.nqba.model.sales.engagement.Enrolment;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.LeadSegment;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;

/** The kinds of rows of engagement. */
public final class EngagementTables {
    public static final SalesTable<String, LeadSegment> SEGMENTS = new SalesTable<>(
            String.class,
            CacheNames.LEAD_SEGMENT,
            "segment",
            "engagement/segments",
            "SEGMENT_ID",
            "NAME",
            LeadSegment::revision);
    public static final SalesTable<String, EngagementSequence> SEQUENCES = new SalesTable<>(
            String.class,
            CacheNames.ENGAGEMENT_SEQUENCE,
            "sequence",
            "engagement/sequences",
            "SEQUENCE_ID",
            "NAME",
            EngagementSequence::revision);
    public static final SalesTable<String, EngagementSettings> SETTINGS = new SalesTable<>(
            String.class,
            CacheNames.ENGAGEMENT_SETTINGS,
            "set of settings",
            "engagement/settings",
            "",
            "",
            EngagementSettings::revision);
    public static final SalesTable<EnrolmentKey, Enrolment> ENROLMENTS = new SalesTable<>(
            EnrolmentKey.class,
            CacheNames.ENROLMENT,
            "enrolment",
            "engagement/enrolments",
            "",
            "",
            Enrolment::revision);
    public static final SalesTable<OutboxMessageKey, OutboxMessage> OUTBOX = new SalesTable<>(
            OutboxMessageKey.class,
            CacheNames.OUTBOX_MESSAGE,
            "message",
            "engagement/outbox",
            "",
            "",
            OutboxMessage::revision);
    public static final SalesTable<ConsentKey, Consent> CONSENTS = new SalesTable<>(
            ConsentKey.class, CacheNames.CONSENT, "consent", "engagement/consents", "", "", Consent::revision);

    private EngagementTables() {}
}
