package io.nqba.console.paging;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted list, by the sort values of the last item seen. Rows that come or go meanwhile move nothing: the
 * next page starts after these values. Opaque to callers.
 */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";
    private static final int MAX_LENGTH = 1_024;

    private Cursor() {}

    /** Returns the cursor after an item with these sort values. */
    public static String after(String... sortValues) {
        byte[] plain = String.join(SEPARATOR, sortValues).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /**
     * Returns the sort values of a cursor, or an empty list for none.
     *
     * @param count how many values the list is sorted by
     * @throws NqbaException {@code INVALID_REQUEST} when the text is no cursor of such a list
     */
    public static List<String> parse(@Nullable String cursor, int count) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        try {
            byte[] plain = Base64.getUrlDecoder().decode(cursor);
            List<String> values = List.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString()
                    .split(SEPARATOR, -1));
            if (values.size() == count && cursor.length() <= MAX_LENGTH) {
                return values;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unknown(cursor, e);
        }
        throw unknown(cursor, null);
    }

    /**
     * Returns a number out of {@link #parse}.
     *
     * @throws NqbaException {@code INVALID_REQUEST} when it is none
     */
    public static long number(String cursor, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw unknown(cursor, e);
        }
    }

    /** Returns the refusal of a text that is no cursor of a list. */
    public static NqbaException unknown(String cursor, @Nullable Throwable cause) {
        String shown = cursor.length() > 60 ? cursor.substring(0, 60) + "…" : cursor;
        String remedy = "Pass the value of \"next\" from the previous page, or leave it out for the first page.";
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The cursor (%s) is not one of this list.".formatted(shown),
                remedy,
                List.of(new FieldProblem("cursor", shown, "It is not a cursor of this list.", remedy)),
                cause);
    }
}
