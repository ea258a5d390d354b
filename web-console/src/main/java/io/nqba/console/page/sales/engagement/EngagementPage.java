package io.nqba.console.page.sales.engagement;

import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.engagement.ConsentView;
import io.nqba.console.sales.engagement.EngagementGateway.MessageCount;
import io.nqba.console.sales.engagement.EngagementGateway.SequenceCount;
import io.nqba.console.sales.engagement.EnrolmentView;
import io.nqba.console.sales.engagement.OutboxView;
import io.nqba.console.sales.engagement.SequenceView;
import io.nqba.model.sales.engagement.EnrolmentState;
import io.nqba.model.sales.engagement.MessageState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the engagement page shows.
 *
 * @param address what the address asks for
 * @param message the chosen message, or null
 * @param decides whether the reader approves messages and writes down consents
 */
record EngagementPage(
        Address address,
        List<SequenceView> sequences,
        List<SequenceCount> counts,
        List<MessageCount> messageCounts,
        Page<OutboxView> outbox,
        Page<EnrolmentView> enrolments,
        Page<ConsentView> consents,
        @Nullable OutboxView message,
        boolean decides,
        Instant now) {
    /** What the address asks for; empty parts ask for everything. */
    record Address(String sequence, String state, String message) {}

    /** A sequence with its counts. */
    public record SequenceRow(
            String id,
            String name,
            String href,
            String segment,
            String steps,
            boolean active,
            String approval,
            String underWay,
            String done,
            String stopped,
            boolean chosen) {}

    /** A message in the list. */
    public record MessageRow(
            String leadId,
            String href,
            String to,
            String subject,
            String stateWord,
            String stateClass,
            String reason,
            Instant at,
            String age,
            boolean chosen) {}

    /** A lead in a sequence. */
    public record EnrolmentRow(
            String leadId,
            String sequence,
            String step,
            String stateWord,
            String stateClass,
            String due,
            String stopHref,
            boolean active) {}

    /** What a person said. */
    public record ConsentRow(
            String leads, String channel, String said, String stateClass, String source, String when, String by) {}

    /** One state that messages are filtered by. */
    public record StateLink(String name, String href, boolean chosen) {}

    public List<StatCard> stats() {
        long active = sequences.stream().filter(SequenceView::active).count();
        return List.of(
                StatCard.plain(
                        "Sequences at work",
                        Figures.count(active),
                        "of %s kept".formatted(Figures.count(sequences.size()))),
                StatCard.plain(
                        "Leads under way",
                        Figures.count(leads(null, EnrolmentState.ACTIVE)),
                        "in a sequence, next step to come"),
                StatCard.plain(
                        "Waiting for approval",
                        Figures.count(messages(MessageState.DRAFT)),
                        "drafts; nothing goes before somebody reads it"),
                StatCard.plain(
                        "Messages sent",
                        Figures.count(messages(MessageState.SENT)),
                        "%s did not go".formatted(Figures.count(messages(MessageState.SUPPRESSED)))));
    }

    public List<SequenceRow> sequenceRows() {
        return sequences.stream()
                .map(view -> new SequenceRow(
                        view.id(),
                        view.name(),
                        href("sequence", view.id()) + "#enrolments",
                        view.segmentId(),
                        steps(view),
                        view.active(),
                        view.sendsWithoutApproval() ? "sends without" : "asked for each",
                        Figures.count(leads(view.id(), EnrolmentState.ACTIVE)),
                        Figures.count(leads(view.id(), EnrolmentState.DONE)),
                        Figures.count(leads(view.id(), EnrolmentState.STOPPED)),
                        view.id().equals(address.sequence())))
                .toList();
    }

    private static String steps(SequenceView view) {
        return view.steps().stream()
                .map(step -> switch (step.kind()) {
                    case WAIT -> "wait " + hours(step.hours());
                    case TASK -> "task";
                    case MESSAGE -> "message";
                })
                .collect(java.util.stream.Collectors.joining(" → "));
    }

    static String hours(int hours) {
        return hours % 24 == 0 ? hours / 24 + (hours == 24 ? " day" : " days") : hours + " h";
    }

    private long leads(@Nullable String sequenceId, EnrolmentState state) {
        return counts.stream()
                .filter(count -> count.state() == state
                        && (sequenceId == null || count.sequenceId().equals(sequenceId)))
                .mapToLong(SequenceCount::leads)
                .sum();
    }

    private long messages(MessageState state) {
        return messageCounts.stream()
                .filter(count -> count.state() == state)
                .mapToLong(MessageCount::messages)
                .sum();
    }

    public List<StateLink> states() {
        List<StateLink> links = new java.util.ArrayList<>();
        links.add(new StateLink("All", href("state", ""), address.state().isEmpty()));
        Arrays.stream(MessageState.values())
                .map(state -> new StateLink(
                        "%s %s".formatted(capital(word(state)), Figures.count(messages(state))),
                        href("state", state.name()),
                        state.name().equals(address.state())))
                .forEach(links::add);
        return links;
    }

    public List<MessageRow> messageRows() {
        return outbox.items().stream()
                .map(view -> {
                    String id = view.leadId() + "/" + view.messageId();
                    Instant at = view.settledAt() == null ? view.createdAt() : view.settledAt();
                    return new MessageRow(
                            view.leadId(),
                            href("message", id) + "#message",
                            view.address() == null ? "no address" : view.address(),
                            view.subject(),
                            word(view.state()),
                            stateClass(view.state()),
                            view.reason() == null ? "" : view.reason(),
                            at,
                            Figures.ago(at, now),
                            id.equals(address.message()));
                })
                .toList();
    }

    public List<EnrolmentRow> enrolmentRows() {
        return enrolments.items().stream()
                .map(view -> new EnrolmentRow(
                        view.leadId(),
                        view.sequenceId(),
                        view.state() == EnrolmentState.DONE ? "all" : Integer.toString(view.step()),
                        view.state().name().toLowerCase(Locale.ROOT),
                        switch (view.state()) {
                            case ACTIVE -> "queued";
                            case DONE -> "succeeded";
                            case STOPPED -> "cancelled";
                        },
                        view.dueAt() == null
                                ? view.reason() == null ? "nothing left" : view.reason()
                                : "due "
                                        + Figures.moment(view.dueAt(), ZoneOffset.UTC)
                                                .replace(" Z", " UTC"),
                        UriComponentsBuilder.fromPath(EngagementPages.PATH + "/enrolments/{lead}/{sequence}/stop")
                                .build()
                                .expand(view.leadId(), view.sequenceId())
                                .encode()
                                .toUriString(),
                        view.state() == EnrolmentState.ACTIVE))
                .toList();
    }

    public List<ConsentRow> consentRows() {
        return consents.items().stream()
                .map(view -> new ConsentRow(
                        view.leadIds().isEmpty() ? "no lead any more" : String.join(", ", view.leadIds()),
                        view.channel().name().toLowerCase(Locale.ROOT),
                        view.given() ? "given" : "withdrawn",
                        view.given() ? "succeeded" : "failed",
                        view.source(),
                        Figures.day(view.at(), ZoneOffset.UTC),
                        view.recordedBy()))
                .toList();
    }

    /** Returns where the page goes on after this one; empty where a list ends. */
    public String moreMessages() {
        return more("messages", outbox.next(), "#outbox");
    }

    public String moreEnrolments() {
        return more("enrolments", enrolments.next(), "#enrolments");
    }

    public String moreConsents() {
        return more("consents", consents.next(), "#consents");
    }

    private String more(String name, @Nullable String next, String place) {
        return next == null ? "" : href(name, next) + place;
    }

    private String href(String name, String value) {
        var builder = UriComponentsBuilder.fromPath(EngagementPages.PATH);
        java.util.Map<String, String> parts = new java.util.LinkedHashMap<>();
        parts.put("sequence", address.sequence());
        parts.put("state", address.state());
        parts.put(name, value);
        parts.forEach((key, part) -> {
            if (!part.isEmpty()) {
                builder.queryParam(key, "{" + key + "}");
            }
        });
        return builder.encode().buildAndExpand(parts).toUriString();
    }

    /** Returns where the chosen message is decided on. */
    public String decideHref(String what) {
        OutboxView chosen = java.util.Objects.requireNonNull(message);
        return UriComponentsBuilder.fromPath(EngagementPages.PATH + "/outbox/{lead}/{message}/" + what)
                .build()
                .expand(chosen.leadId(), chosen.messageId())
                .encode()
                .toUriString();
    }

    public boolean open() {
        return message != null
                && (message.state() == MessageState.DRAFT
                        || message.state() == MessageState.FAILED
                        || message.abandoned());
    }

    public boolean suppressible() {
        return open() || (message != null && message.state() == MessageState.APPROVED);
    }

    public String messageState() {
        return message == null ? "" : word(message.state());
    }

    public String messageClass() {
        return message == null ? "" : stateClass(message.state());
    }

    private static String word(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String stateClass(MessageState state) {
        return switch (state) {
            case DRAFT, APPROVED -> "queued";
            case SENDING -> "running";
            case SENT -> "succeeded";
            case FAILED -> "failed";
            case SUPPRESSED -> "cancelled";
        };
    }
}
