package io.nqba.console.page.sales;

import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.ActivityBody;
import io.nqba.model.sales.ActivityKind;
import java.time.LocalDate;
import org.springframework.util.MultiValueMap;

/**
 * Something that was done with a lead, or is to be done, as the reader typed it.
 *
 * @param kind its kind as the address writes it
 * @param due day of a task; empty for none
 */
record ActivityForm(String kind, String byRepId, String text, String due) {
    static final ActivityForm NEW = new ActivityForm("call", "", "", "");

    static ActivityForm of(MultiValueMap<String, String> sent) {
        return new ActivityForm(
                text(sent, "kind"), text(sent, "byRepId"), text(sent, "text").strip(), text(sent, "due"));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    /** What became of the form: a body as the REST API takes it, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(ActivityBody body) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    Checked check() {
        var fields = new FormFields();
        ActivityKind chosen = SalesWords.named(ActivityKind.values(), kind);
        boolean task = chosen == ActivityKind.TASK;
        if (chosen == null) {
            fields.refuse("kind", "(%s) is no kind of activity. Choose one of the list.".formatted(kind));
        }
        if (text.isEmpty() || text.length() > ActivityBody.LONGEST_TEXT) {
            fields.refuse(
                    task ? "task" : "text",
                    "It has %d letters. Write 1 to %d.".formatted(text.length(), ActivityBody.LONGEST_TEXT));
        }
        LocalDate day = due.isEmpty() ? null : fields.date("due", due);
        if (!fields.good() || chosen == null) {
            return new Refused(fields.problem(task ? "The task was not added" : "It was not logged"));
        }
        return new Good(new ActivityBody(chosen, null, LeadForm.orNull(byRepId), text, day, null));
    }
}
