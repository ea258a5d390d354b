package io.nqba.console.page.sales;

import io.nqba.console.page.EmptyState;
import io.nqba.console.sales.LeadDesk;
import io.nqba.console.sales.PersonView;
import io.nqba.console.sales.SalesGateway;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The table of leads. */
@Controller
class LeadPages {
    private static final EmptyState NO_LEAD = new EmptyState(
            "No lead yet",
            "Each lead stands here with its chance, grade and owner, sorted and filtered in the grid. Load a file, or add one"
                    + " over REST.",
            "",
            "",
            "scripts/load.sh sales --leads leads.csv");

    private final LeadDesk leads;
    private final SalesGateway grid;
    private final BookNames names;
    private final Clock clock;

    LeadPages(LeadDesk leads, SalesGateway grid, BookNames names, Clock clock) {
        this.leads = leads;
        this.grid = grid;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(LeadAddress.PATH)
    Mono<Rendering> list(ServerWebExchange exchange, Authentication who) {
        LeadAddress address = LeadAddress.of(exchange.getRequest().getQueryParams());
        return Mono.zip(
                        leads.page(address.query(LeadTable.ROWS), null, who),
                        grid.countLeads(address.query(LeadTable.ROWS), LeadTable.MOST_COUNTED),
                        names.names(),
                        names.words())
                .map(all -> {
                    LeadTable list =
                            LeadTable.of(address, all.getT1(), all.getT2(), all.getT3(), all.getT4(), clock.instant());
                    return Rendering.view("sigma-leads")
                            .modelAttribute("crumbs", List.of())
                            .modelAttribute("list", list)
                            .modelAttribute("person", address.person())
                            .modelAttribute("empty", NO_LEAD)
                            .modelAttribute(
                                    "nothing",
                                    address.everything() && list.rows().isEmpty())
                            .modelAttribute("clear", PersonView.seenBy(who))
                            .build();
                });
    }

    /** Leads to the leads of a person; the e-mail address stays out of every address line. */
    @PostMapping(LeadAddress.PATH + "/person")
    Mono<Rendering> ofPerson(ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            String email = fields.getFirst("email");
            if (email == null || email.isBlank()) {
                return Mono.just(seeOther(LeadAddress.PATH));
            }
            return leads.hashOf(email, who)
                    .map(hash -> seeOther(LeadAddress.with(LeadAddress.PATH, Map.of("person", hash))));
        });
    }

    static Rendering seeOther(String href) {
        return Rendering.redirectTo(href).status(HttpStatus.SEE_OTHER).build();
    }
}
