package io.nqba.console.page.sales;

import io.nqba.console.audit.ChangeGateway;
import io.nqba.console.audit.LastChange;
import io.nqba.console.page.Crumb;
import io.nqba.console.page.EditForm;
import io.nqba.console.page.EmptyState;
import io.nqba.console.page.Figures;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.AccountDesk;
import io.nqba.console.sales.AccountGateway;
import io.nqba.console.sales.AccountQuery;
import io.nqba.console.sales.ActivityDesk;
import io.nqba.console.sales.DealLine;
import io.nqba.console.sales.PersonView;
import io.nqba.console.sales.PipelineGateway;
import io.nqba.console.sales.SalesDesk;
import io.nqba.console.sales.SalesGateway;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.StageHistory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Companies: all of them, and one with its persons, its deals and what was done. */
@Controller
class AccountPages {
    private static final int DEALS = 100;
    private static final int LEADS = 20;
    private static final int ENTRIES = 30;
    private static final int AT_ONCE = 8;
    private static final ProblemBox FINE = new ProblemBox("", "", "", List.of());
    private static final EmptyState NO_ACCOUNT = new EmptyState(
            "No account yet",
            "Companies stand here with their deals, their persons and what was done. Load the ones you have, or add one over REST.",
            "",
            "",
            "scripts/load.sh sales --crm DIRECTORY");

    private final AccountDesk desk;
    private final AccountGateway accounts;
    private final PipelineGateway pipeline;
    private final SalesGateway grid;
    private final ActivityDesk activities;
    private final BookNames names;
    private final ChangeGateway changes;
    private final Clock clock;

    AccountPages(
            AccountDesk desk,
            AccountGateway accounts,
            PipelineGateway pipeline,
            SalesGateway grid,
            ActivityDesk activities,
            BookNames names,
            ChangeGateway changes,
            Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.pipeline = pipeline;
        this.grid = grid;
        this.activities = activities;
        this.names = names;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping(AccountTable.PATH)
    Mono<Rendering> list(ServerWebExchange exchange) {
        AccountQuery query = AccountTable.query(exchange.getRequest().getQueryParams());
        return Mono.zip(accounts.accounts(query), accounts.count(query, AccountTable.MOST_COUNTED))
                .map(both -> Rendering.view("sigma-accounts")
                        .modelAttribute("crumbs", List.of())
                        .modelAttribute("list", AccountTable.of(query, both.getT1(), both.getT2()))
                        .modelAttribute("nothing", query.search() == null && both.getT2() == 0)
                        .modelAttribute("empty", NO_ACCOUNT)
                        .build());
    }

    @GetMapping(AccountTable.PATH + "/{id}")
    Mono<Rendering> page(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        String chosen = exchange.getRequest().getQueryParams().getFirst(ContactCard.CHOSEN);
        return read(id, who).map(page -> drawn(page, ContactCard.of(page, chosen), HttpStatus.OK));
    }

    /** Draws the page with a form about one of its contacts. */
    Rendering drawn(AccountPage page, ContactCard contact, HttpStatus status) {
        return drawn(page, AccountForm.of(page.account()), FINE, contact, status);
    }

    private static Rendering drawn(AccountPage page, EditForm edit, ProblemBox problem, HttpStatus status) {
        return drawn(page, edit, problem, ContactCard.adding(page.href()), status);
    }

    Mono<AccountPage> read(String id, Authentication who) {
        return desk.find(id)
                .flatMap(account -> Mono.zip(
                                desk.contacts(id, who),
                                pipeline.ofAccount(id, DEALS),
                                accounts.leadsOf(account.nameKey(), LEADS),
                                names.names(),
                                changes.last(id, "account.")
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.<LastChange>empty()))
                        .flatMap(all -> timeline(all.getT2(), all.getT3(), all.getT4(), who)
                                .map(entries -> new AccountPage(
                                        account,
                                        all.getT1(),
                                        all.getT2(),
                                        entries,
                                        all.getT3().size(),
                                        all.getT4(),
                                        all.getT5().orElse(null),
                                        PersonView.seenBy(who),
                                        clock.instant()))));
    }

    private Mono<List<Timeline.Entry>> timeline(
            List<DealLine> deals, List<Lead> leads, BookNames.Names known, Authentication who) {
        Instant now = clock.instant();
        Flux<Timeline.Entry> done = Flux.fromIterable(leads)
                .flatMap(
                        lead -> activities
                                .of(lead.leadId(), who)
                                .onErrorReturn(NqbaException.class, List.of())
                                .flatMapIterable(list -> list)
                                .map(activity -> Timeline.entry(
                                        activity,
                                        "lead of " + Figures.ago(Instant.ofEpochMilli(lead.createdAtMillis()), now),
                                        LeadAddress.lead(lead.leadId()),
                                        known,
                                        now)),
                        AT_ONCE);
        Flux<Timeline.Entry> steps = Flux.fromIterable(deals)
                .flatMap(
                        deal -> grid.steps(deal.id())
                                .flatMapIterable(list -> list)
                                .map(step -> step(deal, step, known, now)),
                        AT_ONCE);
        return Flux.merge(done, steps)
                .collectList()
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(Timeline.Entry::at).reversed())
                        .limit(ENTRIES)
                        .toList());
    }

    private static Timeline.Entry step(DealLine deal, StageHistory step, BookNames.Names known, Instant now) {
        Instant day =
                LocalDate.ofEpochDay(step.day()).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Timeline.Entry(
                "step-" + deal.id() + "-" + step.stage(),
                "Deal",
                "the deal",
                DealPage.href(deal.id()),
                deal.repId() == null ? "" : known.rep(deal.repId()),
                "%s: %s".formatted(known.product(deal.productId()), SalesWords.of(step.stage())),
                false,
                day.toString(),
                Figures.ago(day, now));
    }

    private static Rendering drawn(
            AccountPage page, EditForm edit, ProblemBox problem, ContactCard contact, HttpStatus status) {
        return Rendering.view("sigma-account")
                .modelAttribute("crumbs", List.of(new Crumb("Accounts", AccountTable.PATH)))
                .modelAttribute("page", page)
                .modelAttribute("edit", edit)
                .modelAttribute("editBox", problem)
                .modelAttribute("contact", contact)
                .status(status)
                .build();
    }

    /** Changes the account; as for leads, who is second is told what the first one changed. */
    @PostMapping(AccountTable.PATH + "/{id}")
    Mono<Rendering> change(@PathVariable String id, ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData()
                .flatMap(sent -> desk.find(id)
                        .flatMap(account -> change(
                                exchange, account, AccountForm.of(account).sent(sent), who)));
    }

    private Mono<Rendering> change(ServerWebExchange exchange, Account account, EditForm form, Authentication who) {
        String id = account.accountId();
        if (AccountForm.check(form) instanceof AccountForm.Good good) {
            return desk.put(exchange, id, SalesDesk.tag(form.revision()), good.body())
                    .map(stored -> LeadPages.seeOther(AccountTable.href(id)))
                    .onErrorResume(NqbaException.class, error -> refused(id, form, error, who));
        }
        ProblemBox box = ((AccountForm.Refused) AccountForm.check(form)).problem();
        return read(id, who).map(page -> drawn(page, form, box, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Mono<Rendering> refused(String id, EditForm form, NqbaException error, Authentication who) {
        if (error.code() == ErrorCode.CONFLICT) {
            return read(id, who).map(now -> {
                EditForm told = form.onto(AccountForm.of(now.account()));
                return drawn(now, told, Meanwhile.of("account", told), HttpStatus.CONFLICT);
            });
        }
        return error.fields().isEmpty()
                ? Mono.error(error)
                : read(id, who).map(page -> drawn(page, form, ProblemBox.of(error), HttpStatus.UNPROCESSABLE_CONTENT));
    }
}
