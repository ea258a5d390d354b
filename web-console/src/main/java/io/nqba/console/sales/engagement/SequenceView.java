package io.nqba.console.sales.engagement;

import io.nqba.console.sales.RevisedView;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.SequenceStep;
import io.nqba.model.sales.engagement.StepKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What is done, step by step, with every lead that enters a segment. */
public record SequenceView(
        String id,
        String name,
        String segmentId,
        List<StepView> steps,
        boolean active,
        boolean sendsWithoutApproval,
        long revision,
        String changedBy,
        Instant changedAt)
        implements RevisedView {
    /**
     * One step.
     *
     * @param hours to wait, or until the task is due
     */
    public record StepView(StepKind kind, int hours, String subject, String text) {
        static StepView of(SequenceStep step) {
            return new StepView(step.kind(), step.hours(), step.subject(), step.text());
        }
    }

    static SequenceView of(EngagementSequence sequence) {
        return new SequenceView(
                sequence.sequenceId(),
                sequence.name(),
                sequence.segmentId(),
                Arrays.stream(sequence.steps()).map(StepView::of).toList(),
                sequence.active(),
                sequence.sendsWithoutApproval(),
                sequence.revision(),
                sequence.changedBy(),
                Instant.ofEpochMilli(sequence.changedMillis()));
    }
}
