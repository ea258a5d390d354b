package io.nqba.console.page.sales;

import io.nqba.console.page.EditForm;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.ContactView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form beside the persons of an account.
 *
 * @param accountHref address of the account
 * @param contactId who is changed; empty where somebody is added
 * @param name what they are called now
 * @param form its fields
 * @param box what is wrong with it
 */
record ContactCard(String accountHref, String contactId, String name, EditForm form, ProblemBox box) {
    static final String CHOSEN = "contact";
    private static final ProblemBox FINE = new ProblemBox("", "", "", List.of());

    /** Returns an empty form that adds somebody. */
    static ContactCard adding(String accountHref) {
        return new ContactCard(accountHref, "", "", ContactForm.of(null), FINE);
    }

    /** Returns the form of one of the contacts; that which adds somebody when it is none of them or the reader sees no persons. */
    static ContactCard of(AccountPage page, @Nullable String chosen) {
        return page.contacts().stream()
                .filter(contact -> contact.id().equals(chosen) && page.clear())
                .findFirst()
                .map(contact -> of(page, contact))
                .orElseGet(() -> adding(page.href()));
    }

    private static ContactCard of(AccountPage page, ContactView contact) {
        return new ContactCard(
                page.href(), contact.id(), LeadForm.text(contact.person().name()), ContactForm.of(contact), FINE);
    }

    ContactCard with(EditForm sent, ProblemBox problem) {
        return new ContactCard(accountHref, contactId, name, sent, problem);
    }

    public boolean adding() {
        return contactId.isEmpty();
    }

    public String title() {
        return adding() ? "Add a contact" : "Change " + name;
    }

    /** Returns whether the form is to be seen at once. */
    public boolean open() {
        return !adding() || !box.title().isEmpty();
    }

    /** Returns where the form is sent. */
    public String action() {
        return adding() ? accountHref + "/contacts" : accountHref + "/contacts/" + contactId;
    }
}
