package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A message to the person of a lead. Its template names nobody; the text as it was approved and the address are sealed. Lies with its lead. */
public final class OutboxMessage {
    @QuerySqlField(name = "SEQUENCE_ID")
    private final String sequenceId;

    @QuerySqlField(name = "STEP")
    private final int step;

    @QuerySqlField(name = "CHANNEL")
    private final ContactChannel channel;

    @QuerySqlField(name = "PERSON_HASH", index = true)
    private final String personHash;

    private final String subjectTemplate;

    private final String textTemplate;

    private final byte[] address;

    private final byte[] subject;

    private final byte[] text;

    private final int keyId;

    @QuerySqlField(name = "STATE")
    private final MessageState state;

    @QuerySqlField(name = "REASON")
    private final String reason;

    @QuerySqlField(name = "CREATED_MILLIS", index = true)
    private final long createdMillis;

    @QuerySqlField(name = "NOT_BEFORE_MILLIS", index = true)
    private final long notBeforeMillis;

    @QuerySqlField(name = "DECIDED_BY")
    private final String decidedBy;

    @QuerySqlField(name = "SETTLED_MILLIS")
    private final long settledMillis;

    private final int tries;

    private final long triedMillis;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    private OutboxMessage(Builder from) {
        this.sequenceId = Require.text("sequenceId", from.sequenceId);
        this.step = from.step;
        this.channel = from.channel;
        this.personHash = from.personHash;
        this.subjectTemplate = from.subjectTemplate;
        this.textTemplate = from.textTemplate;
        this.address = from.address.clone();
        this.subject = from.subject.clone();
        this.text = from.text.clone();
        this.keyId = from.keyId;
        this.state = from.state;
        this.reason = from.reason;
        this.createdMillis = from.createdMillis;
        this.notBeforeMillis = from.notBeforeMillis;
        this.decidedBy = from.decidedBy;
        this.settledMillis = from.settledMillis;
        this.tries = from.tries;
        this.triedMillis = from.triedMillis;
        this.revision = Require.within("revision", from.revision, 1, Long.MAX_VALUE);
    }

    /** Returns a builder that starts from this state. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns the {@link EngagementSequence} that wrote it. */
    public String sequenceId() {
        return sequenceId;
    }

    /** Returns step of the sequence, counted from 0. */
    public int step() {
        return step;
    }

    /** Returns how it goes. */
    public ContactChannel channel() {
        return channel;
    }

    /** Returns keyed hash of the e-mail; empty when there is none. */
    public String personHash() {
        return personHash;
    }

    /** Returns subject before it is filled in. */
    public String subjectTemplate() {
        return subjectTemplate;
    }

    /** Returns text before it is filled in. */
    public String textTemplate() {
        return textTemplate;
    }

    /** Returns sealed address it goes to; empty before it is approved. */
    public byte[] address() {
        return address.clone();
    }

    /** Returns sealed subject; empty before it is approved. */
    public byte[] subject() {
        return subject.clone();
    }

    /** Returns sealed text; empty before it is approved. */
    public byte[] text() {
        return text.clone();
    }

    /** Returns key they were sealed with; 0 when they are empty. */
    public int keyId() {
        return keyId;
    }

    /** Returns what becomes of it. */
    public MessageState state() {
        return state;
    }

    /** Returns why it waits, failed or does not go; empty otherwise. */
    public String reason() {
        return reason;
    }

    /** Returns when its step was done, epoch milliseconds. */
    public long createdMillis() {
        return createdMillis;
    }

    /** Returns when it may go at the earliest, epoch milliseconds; {@link Enrolment#NEVER} unless it is approved. */
    public long notBeforeMillis() {
        return notBeforeMillis;
    }

    /** Returns account that approved or suppressed it; empty while nobody has. */
    public String decidedBy() {
        return decidedBy;
    }

    /** Returns when it was sent, failed or was suppressed, epoch milliseconds; 0 before. */
    public long settledMillis() {
        return settledMillis;
    }

    /** Returns how often a sender has taken it since it was approved. */
    public int tries() {
        return tries;
    }

    /** Returns when a sender took it last, epoch milliseconds; 0 before. The cap of its person counts that moment. */
    public long triedMillis() {
        return triedMillis;
    }

    /** Returns 1, 2, 3 …, one more with every change. */
    public long revision() {
        return revision;
    }

    /** Returns a builder of a new draft. */
    public static Builder of(String sequenceId, int step) {
        return new Builder().sequenceId(sequenceId).step(step);
    }

    /** Returns whether it may still go. */
    public boolean isOpen() {
        return state == MessageState.DRAFT || state == MessageState.APPROVED;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutboxMessage that
                && sequenceId.equals(that.sequenceId)
                && step == that.step
                && channel == that.channel
                && personHash.equals(that.personHash)
                && subjectTemplate.equals(that.subjectTemplate)
                && textTemplate.equals(that.textTemplate)
                && Arrays.equals(address, that.address)
                && Arrays.equals(subject, that.subject)
                && Arrays.equals(text, that.text)
                && keyId == that.keyId
                && state == that.state
                && reason.equals(that.reason)
                && createdMillis == that.createdMillis
                && notBeforeMillis == that.notBeforeMillis
                && decidedBy.equals(that.decidedBy)
                && settledMillis == that.settledMillis
                && tries == that.tries
                && triedMillis == that.triedMillis
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                sequenceId,
                step,
                channel,
                personHash,
                subjectTemplate,
                textTemplate,
                Arrays.hashCode(address),
                Arrays.hashCode(subject),
                Arrays.hashCode(text),
                keyId,
                state,
                reason,
                createdMillis,
                notBeforeMillis,
                decidedBy,
                settledMillis,
                tries,
                triedMillis,
                revision);
    }

    @Override
    public String toString() {
        return "OutboxMessage[%s, %s, %s]".formatted(sequenceId, step, state);
    }

    /** Collects the fields of a {@link OutboxMessage}. */
    public static final class Builder {
        private String sequenceId = "";
        private int step;
        private ContactChannel channel = ContactChannel.EMAIL;
        private String personHash = "";
        private String subjectTemplate = "";
        private String textTemplate = "";
        private byte[] address = {};
        private byte[] subject = {};
        private byte[] text = {};
        private int keyId;
        private MessageState state = MessageState.DRAFT;
        private String reason = "";
        private long createdMillis;
        private long notBeforeMillis = Enrolment.NEVER;
        private String decidedBy = "";
        private long settledMillis;
        private int tries;
        private long triedMillis;
        private long revision = 1;

        private Builder() {}

        private Builder(OutboxMessage from) {
            sequenceId = from.sequenceId;
            step = from.step;
            channel = from.channel;
            personHash = from.personHash;
            subjectTemplate = from.subjectTemplate;
            textTemplate = from.textTemplate;
            address = from.address;
            subject = from.subject;
            text = from.text;
            keyId = from.keyId;
            state = from.state;
            reason = from.reason;
            createdMillis = from.createdMillis;
            notBeforeMillis = from.notBeforeMillis;
            decidedBy = from.decidedBy;
            settledMillis = from.settledMillis;
            tries = from.tries;
            triedMillis = from.triedMillis;
            revision = from.revision;
        }

        /** Sets the {@link EngagementSequence} that wrote it. */
        public Builder sequenceId(String newSequenceId) {
            this.sequenceId = newSequenceId;
            return this;
        }

        /** Sets step of the sequence, counted from 0. */
        public Builder step(int newStep) {
            this.step = newStep;
            return this;
        }

        /** Sets how it goes. */
        public Builder channel(ContactChannel newChannel) {
            this.channel = newChannel;
            return this;
        }

        /** Sets keyed hash of the e-mail; empty when there is none. */
        public Builder personHash(String newPersonHash) {
            this.personHash = newPersonHash;
            return this;
        }

        /** Sets subject before it is filled in. */
        public Builder subjectTemplate(String newSubjectTemplate) {
            this.subjectTemplate = newSubjectTemplate;
            return this;
        }

        /** Sets text before it is filled in. */
        public Builder textTemplate(String newTextTemplate) {
            this.textTemplate = newTextTemplate;
            return this;
        }

        /** Sets sealed address it goes to; empty before it is approved. */
        public Builder address(byte[] newAddress) {
            this.address = newAddress.clone();
            return this;
        }

        /** Sets sealed subject; empty before it is approved. */
        public Builder subject(byte[] newSubject) {
            this.subject = newSubject.clone();
            return this;
        }

        /** Sets sealed text; empty before it is approved. */
        public Builder text(byte[] newText) {
            this.text = newText.clone();
            return this;
        }

        /** Sets key they were sealed with; 0 when they are empty. */
        public Builder keyId(int newKeyId) {
            this.keyId = newKeyId;
            return this;
        }

        /** Sets what becomes of it. */
        public Builder state(MessageState newState) {
            this.state = newState;
            return this;
        }

        /** Sets why it waits, failed or does not go; empty otherwise. */
        public Builder reason(String newReason) {
            this.reason = newReason;
            return this;
        }

        /** Sets when its step was done, epoch milliseconds. */
        public Builder createdMillis(long newCreatedMillis) {
            this.createdMillis = newCreatedMillis;
            return this;
        }

        /** Sets when it may go at the earliest, epoch milliseconds; {@link Enrolment#NEVER} unless it is approved. */
        public Builder notBeforeMillis(long newNotBeforeMillis) {
            this.notBeforeMillis = newNotBeforeMillis;
            return this;
        }

        /** Sets account that approved or suppressed it; empty while nobody has. */
        public Builder decidedBy(String newDecidedBy) {
            this.decidedBy = newDecidedBy;
            return this;
        }

        /** Sets when it was sent, failed or was suppressed, epoch milliseconds; 0 before. */
        public Builder settledMillis(long newSettledMillis) {
            this.settledMillis = newSettledMillis;
            return this;
        }

        /** Sets how often a sender has taken it since it was approved. */
        public Builder tries(int newTries) {
            this.tries = newTries;
            return this;
        }

        /** Sets when a sender took it last, epoch milliseconds; 0 before. */
        public Builder triedMillis(long newTriedMillis) {
            this.triedMillis = newTriedMillis;
            return this;
        }

        /** Sets 1, 2, 3 …, one more with every change. */
        public Builder revision(long newRevision) {
            this.revision = newRevision;
            return this;
        }

        /**
         * Builds it.
         *
         * @throws IllegalArgumentException if a value is outside its range; the text names it
         */
        public OutboxMessage build() {
            return new OutboxMessage(this);
        }
    }
}
