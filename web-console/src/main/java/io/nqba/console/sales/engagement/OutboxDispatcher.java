package io.nqba.console.sales.engagement;

import io.nqba.console.sales.Persons;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.engagement.DeliveryException.Kind;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks into the outbox and has the sender carry out what may go. The node of the lead hands each message to one console only. A console
 * that dies between that and the answer of the sender leaves the message as being sent: whether it went is for a person to find out,
 * nothing goes twice by itself.
 */
@Component
class OutboxDispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);
    private static final int MOST_AT_ONCE = 50;
    private static final int LOOKS_PER_FORGETTING = 12;

    private final EngagementGateway engagement;
    private final SalesGateway grid;
    private final OutboxDesk desk;
    private final Persons persons;
    private final Optional<MessageSender> sender;
    private final OutboxProperties properties;
    private final Clock clock;
    private final Disposable.Swap looking = Disposables.swap();
    /** Nothing is taken before; a server that is gone, or knows us no longer, is not asked again with every message. */
    private volatile long restingUntilMillis;

    private boolean running;

    OutboxDispatcher(
            EngagementGateway engagement,
            SalesGateway grid,
            OutboxDesk desk,
            Persons persons,
            ObjectProvider<MessageSender> sender,
            OutboxProperties properties,
            Clock clock) {
        this.engagement = engagement;
        this.grid = grid;
        this.desk = desk;
        this.persons = persons;
        this.sender = Optional.ofNullable(sender.getIfAvailable());
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        looking.update(Flux.interval(properties.look())
                .onBackpressureDrop()
                .concatMap(look -> look(look).onErrorResume(error -> {
                    LOG.debug("The outbox is looked into again later. cause={}", error.toString());
                    return Mono.empty();
                }))
                .subscribe());
    }

    @Override
    public void stop() {
        running = false;
        looking.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Mono<Void> look(long number) {
        return Mono.justOrEmpty(sender).flatMap(by -> {
            Mono<Void> sent = engagement
                    .due(clock.millis(), MOST_AT_ONCE)
                    .flatMapIterable(keys -> keys)
                    .concatMap(key -> claimed(key).flatMap(message -> send(by, key, message)))
                    .then();
            return number % LOOKS_PER_FORGETTING == 0 ? sent.then(by.forget(this::isThere)) : sent;
        });
    }

    private Mono<OutboxMessage> claimed(OutboxMessageKey key) {
        return Mono.defer(() -> clock.millis() < restingUntilMillis
                ? Mono.empty()
                : engagement.claim(key).filter(message -> message.state() == MessageState.SENDING));
    }

    private Mono<Boolean> isThere(OutboxMessageKey key) {
        return grid.find(EngagementTables.OUTBOX, key).hasElement();
    }

    private Mono<Boolean> send(MessageSender by, OutboxMessageKey key, OutboxMessage message) {
        return desk.letter(key, message)
                .zipWith(persons.vault())
                .flatMap(both -> by.send(key, both.getT1())
                        .then(Mono.fromSupplier(
                                () -> settled(OutboxDesk.sealed(both.getT2(), key, message, both.getT1()), message)
                                        .state(MessageState.SENT)
                                        .build())))
                .onErrorResume(error -> {
                    LOG.warn("A message could not be sent. message={} cause={}", key.messageId(), error.toString());
                    return Mono.just(notSent(message, error));
                })
                .flatMap(settled -> grid.replace(EngagementTables.OUTBOX, key, message, settled));
    }

    private OutboxMessage notSent(OutboxMessage message, Throwable error) {
        if (!(error instanceof DeliveryException failure)) {
            return failed(
                    message,
                    "The sender could not send it: %s."
                            .formatted(error.getClass().getSimpleName()));
        }
        String words = String.valueOf(failure.getMessage());
        if (failure.kind() == Kind.NO_SERVER) {
            restingUntilMillis = clock.millis() + properties.retry().toMillis();
        }
        return switch (failure.kind()) {
            case REFUSED, UNCLEAR -> failed(message, words);
            case LATER, NO_SERVER ->
                message.tries() < properties.tries()
                        ? again(message, words)
                        : failed(message, "%s It was tried %d times.".formatted(words, message.tries()));
        };
    }

    private OutboxMessage failed(OutboxMessage message, String reason) {
        return settled(message.toBuilder(), message)
                .state(MessageState.FAILED)
                .reason(reason)
                .build();
    }

    /** Waits to be tried again; whatever speaks against it until then is looked at anew. */
    private OutboxMessage again(OutboxMessage message, String words) {
        return message.toBuilder()
                .state(MessageState.APPROVED)
                .reason("%s Tried %d of %d times.".formatted(words, message.tries(), properties.tries()))
                .notBeforeMillis(
                        clock.millis() + properties.wait(message.tries()).toMillis())
                .revision(message.revision() + 1)
                .build();
    }

    private OutboxMessage.Builder settled(OutboxMessage.Builder next, OutboxMessage message) {
        return next.settledMillis(clock.millis()).revision(message.revision() + 1);
    }
}
