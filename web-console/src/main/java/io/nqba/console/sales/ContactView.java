package io.nqba.console.sales;

import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.privacy.Person;
import io.nqba.privacy.PersonalVault;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** A person at a company. */
public record ContactView(
        String id, PersonView person, @Nullable String role, long revision) implements RevisedView {
    static ContactView of(PersonalVault vault, ContactKey key, Contact contact, Authentication who) {
        Person person = vault.openContact(key, contact.person());
        return new ContactView(
                key.contactId(),
                PersonView.of(person, PersonView.seenBy(who)),
                LeadView.known(contact.role()),
                contact.revision());
    }
}
