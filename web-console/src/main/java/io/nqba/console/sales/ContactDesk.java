package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.ErasureOrder;
import io.nqba.model.sales.ErasureReport;
import io.nqba.privacy.Person;
import io.nqba.privacy.PersonalVault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Adds, changes and removes the persons at a company; sealed before they enter the grid. */
@Component
public class ContactDesk {
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final Persons persons;
    private final AuditTrail audit;

    ContactDesk(SalesGateway grid, SalesDesk desk, Persons persons, AuditTrail audit) {
        this.grid = grid;
        this.desk = desk;
        this.persons = persons;
        this.audit = audit;
    }

    /** Adds a contact under an id that is drawn. Fails with {@code NOT_FOUND} for an unknown account. */
    public Mono<ContactView> add(ServerWebExchange exchange, String accountId, ContactBody given, Authentication who) {
        ContactKey key = new ContactKey(accountId, "contact-" + UUID.randomUUID());
        Mono<ContactView> made = desk.known(SalesTable.ACCOUNTS, accountId, accountId)
                .then(persons.vault())
                .flatMap(vault -> desk.create(SalesTable.CONTACTS, key, key.contactId(), row(vault, key, given, 1))
                        .map(contact -> ContactView.of(vault, key, contact, who)));
        return audit.record(exchange, "contact.create", accountId, made, view -> subject(accountId, view.id()));
    }

    /**
     * Changes a contact that is at a revision. Fails with {@code NOT_FOUND} and {@code CONFLICT}.
     *
     * @param ifMatch the revision that the change is based on, as an ETag
     */
    public Mono<ContactView> change(
            ServerWebExchange exchange,
            ContactKey key,
            @Nullable String ifMatch,
            ContactBody given,
            Authentication who) {
        Mono<ContactView> changed = persons.vault()
                .flatMap(vault -> desk.change(
                                SalesTable.CONTACTS,
                                key,
                                key.contactId(),
                                ifMatch,
                                before -> row(vault, key, given, before.revision() + 1),
                                contact -> ContactView.of(vault, key, contact, who))
                        .map(contact -> ContactView.of(vault, key, contact, who)));
        String subject = subject(key.accountId(), key.contactId());
        return audit.record(exchange, "contact.change", subject, changed, view -> subject);
    }

    /** Removes a contact that is at a revision. Fails with {@code NOT_FOUND} and {@code CONFLICT}. */
    public Mono<Void> remove(ServerWebExchange exchange, ContactKey key, @Nullable String ifMatch) {
        String subject = subject(key.accountId(), key.contactId());
        return audit.record(
                        exchange,
                        "contact.remove",
                        subject,
                        Mono.defer(() -> desk.remove(SalesTable.CONTACTS, key, key.contactId(), ifMatch)),
                        gone -> subject)
                .then();
    }

    /** Removes everything about the person. Fails with {@code NOT_FOUND}. */
    public Mono<ErasureReport> erase(ServerWebExchange exchange, ContactKey key) {
        return erase(
                exchange,
                desk.known(SalesTable.CONTACTS, key, key.contactId())
                        .map(contact -> ErasureOrder.ofContact(key, contact.emailHash())));
    }

    Mono<ErasureReport> erase(ServerWebExchange exchange, Mono<ErasureOrder> order) {
        // Neither an id nor the address: the entry stays when the person is gone.
        return audit.record(exchange, "person.erase", "a person", order.flatMap(grid::erase), ErasureReport::toString);
    }

    private static String subject(String accountId, String contactId) {
        return accountId + "/" + contactId;
    }

    private static Contact row(PersonalVault vault, ContactKey key, ContactBody given, long revision) {
        Person person = new Person(
                given.name().strip(),
                LeadBody.text(given.email()).strip(),
                LeadBody.text(given.phone()).strip());
        return new Contact(
                vault.sealContact(key, person), vault.emailHash(person.email()), LeadBody.text(given.role()), revision);
    }
}
