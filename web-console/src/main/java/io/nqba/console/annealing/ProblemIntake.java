package io.nqba.console.annealing;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.intake.PieceCutter;
import io.nqba.console.store.IdempotencyKey;
import io.nqba.console.store.SharedMap;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.ErrorCode.Blame;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CommandReply;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes problems in, of any size: the body goes into the grid in pieces as it arrives, and the node that owns the problem
 * reads them. When the sender goes away, or anything is refused, the pieces are removed.
 *
 * <p>With an {@code Idempotency-Key} the same body leads to the same problem. What the body is, is known only when all of it
 * has come; so the key is looked at then.
 *
 * <p>A page sends a file as the body itself, by {@code fetch} to the API with the session's cookie and its CSRF header; text
 * out of a form comes here as one buffer.
 */
@Component
public class ProblemIntake {
    private static final String LARGEST = "nqba.problems.max-upload";

    private final ProblemGateway problems;
    private final SharedMap<CommandReply> replies;
    private final AuditTrail audit;
    private final ProblemProperties settings;
    private final Clock clock;

    ProblemIntake(
            ProblemGateway problems,
            SharedMap<CommandReply> replies,
            AuditTrail audit,
            ProblemProperties settings,
            Clock clock) {
        this.problems = problems;
        this.replies = replies;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores a problem. Fails with {@code INVALID_PROBLEM} for a text that is none, {@code TOO_LARGE}, and {@code CONFLICT}
     * when the key was used for another command or its first one has not ended.
     *
     * @param account who asks
     * @param key idempotency key, or null for none
     * @param body text of the problem, compressed with gzip or not; released here
     */
    public Mono<ProblemView> take(
            ServerWebExchange exchange, String account, @Nullable String key, NewProblem given, Flux<DataBuffer> body) {
        Mono<ProblemView> stored = Mono.defer(() -> {
            IdempotencyKey checked = key == null ? null : new IdempotencyKey(account, key);
            PieceCutter.checkDeclared(
                    exchange.getRequest().getHeaders().getContentLength(), settings.maxUpload(), LARGEST);
            return Mono.usingWhen(
                    Mono.fromSupplier(
                            () -> new Upload(problems, UUID.randomUUID().toString())),
                    upload -> store(upload, account, checked, given, body),
                    Upload::remove,
                    (upload, refused) -> upload.remove(),
                    Upload::remove);
        });
        return audit.record(exchange, "problem.store", given.name(), stored, ProblemView::id);
    }

    private Mono<ProblemView> store(
            Upload upload, String account, @Nullable IdempotencyKey key, NewProblem given, Flux<DataBuffer> body) {
        MessageDigest digest = key == null ? null : IdempotencyKey.sha256();
        PieceCutter cutter = new PieceCutter(Upload.PIECE_BYTES, settings.maxUpload(), LARGEST, digest);
        return upload.write(cutter.cut(body))
                .timeout(settings.uploadTimeout())
                .onErrorMap(TimeoutException.class, this::tooSlow)
                .map(ProblemIntake::notEmpty)
                .flatMap(pieces -> {
                    Mono<ProblemView> read = read(upload, order(upload, account, given, pieces));
                    return key == null || digest == null
                            ? read
                            : underKey(key, fingerprint(given, digest), upload.problemId(), read);
                });
    }

    private Mono<ProblemView> read(Upload upload, ImportProblem order) {
        return Mono.defer(() -> {
            upload.handOver();
            return problems.importPieces(order, settings.importTimeout());
        });
    }

    private Mono<ProblemView> underKey(
            IdempotencyKey key, String fingerprint, String problemId, Mono<ProblemView> read) {
        CommandReply mine = new CommandReply(fingerprint, problemId, clock.millis());
        return replies.putIfAbsent(key.slot(), mine)
                .flatMap(first -> first
                        ? read
                        : replies.get(key.slot())
                                .defaultIfEmpty(mine)
                                .flatMap(before -> again(key, before, mine, read)))
                // A refused problem was not stored, so its key is free for the corrected one.
                .onErrorResume(
                        NqbaException.class,
                        refused -> refused.code() != ErrorCode.CONFLICT
                                        && refused.code().blame() == Blame.CALLER
                                ? replies.remove(key.slot()).then(Mono.error(refused))
                                : Mono.error(refused));
    }

    /** The key was used before: for this command, which has ended, goes on, or was lost; or for another one. */
    private Mono<ProblemView> again(
            IdempotencyKey key, CommandReply before, CommandReply mine, Mono<ProblemView> read) {
        if (!before.fingerprint().equals(mine.fingerprint())) {
            return Mono.error(key.taken());
        }
        boolean maySucceed = mine.createdMillis() - before.createdMillis()
                < settings.importTimeout().toMillis();
        return problems.find(before.resourceId())
                .switchIfEmpty(Mono.defer(() -> maySucceed
                        ? Mono.error(stillComing(key))
                        : replies.replace(key.slot(), before, mine)
                                .flatMap(won -> won ? read : Mono.error(stillComing(key)))));
    }

    private static ImportProblem order(Upload upload, String account, NewProblem given, int pieces) {
        return new ImportProblem(
                upload.problemId(), given.name(), given.formatText(), given.numberOrNone(), pieces, account);
    }

    private static String fingerprint(NewProblem given, MessageDigest body) {
        return IdempotencyKey.fingerprint(given + HexFormat.of().formatHex(body.digest()));
    }

    private static int notEmpty(int pieces) {
        if (pieces > 0) {
            return pieces;
        }
        String remedy = "Send the problem as the body, such as curl -T FILE does; /api/docs has examples.";
        throw new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The body (0 bytes) is empty.",
                remedy,
                List.of(new FieldProblem("body", "", "It is empty.", remedy)),
                null);
    }

    private NqbaException tooSlow(Throwable late) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The body did not arrive within %d s."
                        .formatted(settings.uploadTimeout().toSeconds()),
                "Compress it with gzip, or start the console with a longer nqba.problems.upload-timeout.",
                List.of(),
                late);
    }

    private static NqbaException stillComing(IdempotencyKey key) {
        return new NqbaException(
                ErrorCode.CONFLICT,
                "The first command with this %s (%s) has not ended yet.".formatted(IdempotencyKey.HEADER, key.text()),
                "Repeat the command in a few seconds.");
    }

    /** Refuses a body in a compression that the nodes do not read. */
    static void checkEncoding(HttpHeaders headers) {
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("identity")) {
            String remedy = "Send it as it is, or compressed with gzip.";
            String shown = encoding.length() > 40 ? encoding.substring(0, 40) : encoding;
            throw new NqbaException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body is compressed in a way (%s) that this path does not read.".formatted(shown),
                    remedy,
                    List.of(new FieldProblem(HttpHeaders.CONTENT_ENCODING, shown, "It is not known.", remedy)),
                    null);
        }
    }
}
