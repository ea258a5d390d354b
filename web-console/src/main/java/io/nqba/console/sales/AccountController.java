package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.table.CsvTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.RowChange;
import io.nqba.model.sales.RowGuard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Companies and the persons one talks to there. */
@RestController
@RequestMapping("/api/v1/sigma/accounts")
@Tag(name = "SIGMA deals")
class AccountController {
    private static final CsvTable<AccountView> ACCOUNTS = new CsvTable<AccountView>()
            .column("account_id", AccountView::id)
            .column("name", AccountView::name)
            .column("sector", AccountView::sector)
            .column("region", AccountView::region)
            .column("year_founded", AccountView::yearFounded)
            .column("revenue", AccountView::revenue)
            .column("employees", AccountView::employees)
            .column("parent_id", AccountView::parentId);

    private final SalesGateway grid;
    private final SalesDesk desk;
    private final RewriteGateway rows;
    private final Rewrites rewrites;
    private final AccountDesk accounts;
    private final ContactDesk contactDesk;
    private final AuditTrail audit;

    AccountController(
            SalesGateway grid,
            SalesDesk desk,
            RewriteGateway rows,
            Rewrites rewrites,
            AccountDesk accounts,
            ContactDesk contactDesk,
            AuditTrail audit) {
        this.grid = grid;
        this.desk = desk;
        this.rows = rows;
        this.rewrites = rewrites;
        this.accounts = accounts;
        this.contactDesk = contactDesk;
        this.audit = audit;
    }

    @Operation(summary = "List accounts by id", description = "`?format=csv` has all of them.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<AccountView>> list(
            @Parameter(description = "Part of id or name, any case")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return page(search, cursor, limit);
    }

    @GetMapping(produces = CsvTable.MEDIA_TYPE)
    Flux<String> listCsv(
            @RequestParam(required = false) @Size(max = 100) @Nullable String search, ServerHttpResponse response) {
        return ACCOUNTS.lines(Pages.all(cursor -> page(search, cursor, Page.MAX_LIMIT)), response, "accounts.csv");
    }

    private Mono<Page<AccountView>> page(@Nullable String search, @Nullable String cursor, int limit) {
        return grid.list(SalesTable.ACCOUNTS, search, cursor, limit)
                .map(found ->
                        new Page<>(found.items().stream().map(AccountView::of).toList(), found.next()));
    }

    @Operation(summary = "Look at one account", description = "Its ETag is its revision.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<AccountView>> find(@PathVariable String id) {
        return desk.known(SalesTable.ACCOUNTS, id, id).map(AccountController::tagged);
    }

    @Operation(
            summary = "Store an account",
            description = "A new one without `If-Match`, a changed one with the ETag of the revision it is based on.")
    @PutMapping(
            path = "/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<AccountView>> put(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<AccountBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(given -> accounts.put(exchange, id, ifMatch, given))
                .map(account -> ifMatch == null
                        ? RevisedView.created("/api/v1/sigma/accounts/" + id, AccountView.of(account))
                        : tagged(account));
    }

    @Operation(
            summary = "Remove an account and its contacts",
            description =
                    "With the ETag of the revision that was seen in `If-Match`. 409 names what still hangs on it: deals, and"
                            + " accounts that belong to it. Leads name a company, not an account; they stay.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}")
    Mono<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        Mono<String> removed = Mono.defer(() -> desk.unchanged(SalesTable.ACCOUNTS, id, id, ifMatch))
                .flatMap(account -> Mono.zip(
                                rows.referring(CacheNames.OPPORTUNITY, "ACCOUNT_ID", id),
                                rows.referring(CacheNames.ACCOUNT, "PARENT_ID", id),
                                grid.contacts(id))
                        .flatMap(found -> remove(account, found.getT1(), found.getT2(), found.getT3())))
                .thenReturn(id);
        return audit.record(exchange, "account.remove", id, removed, gone -> gone)
                .then();
    }

    private Mono<Void> remove(Account account, long deals, long parts, Map<ContactKey, Contact> contacts) {
        String id = account.accountId();
        List<FieldProblem> reasons = new ArrayList<>();
        if (deals > 0) {
            reasons.add(
                    new FieldProblem(
                            "opportunities",
                            Long.toString(deals),
                            "They belong to this account.",
                            "Give them another account or remove them; GET /api/v1/sigma/opportunities?accountId= lists them."));
        }
        if (parts > 0) {
            reasons.add(new FieldProblem(
                    "parentId",
                    Long.toString(parts),
                    "Accounts have this one as their parent.",
                    "Store them with another parentId or none."));
        }
        if (!reasons.isEmpty()) {
            return Mono.error(new NqbaException(
                    ErrorCode.CONFLICT,
                    "The account (%s) is in use: %d deals, %d accounts below it.".formatted(id, deals, parts),
                    "Move or remove what hangs on it, or merge it into another account.",
                    reasons,
                    null));
        }
        List<RowChange> changes = new ArrayList<>();
        changes.add(new RowChange(CacheNames.ACCOUNT, id, account, null));
        contacts.forEach((key, contact) -> changes.add(new RowChange(CacheNames.CONTACT, key, contact, null)));
        return rewrites.apply(
                "account (%s)".formatted(id),
                changes,
                List.of(
                        new RowGuard(CacheNames.OPPORTUNITY, "ACCOUNT_ID", id, 0),
                        new RowGuard(CacheNames.ACCOUNT, "PARENT_ID", id, 0),
                        new RowGuard(CacheNames.CONTACT, "ACCOUNT_ID", id, contacts.size())));
    }

    @Operation(summary = "List the contacts of an account")
    @GetMapping(path = "/{id}/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<ContactView>> contacts(@PathVariable String id, Authentication who) {
        return accounts.contacts(id, who).map(Page::whole);
    }

    @Operation(summary = "Add a contact to an account", description = "Sealed before it enters the grid.")
    @PostMapping(
            path = "/{id}/contacts",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ContactView>> addContact(
            @PathVariable String id,
            @Valid @RequestBody Mono<ContactBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> contactDesk.add(exchange, id, given, who))
                .map(view -> RevisedView.created("/api/v1/sigma/accounts/" + id + "/contacts/" + view.id(), view));
    }

    @Operation(
            summary = "Change a contact",
            description = "With the ETag of the revision it is based on in `If-Match`. Only those who see persons may.")
    @PutMapping(
            path = "/{id}/contacts/{contactId}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ContactView>> changeContact(
            @PathVariable String id,
            @PathVariable String contactId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<ContactBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        ContactKey key = new ContactKey(id, contactId);
        return body.flatMap(given -> contactDesk.change(exchange, key, ifMatch, given, who))
                .map(RevisedView::tagged);
    }

    @Operation(summary = "Remove a contact", description = "With the ETag of the revision that was seen in `If-Match`.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}/contacts/{contactId}")
    Mono<Void> removeContact(
            @PathVariable String id,
            @PathVariable String contactId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        return contactDesk.remove(exchange, new ContactKey(id, contactId), ifMatch);
    }

    private static ResponseEntity<AccountView> tagged(Account account) {
        return RevisedView.tagged(AccountView.of(account));
    }
}
