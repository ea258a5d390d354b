package io.nqba.node.sales.engagement;

import io.nqba.compute.sales.engagement.EngagementEngine;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityDirection;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.engagement.Consent;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.EngagementSettings;
import io.nqba.model.sales.engagement.Enrolment;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.LeadCondition;
import io.nqba.model.sales.engagement.LeadSegment;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.model.sales.engagement.SequenceStep;
import io.nqba.model.sales.engagement.StepKind;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.jspecify.annotations.Nullable;

/** Leads, a segment and a sequence on a grid whose own clock is off: the test moves time by hand and looks when it wants. */
final class EngagementBook {
    static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");
    static final String SEQUENCE = "welcome";

    private final GridFixture grid;
    private volatile Instant now = NOON;

    EngagementBook(GridFixture grid) {
        this.grid = grid;
    }

    static GridFixture grid(int nodes) {
        return GridFixture.start(nodes, Map.of(Setting.PERSISTENCE, "false", Setting.ENGAGEMENT, "false"));
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    void pass(Duration time) {
        Instant later = now.plus(time);
        now = later;
    }

    Ignite ignite() {
        return grid.ignite();
    }

    EngagementEngine engine(int node) {
        return new EngagementEngine(grid.ignite(node), clock());
    }

    /** Every node looks at all its leads, then does what is due. */
    int lookEverywhere() {
        int done = 0;
        for (int node = 0; node < grid.size(); node++) {
            EngagementEngine engine = engine(node);
            for (int partition : engine.ownPartitions()) {
                done += engine.scan(partition);
            }
            done += engine.noticeReplies();
            done += engine.runDue();
        }
        return done;
    }

    void storeRules(boolean withoutApproval, EngagementSettings settings) {
        ignite().cache(CacheNames.ENGAGEMENT_SETTINGS).put(EngagementSettings.KEY, settings);
        LeadCondition[] conditions = {
            LeadCondition.parse("conditions", "status is NEW"), LeadCondition.parse("conditions", "amount >= 1000")
        };
        ignite().cache(CacheNames.LEAD_SEGMENT)
                .put("fresh", new LeadSegment("fresh", "Fresh", "", conditions, 1, "test", NOON.toEpochMilli()));
        SequenceStep[] steps = {
            new SequenceStep(StepKind.TASK, 24, "", "Call within a day."),
            new SequenceStep(StepKind.WAIT, 48, "", ""),
            new SequenceStep(StepKind.MESSAGE, 0, "Your question", "Dear {name}, …")
        };
        ignite().cache(CacheNames.ENGAGEMENT_SEQUENCE)
                .put(
                        SEQUENCE,
                        new EngagementSequence(
                                SEQUENCE,
                                "Welcome",
                                "fresh",
                                steps,
                                true,
                                withoutApproval,
                                1,
                                "test",
                                NOON.toEpochMilli()));
    }

    /** Two messages a week, never quiet: what a test does not ask about does not depend on the time of day. */
    static EngagementSettings neverQuiet() {
        return new EngagementSettings(0, 0, "UTC", 2, 7, 14, 365, 1, "test");
    }

    Lead storeLead(String leadId, String personHash, double amount) {
        Lead lead = Lead.of(leadId)
                .schemaId("demo")
                .emailHash(personHash)
                .amount(amount)
                .ownerRepId("rep-1")
                .status(LeadStatus.NEW)
                .createdAtMillis(NOON.toEpochMilli())
                .build();
        ignite().cache(CacheNames.LEAD).put(leadId, lead);
        return lead;
    }

    void consent(String personHash, boolean given) {
        ignite().cache(CacheNames.CONSENT)
                .put(
                        new ConsentKey(personHash, ContactChannel.EMAIL),
                        new Consent(given, now.toEpochMilli(), "test", "test", 1));
    }

    void reply(String leadId) {
        ignite().cache(CacheNames.ACTIVITY)
                .put(
                        new ActivityKey(leadId, 100),
                        new Activity(
                                ActivityKind.EMAIL,
                                now.toEpochMilli(),
                                "",
                                new byte[0],
                                0,
                                Opportunity.NOT_YET,
                                true,
                                ActivityDirection.IN,
                                "",
                                1));
    }

    Enrolment enrolment(String leadId) {
        return Objects.requireNonNull(
                ignite().<EnrolmentKey, Enrolment>cache(CacheNames.ENROLMENT).get(new EnrolmentKey(leadId, SEQUENCE)));
    }

    static OutboxMessageKey messageKey(String leadId) {
        return new OutboxMessageKey(leadId, SEQUENCE + "-2");
    }

    @Nullable
    OutboxMessage message(String leadId) {
        return ignite().<OutboxMessageKey, OutboxMessage>cache(CacheNames.OUTBOX_MESSAGE)
                .get(messageKey(leadId));
    }

    /** Asks for a message where its lead lies. */
    OutboxMessage claim(String leadId) {
        return engine(0).claim(messageKey(leadId));
    }

    long count(String sql, Object... arguments) {
        return ((Number) ignite().cache(CacheNames.LEAD)
                        .query(new SqlFieldsQuery("SELECT COUNT(*) FROM " + sql)
                                .setArgs(arguments)
                                .setSchema("PUBLIC"))
                        .getAll()
                        .get(0)
                        .get(0))
                .longValue();
    }

    /** Returns those of the first leads that lie on a node. */
    List<String> leadsOf(int node, int leads) {
        var affinity = grid.ignite(node).<String>affinity(CacheNames.LEAD);
        var there = grid.ignite(node).cluster().localNode();
        return Stream.of(names("l-", leads))
                .filter(leadId -> affinity.isPrimary(there, leadId))
                .toList();
    }

    /** Returns how many of the leads are in the sequence, or were. */
    int entered(List<String> leadIds) {
        IgniteCache<EnrolmentKey, Enrolment> enrolments = ignite().cache(CacheNames.ENROLMENT);
        return (int) leadIds.stream()
                .filter(leadId -> enrolments.containsKey(new EnrolmentKey(leadId, SEQUENCE)))
                .count();
    }

    static String[] names(String prefix, int count) {
        String[] names = new String[count];
        Arrays.setAll(names, i -> prefix + i);
        return names;
    }
}
