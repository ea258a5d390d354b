package io.nqba.console.page.sales.engagement;

import io.nqba.console.page.EmptyState;
import io.nqba.console.page.ProblemBox;
import io.nqba.console.sales.PersonView;
import io.nqba.console.sales.engagement.ConsentBody;
import io.nqba.console.sales.engagement.EngagementGateway;
import io.nqba.console.sales.engagement.OutboxDesk;
import io.nqba.console.sales.engagement.OutboxView;
import io.nqba.console.sales.engagement.ReachDesk;
import io.nqba.console.sales.engagement.RulesDesk;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.engagement.ContactChannel;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.nqba.model.sales.engagement.StopReason;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What engagement does: sequences with their counts, the outbox, leads in sequences, consents. */
@Controller
class EngagementPages {
    static final String PATH = "/sigma/engagement";
    private static final int ROWS = 10;
    private static final ProblemBox NO_PROBLEM = new ProblemBox("", "", "", List.of());
    private static final EmptyState NO_SEQUENCE = new EmptyState(
            "No sequence yet",
            "A sequence puts tasks and messages to every lead that enters a segment, and stops by itself when the person replies.",
            "Keep the first one",
            PATH + "/rules",
            "");
    private static final EmptyState NO_MESSAGE = new EmptyState(
            "No such message",
            "Sequences put messages here. Each is a draft until somebody approves it, unless its sequence sends without approval.",
            "",
            "",
            "");
    private static final EmptyState NO_ENROLMENT = new EmptyState(
            "No lead is in a sequence",
            "Leads stand here as soon as they enter the segment of an active sequence.",
            "",
            "",
            "");
    private static final EmptyState NO_CONSENT = new EmptyState(
            "Nobody has said anything yet",
            "Without consent no message goes. Write down what a person said with the form below.",
            "",
            "",
            "");

    private final EngagementGateway engagement;
    private final RulesDesk rules;
    private final OutboxDesk outbox;
    private final ReachDesk reach;
    private final Clock clock;

    EngagementPages(EngagementGateway engagement, RulesDesk rules, OutboxDesk outbox, ReachDesk reach, Clock clock) {
        this.engagement = engagement;
        this.rules = rules;
        this.outbox = outbox;
        this.reach = reach;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> page(ServerWebExchange exchange, Authentication who) {
        return page(exchange.getRequest().getQueryParams(), who, NO_PROBLEM, HttpStatus.OK);
    }

    private Mono<Rendering> page(
            MultiValueMap<String, String> address, Authentication who, ProblemBox problem, HttpStatus status) {
        Optional<MessageState> state = state(text(address, "state"));
        return Mono.zip(
                        rules.everySequence(),
                        engagement.counts(),
                        engagement.messageCounts(),
                        outbox.list(state.orElse(null), null, known(address, "messages"), ROWS, who),
                        engagement.enrolments(
                                known(address, "sequence"), null, null, known(address, "enrolments"), ROWS),
                        reach.consents(known(address, "consents"), ROWS),
                        chosen(address, who).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(all -> Rendering.view("sigma-engagement")
                        .modelAttribute("crumbs", List.of())
                        .modelAttribute(
                                "page",
                                new EngagementPage(
                                        new EngagementPage.Address(
                                                text(address, "sequence"),
                                                state.map(Enum::name).orElse(""),
                                                text(address, "message")),
                                        all.getT1(),
                                        all.getT2(),
                                        all.getT3(),
                                        all.getT4(),
                                        all.getT5(),
                                        all.getT6(),
                                        all.getT7().orElse(null),
                                        PersonView.seenBy(who),
                                        clock.instant()))
                        .modelAttribute("problem", problem)
                        .modelAttribute("noSequence", NO_SEQUENCE)
                        .modelAttribute("noMessage", NO_MESSAGE)
                        .modelAttribute("noEnrolment", NO_ENROLMENT)
                        .modelAttribute("noConsent", NO_CONSENT)
                        .status(status)
                        .build());
    }

    private Mono<OutboxView> chosen(MultiValueMap<String, String> address, Authentication who) {
        String[] id = text(address, "message").split("/", 2);
        return id.length < 2 || id[0].isBlank() || id[1].isBlank()
                ? Mono.empty()
                : outbox.find(new OutboxMessageKey(id[0], id[1]), who);
    }

    @PostMapping(PATH + "/outbox/{leadId}/{messageId}/approve")
    Mono<Rendering> approve(
            @PathVariable String leadId,
            @PathVariable String messageId,
            ServerWebExchange exchange,
            Authentication who) {
        OutboxMessageKey key = new OutboxMessageKey(leadId, messageId);
        return exchange.getFormData()
                .flatMap(fields -> after(
                        exchange,
                        who,
                        outbox.approve(exchange, key, tag(fields), text(fields, "subject"), text(fields, "text"), who),
                        "#outbox"));
    }

    @PostMapping(PATH + "/outbox/{leadId}/{messageId}/suppress")
    Mono<Rendering> suppress(
            @PathVariable String leadId,
            @PathVariable String messageId,
            ServerWebExchange exchange,
            Authentication who) {
        OutboxMessageKey key = new OutboxMessageKey(leadId, messageId);
        return exchange.getFormData()
                .flatMap(fields ->
                        after(exchange, who, outbox.suppress(exchange, key, tag(fields), null, who), "#outbox"));
    }

    @PostMapping(PATH + "/enrolments/{leadId}/{sequenceId}/stop")
    Mono<Rendering> stop(
            @PathVariable String leadId,
            @PathVariable String sequenceId,
            ServerWebExchange exchange,
            Authentication who) {
        return after(exchange, who, reach.stop(exchange, leadId, sequenceId, StopReason.BY_HAND), "#enrolments");
    }

    @PostMapping(PATH + "/consents")
    Mono<Rendering> consent(ServerWebExchange exchange, Authentication who) {
        return exchange.getFormData().flatMap(fields -> {
            String source = text(fields, "source");
            if (source.isEmpty() || source.length() > 200) {
                String wrong = "The source has %d letters. Write 1 to 200.".formatted(source.length());
                return page(
                        exchange.getRequest().getQueryParams(),
                        who,
                        new ProblemBox(
                                "The consent was not stored", "", "", List.of(new ProblemBox.Field("source", wrong))),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
            ContactChannel channel =
                    text(fields, "channel").equals("PHONE") ? ContactChannel.PHONE : ContactChannel.EMAIL;
            ConsentBody body = new ConsentBody(
                    text(fields, "leadId"), null, channel, text(fields, "given").equals("yes"), source, null);
            return after(exchange, who, reach.record(exchange, body, who), "#consents");
        });
    }

    /** Leads back to the page as it was looked at; what was refused is told on it. */
    private Mono<Rendering> after(ServerWebExchange exchange, Authentication who, Mono<?> command, String place) {
        MultiValueMap<String, String> address = exchange.getRequest().getQueryParams();
        return command.map(done -> Rendering.redirectTo(PATH + place)
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(
                        NqbaException.class,
                        error -> page(address, who, ProblemBox.of(error), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    static String tag(MultiValueMap<String, String> fields) {
        return "\"" + text(fields, "revision") + "\"";
    }

    static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static @Nullable String known(MultiValueMap<String, String> fields, String name) {
        String value = text(fields, name);
        return value.isEmpty() ? null : value;
    }

    private static Optional<MessageState> state(String name) {
        return Arrays.stream(MessageState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }
}
