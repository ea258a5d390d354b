package io.nqba.console.sales.engagement;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.LeadDesk;
import io.nqba.console.sales.SalesDesk;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.engagement.Consent;
import io.nqba.model.sales.engagement.ConsentKey;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.EnrolmentKey;
import io.nqba.model.sales.engagement.StopEngagement;
import io.nqba.model.sales.engagement.StopReason;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is in which sequence, and who may be reached how. */
@Component
public class ReachDesk {
    private static final int TRIES = 3;

    private final EngagementGateway engagement;
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final LeadDesk leads;
    private final AuditTrail audit;
    private final Clock clock;

    ReachDesk(
            EngagementGateway engagement,
            SalesGateway grid,
            SalesDesk desk,
            LeadDesk leads,
            AuditTrail audit,
            Clock clock) {
        this.engagement = engagement;
        this.grid = grid;
        this.desk = desk;
        this.leads = leads;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a lead into a sequence by hand. Fails with {@code CONFLICT} when it is or was in it. */
    public Mono<Boolean> enrol(ServerWebExchange exchange, String leadId, String sequenceId) {
        Mono<Boolean> enrolled = desk.known(SalesTable.LEADS, leadId, leadId)
                .then(desk.require(EngagementTables.SEQUENCES, "sequenceId", sequenceId))
                .then(Mono.defer(() -> engagement.enrol(new EnrolmentKey(leadId, sequenceId))))
                .filter(fresh -> fresh)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.CONFLICT,
                        "The lead (%s) is or was in the sequence (%s).".formatted(leadId, sequenceId),
                        "A lead goes through a sequence once; choose another one.")));
        return audit.record(exchange, "enrolment.create", leadId, enrolled, done -> leadId + "/" + sequenceId);
    }

    /** Takes a lead out of a sequence, or out of all where none is named; messages that have not gone do not go. */
    public Mono<Integer> stop(ServerWebExchange exchange, String leadId, String sequenceId, StopReason reason) {
        Mono<Integer> stopped = desk.known(SalesTable.LEADS, leadId, leadId)
                .then(Mono.defer(() -> engagement.stop(new StopEngagement(leadId, sequenceId, reason))));
        return audit.record(exchange, "enrolment.stop", leadId, stopped, count -> leadId);
    }

    public Mono<Page<ConsentView>> consents(@Nullable String cursor, int limit) {
        return engagement
                .consents(cursor, limit)
                .flatMap(page -> Flux.fromIterable(page.items())
                        .flatMapSequential(this::view, 16)
                        .collectList()
                        .map(views -> new Page<>(views, page.next())));
    }

    /** Returns what the person of a lead said, for each channel that something was said about. */
    public Mono<List<ConsentView>> consentsOf(String leadId) {
        return desk.known(SalesTable.LEADS, leadId, leadId)
                .filter(lead -> !lead.emailHash().isEmpty())
                .flatMapIterable(lead -> Arrays.stream(ContactChannel.values())
                        .map(channel -> new ConsentKey(lead.emailHash(), channel))
                        .toList())
                .concatMap(this::view)
                .collectList();
    }

    private Mono<ConsentView> view(ConsentKey key) {
        return grid.find(EngagementTables.CONSENTS, key)
                .zipWith(engagement.leadsOf(key.personHash()))
                .map(both -> {
                    Consent consent = both.getT1();
                    return new ConsentView(
                            both.getT2(),
                            key.channel(),
                            consent.given(),
                            Instant.ofEpochMilli(consent.atMillis()),
                            consent.source(),
                            consent.recordedBy(),
                            consent.revision());
                });
    }

    /** Writes down what a person said. What was withdrawn takes all leads of the person out of their sequences at once. */
    public Mono<ConsentView> record(ServerWebExchange exchange, ConsentBody body, Authentication who) {
        Mono<ConsentView> recorded = hashOf(body, who)
                .map(hash -> new ConsentKey(hash, body.channel()))
                .flatMap(key -> store(key, body, who.getName(), TRIES)
                        .then(Mono.defer(() -> stopWithdrawn(key, body)))
                        .then(Mono.defer(() -> view(key))));
        // Neither the address nor a lead: the entry stays when the person is gone.
        return audit.record(
                exchange,
                body.given() ? "consent.give" : "consent.withdraw",
                "a person",
                recorded,
                view -> view.channel().name());
    }

    private Mono<String> hashOf(ConsentBody body, Authentication who) {
        String email = body.email();
        if (email != null && !email.isBlank()) {
            return leads.hashOf(email, who);
        }
        String leadId = body.leadId() == null ? "" : body.leadId();
        if (leadId.isBlank()) {
            return Mono.error(SalesDesk.refused(
                    "leadId", "", "Neither a lead nor an address is named.", "Send the leadId or the email."));
        }
        return desk.known(SalesTable.LEADS, leadId, leadId)
                .map(Lead::emailHash)
                .filter(hash -> !hash.isEmpty())
                .switchIfEmpty(Mono.error(() -> SalesDesk.refused(
                        "leadId",
                        leadId,
                        "The person of this lead has no e-mail address, by which consents are kept.",
                        "Add the address to the lead first.")));
    }

    private Mono<Boolean> store(ConsentKey key, ConsentBody body, String account, int tries) {
        Instant at = body.at();
        long atMillis = at == null ? clock.millis() : at.toEpochMilli();
        String source = body.source().strip();
        return grid.find(EngagementTables.CONSENTS, key)
                .flatMap(before -> grid.replace(
                        EngagementTables.CONSENTS,
                        key,
                        before,
                        new Consent(body.given(), atMillis, source, account, before.revision() + 1)))
                .switchIfEmpty(Mono.defer(() -> grid.create(
                        EngagementTables.CONSENTS, key, new Consent(body.given(), atMillis, source, account, 1))))
                .flatMap(stored -> {
                    if (stored) {
                        return Mono.just(true);
                    }
                    return tries > 0
                            ? store(key, body, account, tries - 1)
                            : Mono.error(new NqbaException(
                                    ErrorCode.CONFLICT,
                                    "Others write down what the same person said.",
                                    "Look at the consents, then try again."));
                });
    }

    private Mono<Void> stopWithdrawn(ConsentKey key, ConsentBody body) {
        if (body.given() || key.channel() != ContactChannel.EMAIL) {
            return Mono.empty();
        }
        return engagement
                .leadsOf(key.personHash())
                .flatMapIterable(found -> found)
                .concatMap(leadId -> engagement.stop(new StopEngagement(leadId, "", StopReason.CONSENT_WITHDRAWN)))
                .then();
    }
}
