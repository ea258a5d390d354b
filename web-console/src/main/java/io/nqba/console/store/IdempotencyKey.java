package io.nqba.console.store;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A caller's own name for a command: the same command under the same name leads to the same thing, at whichever console it
 * arrives and however often.
 *
 * @param account who asks; keys of two accounts never meet
 * @param text what the caller sent
 */
public record IdempotencyKey(String account, String text) {
    /** Header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 200;

    /** Refuses a text that is blank or too long to be stored. */
    public IdempotencyKey {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            String remedy = "Send 1 to %d characters, such as a UUID.".formatted(MAX_LENGTH);
            String problem = "It has %d characters.".formatted(text.length());
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The %s (%d characters) is too short or too long.".formatted(HEADER, text.length()),
                    remedy,
                    List.of(new FieldProblem(HEADER, "", problem, remedy)),
                    null);
        }
    }

    /** Returns under which name the shared map keeps what became of the command. */
    public String slot() {
        return account + "/" + text;
    }

    /** Returns the refusal of another command under this key. */
    public NqbaException taken() {
        return new NqbaException(
                ErrorCode.CONFLICT,
                "The %s (%s) was used for another command.".formatted(HEADER, text),
                "Use a new key for a new command; repeat a command with exactly the same body.");
    }

    /** Returns what tells commands apart: the SHA-256 of a text, hexadecimal. */
    public static String fingerprint(String command) {
        return HexFormat.of().formatHex(sha256().digest(command.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns a fresh digest for a command that is too long to be a text. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
