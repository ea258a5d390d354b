package io.nqba.console.sales;

import io.nqba.model.sales.ActivityDirection;
import io.nqba.model.sales.ActivityKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it is sent.
 *
 * @param at when; now when left out
 * @param text what it was about; left out, a change leaves it as it is
 * @param dueDay day by which a task is to be done
 * @param direction IN when the person reached us: a reply, which ends sequences of messages; NONE when left out
 */
@Schema(example = """
        {"kind": "TASK", "byRepId": "demo-rep-01", "text": "Send the offer.", "dueDay": "2026-12-01"}""")
public record ActivityBody(
        @NotNull ActivityKind kind,
        @Nullable Instant at,
        @Size(max = 80) @Nullable String byRepId,
        @Size(max = ActivityBody.LONGEST_TEXT) @Nullable String text,
        @Nullable LocalDate dueDay,
        @Nullable Boolean done,
        @Nullable ActivityDirection direction) {
    /** Most characters of a text. */
    public static final int LONGEST_TEXT = 4_000;

    /** An activity of neither direction. */
    public ActivityBody(
            ActivityKind kind,
            @Nullable Instant at,
            @Nullable String byRepId,
            @Nullable String text,
            @Nullable LocalDate dueDay,
            @Nullable Boolean done) {
        this(kind, at, byRepId, text, dueDay, done, null);
    }
}
