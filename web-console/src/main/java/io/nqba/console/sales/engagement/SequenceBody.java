package io.nqba.console.sales.engagement;

import io.nqba.console.sales.SalesDesk;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.SequenceStep;
import io.nqba.model.sales.engagement.StepKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sequence as it is sent.
 *
 * @param segmentId the segment whose leads enter
 * @param active whether leads enter and steps are done; true when left out
 * @param sendsWithoutApproval whether its messages go without a person having read them: only council and operators may say so
 */
@Schema(example = """
        {"name": "Welcome", "segmentId": "fresh", "steps": [
          {"kind": "TASK", "hours": 24, "text": "Call within a day."},
          {"kind": "WAIT", "hours": 72},
          {"kind": "MESSAGE", "subject": "Your question about {product}", "text": "Dear {name}, …"}]}""")
public record SequenceBody(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 80) String segmentId,
        @NotNull @Size(min = 1, max = MOST_STEPS) List<@Valid @NotNull StepBody> steps,
        @Nullable Boolean active,
        @Nullable Boolean sendsWithoutApproval) {
    public static final int MOST_STEPS = 20;
    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_TEXT = 8_000;

    /**
     * One step.
     *
     * @param hours to wait, or until the task is due; 24 for a task when left out
     * @param subject of a message
     * @param text of a task or message; in a message {@code {name}}, {@code {company}}, {@code {product}} and {@code {agent}} are filled in
     */
    public record StepBody(
            @NotNull StepKind kind,
            @Min(0) @Max(SequenceStep.MOST_HOURS) @Nullable Integer hours,
            @Size(max = LONGEST_SUBJECT) @Nullable String subject,
            @Size(max = LONGEST_TEXT) @Nullable String text) {
        SequenceStep step(String field) {
            String words = text == null ? "" : text.strip();
            String about = subject == null ? "" : subject.strip();
            return switch (kind) {
                case WAIT -> new SequenceStep(kind, least(field), "", "");
                case TASK ->
                    new SequenceStep(kind, hours == null ? 24 : hours, "", MessageText.plain(field + ".text", words));
                case MESSAGE ->
                    new SequenceStep(
                            kind,
                            0,
                            MessageText.template(field + ".subject", about),
                            MessageText.template(field + ".text", words));
            };
        }

        private int least(String field) {
            if (hours == null || hours < 1) {
                throw SalesDesk.refused(
                        field + ".hours",
                        String.valueOf(hours),
                        "A step that waits needs an hour or more.",
                        "Send 1 to %d.".formatted(SequenceStep.MOST_HOURS));
            }
            return hours;
        }
    }

    boolean withoutApproval() {
        return sendsWithoutApproval != null && sendsWithoutApproval;
    }

    EngagementSequence row(String id, long revision, String account, long nowMillis) {
        SequenceStep[] read = IntStream.range(0, steps.size())
                .mapToObj(at -> steps.get(at).step("steps[%d]".formatted(at)))
                .toArray(SequenceStep[]::new);
        return new EngagementSequence(
                id,
                name.strip(),
                segmentId,
                read,
                active == null || active,
                withoutApproval(),
                revision,
                account,
                nowMillis);
    }
}
