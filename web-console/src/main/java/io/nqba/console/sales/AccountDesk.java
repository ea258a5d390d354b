package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.sales.Account;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads and stores accounts, and shows their contacts as far as the reader may see persons. */
@Component
public class AccountDesk {
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final Persons persons;
    private final AuditTrail audit;

    AccountDesk(SalesGateway grid, SalesDesk desk, Persons persons, AuditTrail audit) {
        this.grid = grid;
        this.desk = desk;
        this.persons = persons;
        this.audit = audit;
    }

    /** Returns an account. Fails with {@code NOT_FOUND}. */
    public Mono<Account> find(String id) {
        return desk.known(SalesTable.ACCOUNTS, id, id);
    }

    /**
     * Stores an account. Fails with {@code NOT_FOUND} and {@code CONFLICT}.
     *
     * @param ifMatch the revision that the change is based on, as an ETag; null for a new account
     */
    public Mono<Account> put(ServerWebExchange exchange, String id, @Nullable String ifMatch, AccountBody given) {
        Mono<Account> stored = desk.require(SalesTable.ACCOUNTS, "parentId", given.parentId())
                .then(Mono.defer(() -> ifMatch == null
                        ? desk.create(SalesTable.ACCOUNTS, id, id, given.onto(Account.of(SalesDesk.checked(id))))
                        : desk.change(
                                SalesTable.ACCOUNTS,
                                id,
                                id,
                                ifMatch,
                                before -> given.onto(before.toBuilder().revision(before.revision() + 1)),
                                AccountView::of)));
        return audit.record(exchange, "account.put", id, stored, Account::accountId);
    }

    /** Returns the contacts of an account, by id. Fails with {@code NOT_FOUND}. */
    public Mono<List<ContactView>> contacts(String id, Authentication who) {
        return find(id).then(persons.vault())
                .flatMap(vault -> grid.contacts(id)
                        .map(rows -> rows.entrySet().stream()
                                .map(row -> ContactView.of(vault, row.getKey(), row.getValue(), who))
                                .sorted(Comparator.comparing(ContactView::id))
                                .toList()));
    }
}
