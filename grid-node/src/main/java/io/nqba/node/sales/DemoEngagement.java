package io.nqba.node.sales;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.engagement.Consent;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.LeadCondition;
import io.nqba.model.sales.engagement.LeadSegment;
import io.nqba.model.sales.engagement.SequenceStep;
import io.nqba.model.sales.engagement.StepKind;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;

/** Two sequences for the leads of the demo, and what their persons said about e-mail. Every message waits for approval. */
final class DemoEngagement {
    private static final String MADE_BY = "demo";

    private final Ignite ignite;
    private final long nowMillis;

    DemoEngagement(Ignite ignite, long nowMillis) {
        this.ignite = ignite;
        this.nowMillis = nowMillis;
    }

    void store() {
        consents();
        segment(
                "new-leads",
                "New leads of running campaigns",
                "status is NEW",
                "age days <= 30",
                "campaign is demo-search, demo-partners");
        segment("gone-quiet", "Large and gone quiet", "status is QUALIFIED", "amount >= 3000", "silent days >= 14");
        sequence(
                "welcome",
                "Welcome new leads",
                "new-leads",
                new SequenceStep(StepKind.TASK, 24, "", "Call the new lead within a day."),
                new SequenceStep(StepKind.WAIT, 48, "", ""),
                new SequenceStep(
                        StepKind.MESSAGE,
                        0,
                        "Your interest in {product}",
                        "Dear {name},\n\nthank you for your interest in {product}. When would a short call suit you?\n\n{agent}"));
        sequence(
                "wake-up",
                "Wake up large leads",
                "gone-quiet",
                new SequenceStep(
                        StepKind.MESSAGE,
                        0,
                        "Where do we stand, {company}?",
                        "Dear {name},\n\nwe have not spoken for a while. Is {product} still of interest to you?\n\n{agent}"),
                new SequenceStep(StepKind.WAIT, 120, "", ""),
                new SequenceStep(StepKind.TASK, 24, "", "Call: the e-mail of five days ago had no answer."));
    }

    /** Three of four gave consent, some of them took it back: what the outbox then says can be seen. */
    private void consents() {
        // Sorted: keys of a transactional cache are locked in one order everywhere.
        Map<ConsentKey, Consent> consents = new TreeMap<>(Comparator.comparing(ConsentKey::personHash));
        try (var rows = ignite.<String, Lead>cache(CacheNames.LEAD).query(new ScanQuery<String, Lead>())) {
            for (Cache.Entry<String, Lead> row : rows) {
                Lead lead = row.getValue();
                int said = Math.floorMod(lead.leadId().hashCode(), 20);
                if (said < 15 && !lead.emailHash().isEmpty()) {
                    consents.put(
                            new ConsentKey(lead.emailHash(), ContactChannel.EMAIL),
                            new Consent(said > 0, lead.createdAtMillis(), "web form", MADE_BY, 1));
                }
            }
        }
        ignite.<ConsentKey, Consent>cache(CacheNames.CONSENT).putAll(consents);
    }

    private void segment(String id, String name, String... conditions) {
        LeadCondition[] read = Stream.of(conditions)
                .map(line -> LeadCondition.parse("conditions", line))
                .toArray(LeadCondition[]::new);
        ignite.cache(CacheNames.LEAD_SEGMENT)
                .putIfAbsent(id, new LeadSegment(id, name, "", read, 1, MADE_BY, nowMillis));
    }

    private void sequence(String id, String name, String segmentId, SequenceStep... steps) {
        ignite.cache(CacheNames.ENGAGEMENT_SEQUENCE)
                .putIfAbsent(
                        id, new EngagementSequence(id, name, segmentId, steps, true, false, 1, MADE_BY, nowMillis));
    }
}
