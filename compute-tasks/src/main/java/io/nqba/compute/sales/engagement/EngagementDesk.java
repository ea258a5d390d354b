package io.nqba.compute.sales.engagement;

import static org.apache.ignite.transactions.TransactionConcurrency.PESSIMISTIC;
import static org.apache.ignite.transactions.TransactionIsolation.REPEATABLE_READ;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityDirection;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.engagement.Consent;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.EngagementSettings;
import io.nqba.model.sales.engagement.Enrolment;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.EnrolmentState;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.model.sales.engagement.SequenceStep;
import io.nqba.model.sales.engagement.StopReason;
import java.time.Duration;
import java.util.Optional;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.jspecify.annotations.Nullable;

/**
 * Does what sequences say, each thing exactly once: an enrolment and what its step makes change in one transaction, so a node that dies
 * leaves either both or neither, and the next owner of the lead goes on from there. Locks are always taken in the order enrolment, lead,
 * message, consent, ledger.
 */
final class EngagementDesk {
    private static final long TX_TIMEOUT_MILLIS = 10_000;
    private static final long[] NEVER_WRITTEN = {};

    private final Ignite ignite;
    private final IgniteCache<String, Lead> leads;
    private final IgniteCache<EnrolmentKey, Enrolment> enrolments;
    private final IgniteCache<OutboxMessageKey, OutboxMessage> outbox;
    private final IgniteCache<ActivityKey, Activity> activities;
    private final IgniteCache<ConsentKey, Consent> consents;
    private final IgniteCache<String, long[]> ledger;

    EngagementDesk(Ignite ignite) {
        this.ignite = ignite;
        leads = ignite.cache(CacheNames.LEAD);
        enrolments = ignite.cache(CacheNames.ENROLMENT);
        outbox = ignite.cache(CacheNames.OUTBOX_MESSAGE);
        activities = ignite.cache(CacheNames.ACTIVITY);
        consents = ignite.cache(CacheNames.CONSENT);
        ledger = ignite.cache(CacheNames.CONTACT_LEDGER);
    }

    /** Takes a lead into a sequence, once and for all; returns whether it was not in it before. */
    boolean enrol(String leadId, EngagementSequence sequence, long nowMillis) {
        EnrolmentKey key = new EnrolmentKey(leadId, sequence.sequenceId());
        if (enrolments.containsKey(key)) {
            return false;
        }
        try (var transaction = ignite.transactions().txStart(PESSIMISTIC, REPEATABLE_READ, TX_TIMEOUT_MILLIS, 0)) {
            if (enrolments.get(key) != null) {
                return false;
            }
            // The lead is locked: an erasure that runs meanwhile either sees the enrolment or leaves no lead here.
            Lead lead = leads.get(leadId);
            if (lead == null) {
                return false;
            }
            enrolments.put(
                    key,
                    new Enrolment(
                            0,
                            nowMillis,
                            EnrolmentState.ACTIVE,
                            StopReason.NONE,
                            lead.status(),
                            nowMillis,
                            nowMillis,
                            1));
            transaction.commit();
            return true;
        }
    }

    /** Does the step of a lead that is due; returns whether there was one. */
    boolean advance(EnrolmentKey key, long nowMillis) {
        Optional<EngagementSequence> sequence = EngagementRules.sequence(ignite, key.sequenceId());
        if (sequence.isPresent() && !sequence.get().active()) {
            return false;
        }
        long number = LeadLog.lastNumber(ignite, key.leadId());
        boolean replied = replied(key);
        try (var transaction = ignite.transactions().txStart(PESSIMISTIC, REPEATABLE_READ, TX_TIMEOUT_MILLIS, 0)) {
            Enrolment before = enrolments.get(key);
            if (before == null || before.state() != EnrolmentState.ACTIVE || before.dueMillis() > nowMillis) {
                return false;
            }
            Lead lead = leads.get(key.leadId());
            if (lead == null) {
                enrolments.remove(key);
                transaction.commit();
                return true;
            }
            StopReason reason = sequence.isEmpty() ? StopReason.SEQUENCE_REMOVED : stopReason(lead, before, replied);
            if (reason == StopReason.NONE) {
                EngagementSequence rules = sequence.orElseThrow();
                enrolments.put(key, done(key, before, lead, rules, number + 1, nowMillis));
            } else {
                stop(key, before, reason, nowMillis);
            }
            transaction.commit();
            return true;
        }
    }

    /** Does the step inside the transaction and returns the enrolment after it. */
    private Enrolment done(
            EnrolmentKey key,
            Enrolment before,
            Lead lead,
            EngagementSequence sequence,
            long freeNumber,
            long nowMillis) {
        SequenceStep[] steps = sequence.steps();
        if (before.step() >= steps.length) {
            return before.advanced(Enrolment.NEVER, true, nowMillis);
        }
        SequenceStep step = steps[before.step()];
        long nextMillis = nowMillis;
        switch (step.kind()) {
            case WAIT -> nextMillis = nowMillis + Duration.ofHours(step.hours()).toMillis();
            case TASK -> addTask(lead, step, freeNumber, nowMillis);
            case MESSAGE -> addMessage(key, before.step(), lead, sequence, step, nowMillis);
        }
        return before.advanced(nextMillis, before.step() + 1 >= steps.length, nowMillis);
    }

    private void addTask(Lead lead, SequenceStep step, long freeNumber, long nowMillis) {
        long dueDay = Math.floorDiv(
                nowMillis + Duration.ofHours(step.hours()).toMillis(),
                Duration.ofDays(1).toMillis());
        Activity task = new Activity(
                ActivityKind.TASK,
                nowMillis,
                lead.ownerRepId(),
                new byte[0],
                0,
                dueDay,
                false,
                ActivityDirection.NONE,
                step.text(),
                1);
        long number = freeNumber;
        while (!activities.putIfAbsent(new ActivityKey(lead.leadId(), number), task)) {
            number++;
        }
    }

    private void addMessage(
            EnrolmentKey key, int at, Lead lead, EngagementSequence sequence, SequenceStep step, long nowMillis) {
        OutboxMessage.Builder message = OutboxMessage.of(sequence.sequenceId(), at)
                .channel(ContactChannel.EMAIL)
                .personHash(lead.emailHash())
                .subjectTemplate(step.subject())
                .textTemplate(step.text())
                .createdMillis(nowMillis);
        String obstacle = obstacle(lead.emailHash());
        if (!obstacle.isEmpty()) {
            message.state(MessageState.SUPPRESSED).reason(obstacle).settledMillis(nowMillis);
        } else if (sequence.sendsWithoutApproval()) {
            message.state(MessageState.APPROVED)
                    .notBeforeMillis(nowMillis)
                    .decidedBy(sequence.changedBy())
                    .reason("The sequence sends without approval.");
        }
        outbox.put(messageKey(key, at), message.build());
    }

    /** A sequence makes at most one message of a step, so the step names it. */
    private static OutboxMessageKey messageKey(EnrolmentKey key, int step) {
        return new OutboxMessageKey(key.leadId(), key.sequenceId() + "-" + step);
    }

    /** Returns why a person may not be written to; empty when nothing speaks against it. Locks the consent in a transaction. */
    private String obstacle(String personHash) {
        if (personHash.isEmpty()) {
            return "The person has no e-mail address.";
        }
        Consent consent = consents.get(new ConsentKey(personHash, ContactChannel.EMAIL));
        if (consent == null) {
            return "The person has not consented to e-mail.";
        }
        return consent.given() ? "" : "The person withdrew consent to e-mail.";
    }

    /**
     * Returns whether the person replied since the lead entered. Asked before a transaction, never inside: a query waits for a change of
     * the topology, and that change waits for the transaction.
     */
    private boolean replied(EnrolmentKey key) {
        Enrolment seen = enrolments.get(key);
        return seen != null && LeadLog.repliedSince(ignite, key.leadId(), seen.enrolledMillis());
    }

    private StopReason stopReason(Lead lead, Enrolment enrolment, boolean replied) {
        if (lead.status() != enrolment.leadStatus()) {
            return StopReason.STATUS_CHANGED;
        }
        if (replied) {
            return StopReason.REPLIED;
        }
        if (lead.emailHash().isEmpty()) {
            return StopReason.NONE;
        }
        Consent consent = consents.get(new ConsentKey(lead.emailHash(), ContactChannel.EMAIL));
        return consent == null || consent.given() ? StopReason.NONE : StopReason.CONSENT_WITHDRAWN;
    }

    /** Takes a lead out of its sequences and suppresses what has not gone yet; returns how many sequences it left. */
    int stop(String leadId, String sequenceId, StopReason reason, long nowMillis) {
        int stopped = 0;
        for (var row : LeadLog.rows(
                ignite, new SqlFieldsQuery("SELECT SEQUENCE_ID FROM ENROLMENT WHERE LEAD_ID = ?").setArgs(leadId))) {
            String found = String.valueOf(row.get(0));
            if (sequenceId.isEmpty() || sequenceId.equals(found)) {
                stopped += stopOne(new EnrolmentKey(leadId, found), reason, nowMillis) ? 1 : 0;
            }
        }
        return stopped;
    }

    /** Takes a lead out of the sequences that it entered with another status. */
    void leaveWhenChanged(Lead lead, long nowMillis) {
        for (var row : LeadLog.rows(
                ignite,
                new SqlFieldsQuery("SELECT SEQUENCE_ID FROM ENROLMENT WHERE LEAD_ID = ?"
                                + " AND CAST(STATE AS VARCHAR) = 'ACTIVE' AND CAST(LEAD_STATUS AS VARCHAR) <> ?")
                        .setArgs(lead.leadId(), lead.status().name()))) {
            stopOne(new EnrolmentKey(lead.leadId(), String.valueOf(row.get(0))), StopReason.STATUS_CHANGED, nowMillis);
        }
    }

    private boolean stopOne(EnrolmentKey key, StopReason reason, long nowMillis) {
        try (var transaction = ignite.transactions().txStart(PESSIMISTIC, REPEATABLE_READ, TX_TIMEOUT_MILLIS, 0)) {
            Enrolment before = enrolments.get(key);
            if (before == null) {
                return false;
            }
            boolean active = before.state() == EnrolmentState.ACTIVE;
            stop(key, before, reason, nowMillis);
            transaction.commit();
            return active;
        }
    }

    /** Inside a transaction: no further step, and no message that is still open goes. */
    private void stop(EnrolmentKey key, Enrolment before, StopReason reason, long nowMillis) {
        if (before.state() == EnrolmentState.ACTIVE) {
            enrolments.put(key, before.stopped(reason, nowMillis));
        }
        for (int step = 0; step < before.step(); step++) {
            OutboxMessageKey at = messageKey(key, step);
            OutboxMessage message = outbox.get(at);
            if (message != null && message.isOpen()) {
                outbox.put(at, suppressed(message, "Stopped: " + reason.words() + ".", nowMillis));
            }
        }
    }

    private static OutboxMessage suppressed(OutboxMessage message, String reason, long nowMillis) {
        return message.toBuilder()
                .state(MessageState.SUPPRESSED)
                .reason(reason)
                .notBeforeMillis(Enrolment.NEVER)
                .settledMillis(nowMillis)
                .revision(message.revision() + 1)
                .build();
    }

    /**
     * Hands an approved message to the one sender that asks first, if nothing speaks against it any more. Otherwise it waits or does not
     * go, and says why.
     *
     * @return the message as it is now; SENDING only for the caller who may send it
     * @throws NqbaException if there is no such message
     */
    OutboxMessage claim(OutboxMessageKey key, long nowMillis) {
        OutboxMessage seen = outbox.get(key);
        if (seen == null) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "There is no message (%s) to lead (%s).".formatted(key.messageId(), key.leadId()),
                    "GET /api/v1/sigma/engagement/outbox lists those there are.");
        }
        EngagementSettings settings = EngagementRules.settings(ignite);
        EnrolmentKey enrolmentKey = new EnrolmentKey(key.leadId(), seen.sequenceId());
        boolean replied = replied(enrolmentKey);
        try (var transaction = ignite.transactions().txStart(PESSIMISTIC, REPEATABLE_READ, TX_TIMEOUT_MILLIS, 0)) {
            Enrolment enrolment = enrolments.get(enrolmentKey);
            Lead lead = leads.get(key.leadId());
            OutboxMessage message = outbox.get(key);
            if (message == null || message.state() != MessageState.APPROVED || message.notBeforeMillis() > nowMillis) {
                return refused(message == null ? seen : message);
            }
            OutboxMessage judged = judged(message, lead, enrolment, replied, settings, nowMillis);
            outbox.put(key, judged);
            transaction.commit();
            return judged;
        }
    }

    /** What another caller is sending right now is not for this one. */
    private static OutboxMessage refused(OutboxMessage message) {
        if (message.state() != MessageState.SENDING) {
            return message;
        }
        return message.toBuilder().state(MessageState.APPROVED).build();
    }

    private OutboxMessage judged(
            OutboxMessage message,
            @Nullable Lead lead,
            @Nullable Enrolment enrolment,
            boolean replied,
            EngagementSettings settings,
            long nowMillis) {
        if (lead == null) {
            return suppressed(message, "The lead is gone.", nowMillis);
        }
        StopReason reason = enrolment == null ? StopReason.NONE : stopReason(lead, enrolment, replied);
        if (reason != StopReason.NONE) {
            return suppressed(message, "Stopped: " + reason.words() + ".", nowMillis);
        }
        String obstacle = obstacle(lead.emailHash());
        if (!obstacle.isEmpty()) {
            return suppressed(message, obstacle, nowMillis);
        }
        ContactCap cap = new ContactCap(settings);
        long[] written = cap.without(
                Optional.ofNullable(ledger.get(lead.emailHash())).orElse(NEVER_WRITTEN), message.triedMillis());
        var wait = SendWindow.of(settings, written, nowMillis);
        if (wait.openMillis()
                > message.createdMillis()
                        + Duration.ofDays(settings.staleDays()).toMillis()) {
            return suppressed(
                    message,
                    "%s By then it would be older than %d days."
                            .formatted(wait.reason(), settings.staleDays())
                            .strip(),
                    nowMillis);
        }
        if (wait.openMillis() > nowMillis) {
            return message.toBuilder()
                    .notBeforeMillis(wait.openMillis())
                    .reason(wait.reason())
                    .revision(message.revision() + 1)
                    .build();
        }
        ledger.put(lead.emailHash(), cap.with(written, nowMillis));
        return message.toBuilder()
                .state(MessageState.SENDING)
                .personHash(lead.emailHash())
                .reason("")
                .notBeforeMillis(Enrolment.NEVER)
                .tries(message.tries() + 1)
                .triedMillis(nowMillis)
                .revision(message.revision() + 1)
                .build();
    }
}
