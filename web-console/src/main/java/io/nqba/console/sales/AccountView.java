package io.nqba.console.sales;

import io.nqba.model.sales.Account;
import org.jspecify.annotations.Nullable;

/**
 * A company.
 *
 * @param revenue yearly, currency of the book; null when it is not known
 */
public record AccountView(
        String id,
        String name,
        @Nullable String sector,
        @Nullable String region,
        @Nullable Integer yearFounded,
        @Nullable Double revenue,
        @Nullable Integer employees,
        @Nullable String parentId,
        long revision)
        implements RevisedView {
    public static AccountView of(Account account) {
        return new AccountView(
                account.accountId(),
                account.name(),
                LeadView.known(account.sector()),
                LeadView.known(account.region()),
                account.yearFounded() == 0 ? null : account.yearFounded(),
                account.revenue() == 0 ? null : account.revenue(),
                account.employees() == 0 ? null : account.employees(),
                LeadView.known(account.parentId()),
                account.revision());
    }
}
