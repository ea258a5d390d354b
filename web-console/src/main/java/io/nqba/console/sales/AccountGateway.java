package io.nqba.console.sales;

import io.nqba.console.paging.Page;
import io.nqba.model.sales.Lead;
import java.util.List;
import reactor.core.publisher.Mono;

/** Accounts with what hangs on them. Nothing here blocks. */
public interface AccountGateway {
    /** Lists accounts with their deals counted. */
    Mono<Page<AccountLine>> accounts(AccountQuery query);

    /** Counts the accounts of a query on all its pages, up to {@code most}. */
    Mono<Long> count(AccountQuery query, long most);

    /** Lists the leads that name a company, the newest first. Leads name companies, not accounts: by the key of the name. */
    Mono<List<Lead>> leadsOf(String nameKey, int limit);
}
