package io.nqba.console.page.sales;

import io.nqba.console.page.EditForm;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.error.ErrorCode;
import java.util.List;

/** What is said when somebody else was faster, or when it is not certain what the reader wants. */
final class Meanwhile {
    static final ProblemBox TASK = new ProblemBox(
            "Somebody changed the task meanwhile; nothing was stored.",
            "Look at it as it is now, and mark it again if that still holds.",
            ErrorCode.CONFLICT.id(),
            List.of());
    static final ProblemBox CONTACT = new ProblemBox(
            "Somebody changed the contact meanwhile; it was not removed.",
            "Look at it as it is now, and remove it again if that still holds.",
            ErrorCode.CONFLICT.id(),
            List.of());
    static final ProblemBox NOT_SURE = new ProblemBox(
            "Nothing was erased: the box that says you are certain was not ticked.",
            "Tick it if everything about this person shall go; it cannot be undone.",
            "",
            List.of());

    private Meanwhile() {}

    /**
     * Returns what a writer is told whose row was changed by somebody else.
     *
     * @param noun what the row is
     * @param told the form on top of the row as it is now
     */
    static ProblemBox of(String noun, EditForm told) {
        String changed = told.moved().isEmpty()
                ? "None of the fields of this form differs."
                : "What they changed stands below, beside what you wrote.";
        return new ProblemBox(
                "Somebody changed the %s meanwhile; it is at revision %d now. Nothing of yours is stored yet."
                        .formatted(noun, told.revision()),
                changed + " Fields that you left alone are as they are now. Store once more to put yours on top.",
                ErrorCode.CONFLICT.id(),
                List.of());
    }
}
