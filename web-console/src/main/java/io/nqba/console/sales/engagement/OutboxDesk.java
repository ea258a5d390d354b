package io.nqba.console.sales.engagement;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.PersonView;
import io.nqba.console.sales.Persons;
import io.nqba.console.sales.SalesDesk;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.engagement.Enrolment;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.privacy.Person;
import io.nqba.privacy.PersonalVault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows messages, has people decide on them, and fills them in. Only here and in the sender are they readable. */
@Component
public class OutboxDesk {
    private static final Set<MessageState> MAY_GO = Set.of(MessageState.DRAFT, MessageState.FAILED);
    private static final Set<MessageState> MAY_BE_SUPPRESSED =
            Set.of(MessageState.DRAFT, MessageState.APPROVED, MessageState.FAILED);
    /** No sender takes longer. What it has not booked by then, its console died with: whether it went is for a person to find out. */
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(15);

    private final EngagementGateway engagement;
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final Persons persons;
    private final AuditTrail audit;
    private final Clock clock;

    OutboxDesk(
            EngagementGateway engagement,
            SalesGateway grid,
            SalesDesk desk,
            Persons persons,
            AuditTrail audit,
            Clock clock) {
        this.engagement = engagement;
        this.grid = grid;
        this.desk = desk;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    public Mono<Page<OutboxView>> list(
            @Nullable MessageState state,
            @Nullable String leadId,
            @Nullable String cursor,
            int limit,
            Authentication who) {
        return engagement
                .outbox(state, leadId, cursor, limit)
                .flatMap(page -> Flux.fromIterable(page.items())
                        .flatMapSequential(
                                key -> grid.find(EngagementTables.OUTBOX, key)
                                        .flatMap(message -> view(key, message, who)),
                                16)
                        .collectList()
                        .map(views -> new Page<>(views, page.next())));
    }

    public Mono<OutboxView> find(OutboxMessageKey key, Authentication who) {
        return desk.known(EngagementTables.OUTBOX, key, id(key)).flatMap(message -> view(key, message, who));
    }

    /**
     * Lets a message go, as it was filled in or with another text.
     *
     * @param subject in place of the one that was filled in; null or blank for that
     */
    public Mono<OutboxView> approve(
            ServerWebExchange exchange,
            OutboxMessageKey key,
            @Nullable String ifMatch,
            @Nullable String subject,
            @Nullable String text,
            Authentication who) {
        Mono<OutboxMessage> approved = desk.known(EngagementTables.OUTBOX, key, id(key))
                .flatMap(seen -> letter(key, seen).zipWith(persons.vault()))
                .flatMap(both -> {
                    Letter filled = both.getT1();
                    Letter letter = new Letter(
                            filled.to(),
                            subject == null || subject.isBlank() ? filled.subject() : subject.strip(),
                            text == null || text.isBlank() ? filled.text() : text.strip());
                    return decide(
                            key,
                            ifMatch,
                            MAY_GO,
                            "approved",
                            before -> sealed(both.getT2(), key, before, letter)
                                    .state(MessageState.APPROVED)
                                    .reason("")
                                    .notBeforeMillis(clock.millis())
                                    .settledMillis(0)
                                    .tries(0)
                                    .decidedBy(who.getName())
                                    .revision(before.revision() + 1)
                                    .build());
                });
        return audit.record(exchange, "message.approve", id(key), approved, message -> id(key))
                .flatMap(message -> view(key, message, who));
    }

    /** Keeps a message from going. */
    public Mono<OutboxView> suppress(
            ServerWebExchange exchange,
            OutboxMessageKey key,
            @Nullable String ifMatch,
            @Nullable String reason,
            Authentication who) {
        String words = reason == null || reason.isBlank() ? "Suppressed by " + who.getName() + "." : reason.strip();
        Mono<OutboxMessage> suppressed = decide(
                key,
                ifMatch,
                MAY_BE_SUPPRESSED,
                "suppressed",
                before -> before.toBuilder()
                        .state(MessageState.SUPPRESSED)
                        .reason(words)
                        .notBeforeMillis(Enrolment.NEVER)
                        .settledMillis(clock.millis())
                        .decidedBy(who.getName())
                        .revision(before.revision() + 1)
                        .build());
        return audit.record(exchange, "message.suppress", id(key), suppressed, message -> id(key))
                .flatMap(message -> view(key, message, who));
    }

    private Mono<OutboxMessage> decide(
            OutboxMessageKey key,
            @Nullable String ifMatch,
            Set<MessageState> from,
            String verb,
            java.util.function.UnaryOperator<OutboxMessage> next) {
        record Decided(MessageState state, String reason, String decidedBy, long revision) {}
        return desk.change(
                EngagementTables.OUTBOX,
                key,
                id(key),
                ifMatch,
                before -> {
                    if (!from.contains(before.state()) && !abandoned(before)) {
                        throw new NqbaException(
                                ErrorCode.CONFLICT,
                                "The message (%s) is %s and can no longer be %s."
                                        .formatted(
                                                id(key),
                                                before.state().name().toLowerCase(java.util.Locale.ROOT),
                                                verb),
                                before.state() == MessageState.SENDING
                                        ? "It can be decided on %d minutes after it was taken, if its console has not said by then what became of it."
                                                .formatted(LONGEST_SENDING.toMinutes())
                                        : "Look at it again.");
                    }
                    return next.apply(before);
                },
                message -> new Decided(message.state(), message.reason(), message.decidedBy(), message.revision()));
    }

    private boolean abandoned(OutboxMessage message) {
        return message.state() == MessageState.SENDING
                && message.triedMillis() + LONGEST_SENDING.toMillis() <= clock.millis();
    }

    /** Returns a message as it goes: as it was approved, else filled in now. Empty address when the lead has none. */
    Mono<Letter> letter(OutboxMessageKey key, OutboxMessage message) {
        return persons.vault().flatMap(vault -> {
            if (message.keyId() != 0) {
                return Mono.just(new Letter(
                        vault.openMessage(key, "address", message.address()),
                        vault.openMessage(key, "subject", message.subject()),
                        vault.openMessage(key, "text", message.text())));
            }
            return desk.known(SalesTable.LEADS, key.leadId(), key.leadId())
                    .flatMap(lead -> values(lead, vault.openLead(lead.leadId(), lead.person()))
                            .map(values -> new Letter(
                                    vault.openLead(lead.leadId(), lead.person()).email(),
                                    MessageText.filled(message.subjectTemplate(), values),
                                    MessageText.filled(message.textTemplate(), values))));
        });
    }

    private Mono<Map<String, String>> values(Lead lead, Person person) {
        Mono<String> product = name(SalesTable.PRODUCTS, lead.productId(), row -> row.name(), "our products");
        Mono<String> agent = name(SalesTable.REPS, lead.ownerRepId(), row -> row.name(), "our team");
        return Mono.zip(product, agent)
                .map(names -> Map.of(
                        "name",
                        person.name().isEmpty() ? "customer" : person.name(),
                        "company",
                        lead.company().isEmpty() ? "your company" : lead.company(),
                        "product",
                        names.getT1(),
                        "agent",
                        names.getT2()));
    }

    private <V> Mono<String> name(
            SalesTable<String, V> table, String id, java.util.function.Function<V, String> reading, String otherwise) {
        return id.isEmpty()
                ? Mono.just(otherwise)
                : grid.find(table, id).map(reading).defaultIfEmpty(otherwise);
    }

    /** Returns a message with what goes sealed in it. */
    static OutboxMessage.Builder sealed(
            PersonalVault vault, OutboxMessageKey key, OutboxMessage message, Letter letter) {
        byte[] text = vault.sealMessage(key, "text", letter.text());
        return message.toBuilder()
                .address(vault.sealMessage(key, "address", letter.to()))
                .subject(vault.sealMessage(key, "subject", letter.subject()))
                .text(text)
                .keyId(PersonalVault.keyId(text));
    }

    private Mono<OutboxView> view(OutboxMessageKey key, OutboxMessage message, Authentication who) {
        boolean clear = PersonView.seenBy(who);
        // A message whose lead is gone is still a row until its own removal; it then shows no more than its template.
        return letter(key, message)
                .onErrorResume(
                        NqbaException.class,
                        gone -> gone.code() == ErrorCode.NOT_FOUND
                                ? Mono.just(new Letter("", message.subjectTemplate(), message.textTemplate()))
                                : Mono.error(gone))
                .map(letter -> new OutboxView(
                        key.leadId(),
                        key.messageId(),
                        message.sequenceId(),
                        message.step() + 1,
                        message.state(),
                        abandoned(message)
                                ? "Its console has not said what became of it: it may have gone."
                                : known(message.reason()),
                        PersonView.of(new Person("", letter.to(), ""), clear).email(),
                        clear ? letter.subject() : message.subjectTemplate(),
                        clear ? letter.text() : message.textTemplate(),
                        !clear,
                        abandoned(message),
                        Instant.ofEpochMilli(message.createdMillis()),
                        message.notBeforeMillis() == Enrolment.NEVER
                                ? null
                                : Instant.ofEpochMilli(message.notBeforeMillis()),
                        known(message.decidedBy()),
                        message.settledMillis() == 0 ? null : Instant.ofEpochMilli(message.settledMillis()),
                        message.revision()));
    }

    static String id(OutboxMessageKey key) {
        return key.leadId() + "/" + key.messageId();
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
