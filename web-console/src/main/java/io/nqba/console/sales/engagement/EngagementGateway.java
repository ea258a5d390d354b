package io.nqba.console.sales.engagement;

import io.nqba.console.paging.Page;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.EnrolmentState;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.model.sales.engagement.NextAction;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.model.sales.engagement.StopEngagement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What came of engagement in the grid, by lists and commands; single rows are the business of {@code SalesGateway}. */
public interface EngagementGateway {
    /** Lists enrolments, the last changed first; a null filter keeps all. */
    Mono<Page<EnrolmentView>> enrolments(
            @Nullable String sequenceId,
            @Nullable String leadId,
            @Nullable EnrolmentState state,
            @Nullable String cursor,
            int limit);

    /** Lists messages, the newest first; a null filter keeps all. */
    Mono<Page<OutboxMessageKey>> outbox(
            @Nullable MessageState state, @Nullable String leadId, @Nullable String cursor, int limit);

    /** Returns approved messages that may go by their time, the oldest first. */
    Mono<List<OutboxMessageKey>> due(long nowMillis, int limit);

    /** Lists consents, what was said last first. */
    Mono<Page<ConsentKey>> consents(@Nullable String cursor, int limit);

    /** Returns some leads of a person, by the keyed hash of the e-mail. */
    Mono<List<String>> leadsOf(String personHash);

    /** Returns how many leads are in each state of each sequence. */
    Mono<List<SequenceCount>> counts();

    /** Returns how many messages are in each state. */
    Mono<List<MessageCount>> messageCounts();

    /** Judges a message on the node of its lead; SENDING only for the caller who may send it. */
    Mono<OutboxMessage> claim(OutboxMessageKey key);

    /** Takes a lead out of sequences; returns how many it left. */
    Mono<Integer> stop(StopEngagement order);

    /** Takes a lead into a sequence; returns whether it was not in it before. */
    Mono<Boolean> enrol(EnrolmentKey key);

    /** Says what is worth most to do with a lead next. Fails with {@code NOT_FOUND}. */
    Mono<NextAction> nextAction(String leadId);

    /** How many leads are in a state of a sequence. */
    record SequenceCount(String sequenceId, EnrolmentState state, long leads) {}

    /** How many messages are in a state. */
    record MessageCount(MessageState state, long messages) {}
}
