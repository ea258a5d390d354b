package io.nqba.console.sales;

import io.nqba.model.sales.ActivityDirection;
import io.nqba.model.sales.ActivityKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something done, or to be done, with a lead.
 *
 * @param id its number within the lead
 * @param text what it was about; null when there is none or the reader may not see it
 * @param masked whether there is a text that the reader may not see
 * @param direction IN when the person reached us, OUT when we reached the person
 * @param dueDay day by which a task is to be done
 */
public record ActivityView(
        long id,
        ActivityKind kind,
        Instant at,
        @Nullable String byRepId,
        @Nullable String text,
        boolean masked,
        ActivityDirection direction,
        @Nullable LocalDate dueDay,
        boolean done,
        long revision)
        implements RevisedView {}
