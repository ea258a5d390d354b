package io.nqba.console.optimisation;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.store.IdempotencyKey;
import io.nqba.console.store.SharedMap;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.ErrorCode.Blame;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CommandReply;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Starts runs for every unit. With an {@code Idempotency-Key} the same command leads to the same run, at whichever
 * console it arrives and however often: the key picks the run id before the run exists, and a run id is queued once.
 */
@Component
public class RunSubmission {
    /** Header of the key. */
    public static final String KEY_HEADER = IdempotencyKey.HEADER;

    private final RunGateway runs;
    private final SharedMap<CommandReply> replies;
    private final AuditTrail audit;
    private final Clock clock;

    RunSubmission(RunGateway runs, SharedMap<CommandReply> replies, AuditTrail audit, Clock clock) {
        this.runs = runs;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Queues a run. Fails with {@code CONFLICT} when the key was used for another command.
     *
     * @param account who asks
     * @param key idempotency key, or null for none
     * @param command text that tells commands apart
     */
    public Mono<RunView> submit(
            ServerWebExchange exchange, String account, @Nullable String key, String command, RunRequest request) {
        Mono<RunView> submitted = key == null
                ? runs.submit(new SubmitRun(UUID.randomUUID().toString(), request, account))
                : underKey(new IdempotencyKey(account, key), IdempotencyKey.fingerprint(command), request);
        return audit.record(exchange, "run.submit", request.subject(), submitted, RunView::id);
    }

    private Mono<RunView> underKey(IdempotencyKey key, String fingerprint, RunRequest request) {
        CommandReply mine = new CommandReply(fingerprint, UUID.randomUUID().toString(), clock.millis());
        return replies.putIfAbsent(key.slot(), mine)
                .flatMap(first ->
                        first ? Mono.just(mine) : replies.get(key.slot()).defaultIfEmpty(mine))
                .flatMap(reply -> reply.fingerprint().equals(fingerprint)
                        ? runs.submit(new SubmitRun(reply.resourceId(), request, key.account()))
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
