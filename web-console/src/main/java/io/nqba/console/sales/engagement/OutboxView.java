package io.nqba.console.sales.engagement;

import io.nqba.console.sales.RevisedView;
import io.nqba.model.sales.engagement.MessageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to the person of a lead.
 *
 * @param step step of the sequence that wrote it, counted from 1
 * @param reason why it waits, failed or does not go; null otherwise
 * @param address where it goes, as far as the reader may see; null when it is not known
 * @param subject filled in for who may see persons, as it is written for others
 * @param masked whether the reader sees templates instead of the texts
 * @param abandoned whether it was taken a while ago and nobody has said what became of it: a person finds out and decides again
 * @param notBefore when it may go at the earliest; null unless it is approved
 * @param decidedBy who approved or suppressed it; null while nobody has
 * @param settledAt when it was sent, failed or was suppressed; null before
 */
public record OutboxView(
        String leadId,
        String messageId,
        String sequenceId,
        int step,
        MessageState state,
        @Nullable String reason,
        @Nullable String address,
        String subject,
        String text,
        boolean masked,
        boolean abandoned,
        Instant createdAt,
        @Nullable Instant notBefore,
        @Nullable String decidedBy,
        @Nullable Instant settledAt,
        long revision)
        implements RevisedView {}
