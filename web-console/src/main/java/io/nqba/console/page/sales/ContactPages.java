package io.nqba.console.page.sales;

import io.nqba.console.page.Crumb;
import io.nqba.console.page.EditForm;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.ContactBody;
import io.nqba.console.sales.ContactDesk;
import io.nqba.console.sales.SalesDesk;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.ContactKey;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The persons of an account: added, changed, removed and erased on its page. */
@Controller
class ContactPages {
    private static final String CONTACTS = AccountTable.PATH + "/{id}/contacts";

    private final ContactDesk contacts;
    private final AccountPages accounts;

    ContactPages(ContactDesk contacts, AccountPages accounts) {
        this.contacts = contacts;
        this.accounts = accounts;
    }

    @PostMapping(CONTACTS)
    Mono<Rendering> add(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return store(id, "", exchange, who);
    }

    /** Changes a contact; as for leads, who is second is told what the first one changed. */
    @PostMapping(CONTACTS + "/{contactId}")
    Mono<Rendering> change(
            @PathVariable String id, @PathVariable String contactId, ServerWebExchange exchange, Authentication who) {
        return store(id, contactId, exchange, who);
    }

    private Mono<Rendering> store(String id, String contactId, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData()
                .flatMap(sent -> accounts.read(id, who).flatMap(page -> {
                    ContactCard card = ContactCard.of(page, contactId);
                    EditForm form = card.form().sent(sent);
                    if (ContactForm.check(form) instanceof ContactForm.Good good) {
                        return (card.adding() && contactId.isEmpty()
                                        ? contacts.add(exchange, id, good.body(), who)
                                        : changed(exchange, new ContactKey(id, contactId), form, good.body(), who))
                                .map(stored -> back(id))
                                .onErrorResume(NqbaException.class, error -> refused(id, card, form, error, who));
                    }
                    ProblemBox box = ((ContactForm.Refused) ContactForm.check(form)).problem();
                    return Mono.just(accounts.drawn(page, card.with(form, box), HttpStatus.UNPROCESSABLE_CONTENT));
                }));
    }

    private Mono<?> changed(
            ServerWebExchange exchange, ContactKey key, EditForm form, ContactBody given, Authentication who) {
        return contacts.change(exchange, key, SalesDesk.tag(form.revision()), given, who);
    }

    private static Rendering back(String id) {
        return LeadPages.seeOther(AccountTable.href(id) + "#contacts");
    }

    private Mono<Rendering> refused(
            String id, ContactCard card, EditForm form, NqbaException error, Authentication who) {
        if (error.code() != ErrorCode.CONFLICT && error.fields().isEmpty()) {
            return Mono.error(error);
        }
        return accounts.read(id, who).map(now -> {
            if (error.code() != ErrorCode.CONFLICT) {
                return accounts.drawn(now, card.with(form, ProblemBox.of(error)), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            EditForm told = form.onto(ContactCard.of(now, card.contactId()).form());
            return accounts.drawn(now, card.with(told, Meanwhile.of("contact", told)), HttpStatus.CONFLICT);
        });
    }

    /** Removes a contact; leads of the same person stay. */
    @PostMapping(CONTACTS + "/{contactId}/removal")
    Mono<Rendering> remove(
            @PathVariable String id, @PathVariable String contactId, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(sent -> {
            String seen = "\"" + sent.getFirst("revision") + "\"";
            return contacts.remove(exchange, new ContactKey(id, contactId), seen)
                    .thenReturn(back(id))
                    .onErrorResume(
                            NqbaException.class,
                            error -> error.code() == ErrorCode.CONFLICT
                                    ? accounts.read(id, who)
                                            .map(now -> accounts.drawn(
                                                    now,
                                                    ContactCard.of(now, contactId)
                                                            .with(
                                                                    ContactCard.of(now, contactId)
                                                                            .form(),
                                                                    Meanwhile.CONTACT),
                                                    HttpStatus.CONFLICT))
                                    : Mono.error(error));
        });
    }

    /** Removes everything about the person and says how much that was. */
    @PostMapping(CONTACTS + "/{contactId}/erasure")
    Mono<Rendering> erase(
            @PathVariable String id, @PathVariable String contactId, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(sent -> {
            if (!"yes".equals(sent.getFirst("sure"))) {
                return accounts.read(id, who).map(page -> {
                    ContactCard card = ContactCard.of(page, contactId);
                    return accounts.drawn(
                            page, card.with(card.form(), Meanwhile.NOT_SURE), HttpStatus.UNPROCESSABLE_CONTENT);
                });
            }
            return contacts.erase(exchange, new ContactKey(id, contactId))
                    .map(report -> Rendering.view("sigma-erased")
                            .modelAttribute("crumbs", List.of(new Crumb("Accounts", AccountTable.PATH)))
                            .modelAttribute("report", report)
                            .build());
        });
    }
}
