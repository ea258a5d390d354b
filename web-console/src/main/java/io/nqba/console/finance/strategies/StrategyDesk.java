package io.nqba.console.finance.strategies;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Stores and removes strategies and writes down who did. A change names the revision it is based on. */
@Component
public class StrategyDesk {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private final StrategyGateway strategies;
    private final AuditTrail audit;
    private final Clock clock;

    StrategyDesk(StrategyGateway strategies, AuditTrail audit, Clock clock) {
        this.strategies = strategies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns a strategy. Fails with {@code NOT_FOUND}. */
    public Mono<StrategyView> find(String id) {
        return strategies.find(id).switchIfEmpty(Mono.error(() -> StrategyController.none(id)));
    }

    /** Stores a new strategy. Fails with {@code CONFLICT} when its id is taken, with {@code INVALID_REQUEST} naming wrong fields. */
    public Mono<StrategyView> create(ServerWebExchange exchange, String account, String id, StrategyBody body) {
        Mono<StrategyView> stored =
                Mono.defer(() -> strategies.create(body.toStrategy(checked(id), account, clock.millis())));
        return audit.record(exchange, "strategy.put", id, stored, StrategyView::id);
    }

    /** Changes a strategy that is at a revision. Fails with {@code NOT_FOUND}, {@code CONFLICT} and as {@link #create} does. */
    public Mono<StrategyView> change(
            ServerWebExchange exchange, String account, String id, long revision, StrategyBody body) {
        Mono<StrategyView> stored =
                Mono.defer(() -> strategies.replace(body.toStrategy(checked(id), account, clock.millis()), revision));
        return audit.record(exchange, "strategy.put", id, stored, StrategyView::id);
    }

    /** Removes a strategy that is at a revision; its backtests stay. Fails with {@code NOT_FOUND} and {@code CONFLICT}. */
    public Mono<String> remove(ServerWebExchange exchange, String id, long revision) {
        Mono<String> removed =
                find(id).flatMap(view -> strategies.remove(id, revision).thenReturn(id));
        return audit.record(exchange, "strategy.remove", id, removed, gone -> id);
    }

    private static String checked(String id) {
        if (ID.matcher(id).matches()) {
            return id;
        }
        throw refused(
                "id",
                id,
                "It must be 1 to 60 lower-case letters, digits and hyphens.",
                "Send such an id, as slow-trend.");
    }

    static NqbaException refused(String field, String value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The %s is not valid.".formatted(field),
                remedy,
                List.of(new FieldProblem(
                        field, value.length() > 80 ? value.substring(0, 80) + "…" : value, problem, remedy)),
                null);
    }
}
