package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.ErasureOrder;
import io.nqba.model.sales.ErasureReport;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.privacy.Person;
import io.nqba.privacy.PersonalVault;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads and writes leads for those who ask, their persons as far as these may see them; keeps who changed what. */
@Component
public class LeadDesk {
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final Persons persons;
    private final AuditTrail audit;
    private final Clock clock;

    LeadDesk(SalesGateway grid, SalesDesk desk, Persons persons, AuditTrail audit, Clock clock) {
        this.grid = grid;
        this.desk = desk;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns a page of leads. Fails with {@code FORBIDDEN} when somebody who may not see persons asks for one.
     *
     * @param email a whole address; null or blank for the leads of everybody
     */
    public Mono<Page<LeadView>> page(LeadQuery query, @Nullable String email, Authentication who) {
        boolean clear = PersonView.seenBy(who);
        return persons.vault()
                .flatMap(vault -> grid.leads(
                                email == null || email.isBlank() ? query : ofPerson(vault, query, email, who))
                        .map(found -> new Page<>(
                                found.items().stream()
                                        .map(lead -> LeadView.of(lead, opened(vault, lead.lead()), clear, null))
                                        .toList(),
                                found.next())));
    }

    private static LeadQuery ofPerson(PersonalVault vault, LeadQuery query, String email, Authentication who) {
        if (!PersonView.seenBy(who)) {
            throw hidden("email");
        }
        return query.ofPerson(vault.emailHash(email));
    }

    /** Returns the keyed hash by which the leads of a person are found. Fails with {@code FORBIDDEN} for those who may not see persons. */
    public Mono<String> hashOf(String email, Authentication who) {
        return PersonView.seenBy(who)
                ? persons.vault().map(vault -> vault.emailHash(email))
                : Mono.error(() -> hidden("email"));
    }

    /** Returns a lead with its features and its score. Fails with {@code NOT_FOUND}. */
    public Mono<LeadView> find(String id, Authentication who) {
        return desk.known(SalesTable.LEADS, id, id).flatMap(lead -> view(lead, who));
    }

    /** Stores a new lead under an id that is drawn. */
    Mono<LeadView> create(ServerWebExchange exchange, LeadBody given, Authentication who) {
        String id = "lead-" + UUID.randomUUID();
        Mono<LeadView> made = checked(given)
                .zipWith(persons.vault(), (schema, vault) -> {
                    Lead.Builder lead = given.onto(Lead.of(id).schemaId(schema.schemaId()), schema)
                            .createdAtMillis(clock.millis());
                    LeadBody.PersonBody person = given.person();
                    return (person == null ? lead : sealed(vault, id, lead, person.toPerson())).build();
                })
                .flatMap(lead -> desk.create(SalesTable.LEADS, id, id, lead))
                .flatMap(lead -> view(lead, who));
        return audit.record(exchange, "lead.create", id, made, LeadView::id);
    }

    /**
     * Changes a lead that is at a revision. Fails with {@code NOT_FOUND} and {@code CONFLICT}.
     *
     * @param ifMatch the revision that the change is based on, as an ETag
     */
    public Mono<LeadView> change(
            ServerWebExchange exchange, String id, @Nullable String ifMatch, LeadBody given, Authentication who) {
        Mono<LeadView> changed = checked(given)
                .zipWith(persons.vault())
                .flatMap(with -> desk.change(
                        SalesTable.LEADS,
                        id,
                        id,
                        ifMatch,
                        before -> changed(before, given, with.getT1(), with.getT2(), who),
                        lead -> LeadView.of(
                                new ScoredLead(lead, null, null),
                                opened(with.getT2(), lead),
                                PersonView.seenBy(who),
                                with.getT1())))
                .flatMap(lead -> view(lead, who));
        return audit.record(exchange, "lead.change", id, changed, LeadView::id);
    }

    private static Lead changed(
            Lead before, LeadBody given, LeadSchema schema, PersonalVault vault, Authentication who) {
        if (!given.schemaId().equals(before.schemaId())) {
            throw SalesDesk.refused(
                    "schemaId",
                    given.schemaId(),
                    "The lead has another schema.",
                    "Send (%s).".formatted(before.schemaId()));
        }
        Lead.Builder next = given.onto(before.toBuilder(), schema).revision(before.revision() + 1);
        LeadBody.PersonBody person = given.person();
        if (person == null) {
            return next.build();
        }
        if (!PersonView.seenBy(who)) {
            throw hidden("person");
        }
        return sealed(vault, before.leadId(), next, person.toPerson()).build();
    }

    /** Removes a lead that is at a revision, and nothing else about its person. */
    Mono<Void> remove(ServerWebExchange exchange, String id, @Nullable String ifMatch) {
        return audit.record(
                        exchange,
                        "lead.remove",
                        id,
                        Mono.defer(() -> desk.remove(SalesTable.LEADS, id, id, ifMatch)),
                        Lead::leadId)
                .then();
    }

    /** Removes everything about the person of a lead. Fails with {@code NOT_FOUND}. */
    public Mono<ErasureReport> erase(ServerWebExchange exchange, String id) {
        Mono<ErasureReport> erased = desk.known(SalesTable.LEADS, id, id)
                .flatMap(lead -> grid.erase(ErasureOrder.ofLead(lead.leadId(), lead.emailHash())));
        // Neither the id nor the address: the entry stays when the person is gone.
        return audit.record(exchange, "person.erase", "a person", erased, ErasureReport::toString);
    }

    private Mono<LeadSchema> checked(LeadBody given) {
        return desk.require(SalesTable.CAMPAIGNS, "campaignId", given.campaignId())
                .then(desk.require(SalesTable.PRODUCTS, "productId", given.productId()))
                .then(desk.require(SalesTable.REPS, "ownerRepId", given.ownerRepId()))
                .then(desk.require(SalesTable.SCHEMAS, "schemaId", given.schemaId()))
                .then(Mono.defer(() -> grid.find(SalesTable.SCHEMAS, given.schemaId())));
    }

    private Mono<LeadView> view(Lead lead, Authentication who) {
        return persons.vault()
                .flatMap(vault -> grid.find(SalesTable.SCHEMAS, lead.schemaId())
                        .map(schema -> LeadView.of(
                                new ScoredLead(lead, null, null), opened(vault, lead), PersonView.seenBy(who), schema)))
                .flatMap(view -> grid.score(view.id()).map(view::with).defaultIfEmpty(view));
    }

    private static Person opened(PersonalVault vault, Lead lead) {
        return vault.openLead(lead.leadId(), lead.person());
    }

    private static Lead.Builder sealed(PersonalVault vault, String leadId, Lead.Builder lead, Person person) {
        return lead.person(vault.sealLead(leadId, person)).emailHash(vault.emailHash(person.email()));
    }

    private static NqbaException hidden(String field) {
        return new NqbaException(
                ErrorCode.FORBIDDEN,
                "Your role does not see persons, so the field (%s) is not for you.".formatted(field),
                "Leave it out, or ask an operator; docs/security.md lists the roles.");
    }
}
