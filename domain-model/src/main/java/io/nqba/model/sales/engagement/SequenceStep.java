package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step of an {@link EngagementSequence}. */
public final class SequenceStep {
    private final StepKind kind;

    private final int hours;

    private final String subject;

    private final String text;

    /**
     * @param kind what it does
     * @param hours hours to wait; hours until a task is due; 0 for a message
     * @param subject subject of a message; empty otherwise
     * @param text what the task or the message says; in a message {@code {name}} and the like stand for the person
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public SequenceStep(StepKind kind, int hours, String subject, String text) {
        this.kind = kind;
        this.hours = (int) Require.within("hours", hours, 0, MOST_HOURS);
        this.subject = subject;
        this.text = text;
    }

    public StepKind kind() {
        return kind;
    }

    public int hours() {
        return hours;
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }

    /** Longest wait: a year. */
    public static final int MOST_HOURS = 8_784;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SequenceStep that
                && kind == that.kind
                && hours == that.hours
                && subject.equals(that.subject)
                && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, hours, subject, text);
    }

    @Override
    public String toString() {
        return "SequenceStep[%s, %s]".formatted(kind, hours);
    }
}
