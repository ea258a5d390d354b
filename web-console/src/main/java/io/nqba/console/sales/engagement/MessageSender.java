package io.nqba.console.sales.engagement;

import io.nqba.model.sales.engagement.OutboxMessageKey;
import reactor.core.publisher.Mono;

/** Carries messages out of the outbox. There is one, which {@code nqba.outbox.sender} names. */
public interface MessageSender {
    /**
     * Sends a message; completes when it has gone. A {@link DeliveryException} says in words why it did not, and what follows from that.
     *
     * @param key tells messages apart; the same one is sent once
     */
    Mono<Void> send(OutboxMessageKey key, Letter letter);

    /** Removes what the sender keeps here of messages that the grid no longer has. */
    Mono<Void> forget(java.util.function.Function<OutboxMessageKey, Mono<Boolean>> isThere);
}
