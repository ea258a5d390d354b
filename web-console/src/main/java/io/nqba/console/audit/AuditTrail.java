package io.nqba.console.audit;

import io.nqba.console.error.TraceId;
import io.nqba.console.store.SharedMap;
import io.nqba.model.audit.AuditEntry;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes who did what when into the grid. */
@Component
public class AuditTrail {
    /** Outcome of a command that went well. */
    public static final String OK = "ok";

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final SharedMap<AuditEntry> entries;
    private final Clock clock;

    public AuditTrail(SharedMap<AuditEntry> entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Runs a command and writes down how it ended. A command that went well counts only when its entry is stored.
     *
     * @param action what, such as {@code run.submit}
     * @param intended on what, as far as known before the command ran
     * @param made reads from the result on what it was
     */
    public <T> Mono<T> record(
            ServerWebExchange exchange, String action, String intended, Mono<T> command, Function<T, String> made) {
        return account(exchange)
                .flatMap(who -> command.flatMap(result -> write(exchange, who, action, made.apply(result), OK)
                                .thenReturn(result))
                        .onErrorResume(
                                NqbaException.class,
                                refused -> write(
                                                exchange,
                                                who,
                                                action,
                                                intended,
                                                refused.code().id())
                                        .onErrorResume(NqbaException.class, unwritten -> {
                                            LOG.warn(
                                                    "Audit entry lost. action={} code={}",
                                                    action,
                                                    unwritten.code().id());
                                            return Mono.empty();
                                        })
                                        .then(Mono.error(refused))));
    }

    /** Writes one entry about an account that is not the signed-in one, such as a sign-in. */
    public Mono<Void> write(ServerWebExchange exchange, String account, String action, String subject, String outcome) {
        AuditEntry entry = new AuditEntry(
                clock.millis(), account, action, subject, outcome, addressOf(exchange), TraceId.of(exchange));
        return entries.put(UUID.randomUUID().toString(), entry);
    }

    /** Writes one entry about a refusal. */
    public Mono<Void> write(
            ServerWebExchange exchange, String account, String action, String subject, ErrorCode outcome) {
        return write(exchange, account, action, subject, outcome.id());
    }

    /** Returns the remote address of a request; empty when it is unknown. */
    public static String addressOf(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? ""
                : remote.getAddress().getHostAddress();
    }

    private static Mono<String> account(ServerWebExchange exchange) {
        return exchange.getPrincipal().map(java.security.Principal::getName).defaultIfEmpty("");
    }
}
