package io.nqba.console.finance;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.RiskLimit;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Stores and removes risk limits. A change names the version it is based on, so nobody overwrites what they have not seen. */
@Component
public class LimitDesk {
    private final LimitGateway limits;
    private final AuditTrail audit;
    private final Clock clock;

    LimitDesk(LimitGateway limits, AuditTrail audit, Clock clock) {
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns a limit. Fails with {@code NOT_FOUND}. */
    public Mono<RiskLimit> find(String limitId) {
        return limits.find(limitId).switchIfEmpty(Mono.error(() -> unknown(limitId)));
    }

    /** Stores a new limit. Fails with {@code NOT_FOUND} for an unknown book or portfolio and {@code CONFLICT} for a taken id. */
    public Mono<LimitView> create(ServerWebExchange exchange, String account, LimitBody body) {
        String id = body.id() == null ? UUID.randomUUID().toString() : body.id();
        Mono<LimitView> stored = limits.knows(body.scope(), body.subjectId())
                .filter(known -> known)
                .switchIfEmpty(Mono.error(() -> noSubject(body)))
                .then(Mono.fromCallable(() -> body.toLimit(id, 1, account, clock.millis())))
                .flatMap(limit -> limits.create(limit)
                        .filter(first -> first)
                        .switchIfEmpty(Mono.error(() -> new NqbaException(
                                ErrorCode.CONFLICT,
                                "There is a risk limit with id (%s) already.".formatted(id),
                                "Choose another id, or change that limit with PUT.")))
                        .thenReturn(LimitView.of(limit)));
        return audit.record(exchange, "risk-limit.create", id, stored, LimitView::id);
    }

    /** Changes a limit that is at a version. Fails with {@code NOT_FOUND} and {@code CONFLICT}. */
    public Mono<LimitView> change(
            ServerWebExchange exchange, String account, String limitId, long version, LimitBody body) {
        Mono<LimitView> changed = find(limitId).flatMap(known -> {
            if (known.version() != version
                    || known.scope() != body.scope()
                    || !known.subjectId().equals(body.subjectId())) {
                return Mono.error(known.version() != version ? moved(known) : otherSubject(known));
            }
            RiskLimit next = body.toLimit(limitId, version + 1, account, clock.millis());
            return limits.replace(known, next)
                    .filter(done -> done)
                    .switchIfEmpty(Mono.error(() -> moved(known)))
                    .thenReturn(LimitView.of(next));
        });
        return audit.record(
                exchange, "risk-limit.change", limitId, changed, view -> limitId + " version " + view.version());
    }

    /** Removes a limit that is at a version. Fails with {@code NOT_FOUND} and {@code CONFLICT}. */
    public Mono<String> remove(ServerWebExchange exchange, String limitId, long version) {
        Mono<String> removed = find(limitId)
                .flatMap(known -> known.version() == version
                        ? limits.remove(known)
                                .filter(done -> done)
                                .switchIfEmpty(Mono.error(() -> moved(known)))
                                .thenReturn(limitId)
                        : Mono.error(moved(known)));
        return audit.record(exchange, "risk-limit.remove", limitId, removed, id -> id);
    }

    private static NqbaException moved(RiskLimit known) {
        return new NqbaException(
                ErrorCode.CONFLICT,
                "The risk limit (%s) was changed meanwhile; it is at version %d."
                        .formatted(known.limitId(), known.version()),
                "Fetch it again, look at the change, and send If-Match with its ETag.");
    }

    private static NqbaException otherSubject(RiskLimit known) {
        return refused(
                "subjectId",
                known.subjectId(),
                "A limit stays with its book or portfolio.",
                "Send %s and %s, or make a new limit.".formatted(known.scope(), known.subjectId()));
    }

    private static NqbaException noSubject(LimitBody body) {
        String kind = body.scope().name().toLowerCase(Locale.ROOT);
        String remedy = "Use one that GET /api/v1/goliath/%ss lists.".formatted(kind);
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no %s with id (%s).".formatted(kind, body.subjectId()),
                remedy,
                List.of(new FieldProblem(
                        "subjectId", body.subjectId(), "There is no such %s.".formatted(kind), remedy)),
                null);
    }

    private static NqbaException unknown(String limitId) {
        String shown = limitId.length() > 60 ? limitId.substring(0, 60) + "…" : limitId;
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no risk limit with id (%s).".formatted(shown),
                "Check the id; GET /api/v1/goliath/risk-limits lists the limits.");
    }

    static NqbaException refused(String field, String value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The request has a wrong field: %s.".formatted(field),
                remedy,
                List.of(new FieldProblem(field, value, problem, remedy)),
                null);
    }
}
