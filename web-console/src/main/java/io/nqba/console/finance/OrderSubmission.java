package io.nqba.console.finance;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.store.IdempotencyKey;
import io.nqba.console.store.SharedMap;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.ErrorCode.Blame;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CommandReply;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Places and withdraws paper orders for the API and the pages. With an {@code Idempotency-Key} the same order sent again is the same
 * order, at whichever console it arrives: the key picks the order id before the order exists, and an order id is taken once.
 */
@Component
public class OrderSubmission {
    private final OrderGateway orders;
    private final SharedMap<CommandReply> replies;
    private final AuditTrail audit;
    private final Clock clock;

    OrderSubmission(OrderGateway orders, SharedMap<CommandReply> replies, AuditTrail audit, Clock clock) {
        this.orders = orders;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Places an order; the answer is accepted or rejected. Fails with {@code CONFLICT} when the key was used for another order, and with
     * {@code INVALID_REQUEST} for one that no limit need look at.
     *
     * @param key idempotency key, or null for none
     */
    public Mono<OrderView> submit(ServerWebExchange exchange, String account, @Nullable String key, OrderBody body) {
        Function<String, Mono<OrderView>> place = id -> orders.submit(body.toRequest(id, account));
        Mono<OrderView> placed = key == null
                ? place.apply(UUID.randomUUID().toString())
                : underKey(new IdempotencyKey(account, key), IdempotencyKey.fingerprint("order " + body), place);
        return audit.record(
                exchange,
                "order.place",
                body.portfolioId(),
                placed,
                view -> view.id() + " " + view.state().name().toLowerCase(Locale.ROOT));
    }

    /** Withdraws an order. Fails with {@code NOT_FOUND} and, where it has ended otherwise, {@code CONFLICT}. */
    public Mono<OrderView> cancel(ServerWebExchange exchange, String account, String orderId) {
        return audit.record(exchange, "order.cancel", orderId, orders.cancel(orderId, account), OrderView::id);
    }

    private Mono<OrderView> underKey(IdempotencyKey key, String fingerprint, Function<String, Mono<OrderView>> place) {
        CommandReply mine = new CommandReply(fingerprint, UUID.randomUUID().toString(), clock.millis());
        return replies.putIfAbsent(key.slot(), mine)
                .flatMap(first ->
                        first ? Mono.just(mine) : replies.get(key.slot()).defaultIfEmpty(mine))
                .flatMap(reply -> reply.fingerprint().equals(fingerprint)
                        ? place.apply(reply.resourceId())
                        : Mono.error(key.taken()))
                // A refused command made nothing, so its key is free for the corrected one.
                .onErrorResume(
                        NqbaException.class,
                        refused -> refused.code() != ErrorCode.CONFLICT
                                        && refused.code().blame() == Blame.CALLER
                                ? replies.remove(key.slot()).then(Mono.error(refused))
                                : Mono.error(refused));
    }
}
