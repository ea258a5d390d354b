package io.nqba.console.sales.engagement;

import io.nqba.model.sales.engagement.EnrolmentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a lead has come in a sequence.
 *
 * @param step next step, counted from 1; one more than there are when all are done
 * @param dueAt when that step is due; null when none is left
 * @param reason why it was stopped, in words; null when it was not
 */
public record EnrolmentView(
        String leadId,
        String sequenceId,
        int step,
        EnrolmentState state,
        @Nullable String reason,
        @Nullable Instant dueAt,
        Instant enrolledAt,
        Instant changedAt,
        long revision) {}
