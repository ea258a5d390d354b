package io.nqba.console.optimisation;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.store.SharedMap;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.ErrorCode.Blame;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CommandReply;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
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
    public static final String KEY_HEADER = "Idempotency-Key";

    private static final int MAX_KEY = 200;

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
                : underKey(account, checked(key), digest(command), request);
        return audit.record(exchange, "run.submit", request.subject(), submitted, RunView::id);
    }

    private Mono<RunView> underKey(String account, String key, String fingerprint, RunRequest request) {
        String slot = account + "/" + key;
        CommandReply mine = new CommandReply(fingerprint, UUID.randomUUID().toString(), clock.millis());
        return replies.putIfAbsent(slot, mine)
                .flatMap(first -> first ? Mono.just(mine) : replies.get(slot).defaultIfEmpty(mine))
                .flatMap(reply -> reply.fingerprint().equals(fingerprint)
                        ? runs.submit(new SubmitRun(reply.resourceId(), request, account))
                        : Mono.error(taken(key)))
                // A refused command made nothing, so its key is free for the corrected one.
                .onErrorResume(
                        NqbaException.class,
                        refused -> refused.code() != ErrorCode.CONFLICT
                                        && refused.code().blame() == Blame.CALLER
                                ? replies.remove(slot).then(Mono.error(refused))
                                : Mono.error(refused));
    }

    private static NqbaException taken(String key) {
        return new NqbaException(
                ErrorCode.CONFLICT,
                "The %s (%s) was used for another command.".formatted(KEY_HEADER, key),
                "Use a new key for a new command; repeat a command with exactly the same body.");
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            String remedy = "Send 1 to %d characters, such as a UUID.".formatted(MAX_KEY);
            String problem = "It has %d characters.".formatted(key.length());
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The %s (%d characters) is too short or too long.".formatted(KEY_HEADER, key.length()),
                    remedy,
                    List.of(new FieldProblem(KEY_HEADER, "", problem, remedy)),
                    null);
        }
        return key;
    }

    private static String digest(String command) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(command.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
