package io.nqba.console.sales;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.Opportunity;
import io.nqba.privacy.PersonalVault;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accounts that become one: deals, contacts and the accounts below them move. */
@Component
class AccountMerge extends MergeKind<Account, Account.Builder> {
    private static final List<MergeField<Account, Account.Builder>> FIELDS = List.of(
            new MergeField<>(
                    "name",
                    "Name",
                    (account, reader) -> account.name(),
                    (merged, from) -> merged.name(from.name()).nameKey(from.nameKey())),
            new MergeField<>(
                    "sector",
                    "Sector",
                    (account, reader) -> account.sector(),
                    (merged, from) -> merged.sector(from.sector())),
            new MergeField<>(
                    "region",
                    "Region",
                    (account, reader) -> account.region(),
                    (merged, from) -> merged.region(from.region())),
            new MergeField<>(
                    "yearFounded",
                    "Founded",
                    (account, reader) -> number(account.yearFounded()),
                    (merged, from) -> merged.yearFounded(from.yearFounded())),
            new MergeField<>(
                    "revenue",
                    "Revenue",
                    (account, reader) -> number(account.revenue()),
                    (merged, from) -> merged.revenue(from.revenue())),
            new MergeField<>(
                    "employees",
                    "Employees",
                    (account, reader) -> number(account.employees()),
                    (merged, from) -> merged.employees(from.employees())),
            new MergeField<>(
                    "parentId",
                    "Belongs to",
                    (account, reader) -> account.parentId(),
                    (merged, from) -> merged.parentId(from.parentId())));

    private final SalesGateway grid;
    private final RewriteGateway rows;

    AccountMerge(SalesGateway grid, RewriteGateway rows) {
        super(DuplicateKind.ACCOUNT, SalesTable.ACCOUNTS, FIELDS);
        this.grid = grid;
        this.rows = rows;
    }

    @Override
    Account.Builder begin(Account survivor, PersonalVault vault) {
        return survivor.toBuilder().revision(survivor.revision() + 1);
    }

    @Override
    Account end(Account.Builder merged) {
        Account account = merged.build();
        return account.parentId().equals(account.accountId())
                ? account.toBuilder().parentId("").build()
                : account;
    }

    @Override
    Mono<Void> move(String survivorId, String otherId, PersonalVault vault, MergeMoves moves) {
        return Mono.zip(
                        grid.contacts(otherId),
                        rows.rows(SalesTable.OPPORTUNITIES, "ACCOUNT_ID", otherId),
                        rows.rows(SalesTable.ACCOUNTS, "PARENT_ID", otherId))
                .doOnNext(found -> {
                    found.getT1().forEach((key, contact) -> contact(survivorId, key, contact, vault, moves));
                    found.getT2()
                            .forEach((id, deal) ->
                                    moves.change(SalesTable.OPPORTUNITIES, id, deal, row -> moved(row, survivorId)));
                    found.getT3()
                            .forEach((id, child) ->
                                    moves.change(SalesTable.ACCOUNTS, id, child, row -> below(row, survivorId)));
                    guards(
                            otherId,
                            found.getT1(),
                            found.getT2().size(),
                            found.getT3().size(),
                            moves);
                })
                .then();
    }

    private static void contact(
            String survivorId, ContactKey key, Contact contact, PersonalVault vault, MergeMoves moves) {
        ContactKey place = new ContactKey(survivorId, key.contactId());
        moves.set(CacheNames.CONTACT, key, contact, null);
        moves.set(
                CacheNames.CONTACT,
                place,
                null,
                new Contact(
                        vault.sealContact(place, vault.openContact(key, contact.person())),
                        contact.emailHash(),
                        contact.role(),
                        contact.revision() + 1));
    }

    private static Opportunity moved(Opportunity deal, String survivorId) {
        return deal.toBuilder()
                .accountId(survivorId)
                .revision(deal.revision() + 1)
                .build();
    }

    private static Account below(Account child, String survivorId) {
        return child.toBuilder()
                .parentId(child.accountId().equals(survivorId) ? "" : survivorId)
                .revision(child.revision() + 1)
                .build();
    }

    private static void guards(
            String otherId, Map<ContactKey, Contact> contacts, int deals, int children, MergeMoves moves) {
        moves.guard(CacheNames.CONTACT, "ACCOUNT_ID", otherId, contacts.size());
        moves.guard(CacheNames.OPPORTUNITY, "ACCOUNT_ID", otherId, deals);
        moves.guard(CacheNames.ACCOUNT, "PARENT_ID", otherId, children);
    }
}
