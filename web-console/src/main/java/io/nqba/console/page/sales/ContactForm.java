package io.nqba.console.page.sales;

import io.nqba.console.page.EditForm;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.ContactBody;
import io.nqba.console.sales.ContactView;
import io.nqba.console.sales.PersonView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form that adds or changes a person at a company. */
final class ContactForm {
    private static final Map<String, Integer> LONGEST =
            Map.of("person.name", 200, "person.email", 254, "person.phone", 50, "role", 80);

    private static final PersonView NOBODY = new PersonView(null, null, null, false);

    private ContactForm() {}

    /** @param contact who is changed; null for a new one */
    static EditForm of(@Nullable ContactView contact) {
        PersonView person = contact == null ? NOBODY : contact.person();
        return new EditForm.Builder()
                .text("person.name", "Name", "Sealed before it enters the grid", LeadForm.text(person.name()))
                .text("role", "Role", "As buyer or user", contact == null ? "" : LeadForm.text(contact.role()))
                .text("person.email", "E-mail", "Sealed; found by its keyed hash", LeadForm.text(person.email()))
                .text("person.phone", "Phone", "Sealed", LeadForm.text(person.phone()))
                .build(contact == null ? 0 : contact.revision());
    }

    /** What became of the form: a body as the REST API takes it, or what is wrong with which field. */
    sealed interface Checked {}

    record Good(ContactBody body) implements Checked {}

    record Refused(ProblemBox problem) implements Checked {}

    static Checked check(EditForm form) {
        var fields = new FormFields();
        LONGEST.forEach((name, longest) -> fields.atMost(name, form.value(name), longest));
        if (form.value("person.name").isEmpty()) {
            fields.refuse("person.name", "A contact has a name. Write one.");
        }
        if (!fields.good()) {
            return new Refused(fields.problem("The contact was not stored"));
        }
        return new Good(new ContactBody(
                form.value("person.name"),
                LeadForm.orNull(form.value("person.email")),
                LeadForm.orNull(form.value("person.phone")),
                LeadForm.orNull(form.value("role"))));
    }
}
