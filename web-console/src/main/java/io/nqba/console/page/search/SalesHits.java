package io.nqba.console.page.search;

import io.nqba.console.page.search.SearchPages.Hit;
import io.nqba.console.sales.LeadQuery;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.Lead;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Accounts and leads by name or id. Persons are not searched: their names are sealed, and a search would show whom it found. */
@Component
class SalesHits {
    private static final int SHOWN = 6;

    private final SalesGateway grid;

    SalesHits(SalesGateway grid) {
        this.grid = grid;
    }

    Mono<List<Hit>> like(String wanted) {
        if (wanted.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.zip(accounts(wanted), leads(wanted))
                .map(both -> Stream.concat(both.getT1().stream(), both.getT2().stream())
                        .toList())
                .onErrorReturn(NqbaException.class, List.of());
    }

    private Mono<List<Hit>> accounts(String wanted) {
        return grid.list(SalesTable.ACCOUNTS, wanted, null, SHOWN)
                .map(page -> page.items().stream()
                        .map(account -> new Hit(
                                account.name(),
                                account.sector().isEmpty() ? "Account" : "Account, " + account.sector(),
                                address("/sigma/accounts/{id}", account.accountId())))
                        .toList());
    }

    private Mono<List<Hit>> leads(String wanted) {
        var query = new LeadQuery(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                wanted,
                null,
                LeadQuery.Sort.CREATED,
                true,
                null,
                SHOWN);
        return grid.leads(query)
                .map(page -> page.items().stream()
                        .map(found -> hit(found.lead(), found.grade()))
                        .toList());
    }

    private static Hit hit(Lead lead, @Nullable String grade) {
        return new Hit(
                lead.company().isEmpty() ? lead.leadId() : lead.company(),
                grade == null ? "Lead" : "Lead, grade " + grade,
                address("/sigma/leads/{id}", lead.leadId()));
    }

    private static String address(String template, String id) {
        return UriComponentsBuilder.fromPath(template)
                .encode()
                .buildAndExpand(id)
                .toUriString();
    }
}
