package io.nqba.console.sales.engagement;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.PersonView;
import io.nqba.console.sales.SalesDesk;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.engagement.EngagementSequence;
import io.nqba.model.sales.engagement.EngagementSettings;
import io.nqba.model.sales.engagement.LeadSegment;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads and writes the rules of engagement for REST and pages. Whatever decides which messages go unread is for council and operators: a
 * sequence that sends without approval, and the segment behind it.
 */
@Component
public class RulesDesk {
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    RulesDesk(SalesGateway grid, SalesDesk desk, AuditTrail audit, Clock clock) {
        this.grid = grid;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    public Mono<Page<SegmentView>> segments(@Nullable String cursor, int limit) {
        return grid.list(EngagementTables.SEGMENTS, null, cursor, limit)
                .map(page ->
                        new Page<>(page.items().stream().map(SegmentView::of).toList(), page.next()));
    }

    public Mono<SegmentView> segment(String id) {
        return desk.known(EngagementTables.SEGMENTS, id, id).map(SegmentView::of);
    }

    /** Stores a new segment where no revision is named, else changes the one that is at it. */
    public Mono<SegmentView> keep(
            ServerWebExchange exchange, String id, @Nullable String ifMatch, SegmentBody body, Authentication who) {
        Mono<LeadSegment> stored = desk.require(SalesTable.SCHEMAS, "schemaId", body.schemaId())
                .then(mayChangeSegment(id, who))
                .then(Mono.defer(() -> ifMatch == null
                        ? desk.create(
                                EngagementTables.SEGMENTS,
                                SalesDesk.checked(id),
                                id,
                                body.row(id, 1, who.getName(), clock.millis()))
                        : desk.change(
                                EngagementTables.SEGMENTS,
                                id,
                                id,
                                ifMatch,
                                before -> body.row(id, before.revision() + 1, who.getName(), clock.millis()),
                                SegmentView::of)));
        return audit.record(exchange, "segment.put", id, stored, LeadSegment::segmentId)
                .map(SegmentView::of);
    }

    public Mono<LeadSegment> removeSegment(ServerWebExchange exchange, String id, @Nullable String ifMatch) {
        Mono<LeadSegment> removed = all().filter(
                        sequence -> sequence.segmentId().equals(id))
                .next()
                .flatMap(user -> Mono.<LeadSegment>error(new NqbaException(
                        ErrorCode.CONFLICT,
                        "The sequence (%s) begins with the segment (%s).".formatted(user.sequenceId(), id),
                        "Give that sequence another segment, or remove it first.")))
                .switchIfEmpty(Mono.defer(() -> desk.remove(EngagementTables.SEGMENTS, id, id, ifMatch)));
        return audit.record(exchange, "segment.remove", id, removed, LeadSegment::segmentId);
    }

    private Mono<Void> mayChangeSegment(String id, Authentication who) {
        if (PersonView.seenBy(who)) {
            return Mono.empty();
        }
        return all().filter(sequence ->
                        sequence.sendsWithoutApproval() && sequence.segmentId().equals(id))
                .next()
                .flatMap(sequence -> Mono.<Void>error(forOthers(
                        "The sequence (%s) sends to this segment without approval.".formatted(sequence.sequenceId()))));
    }

    private Flux<EngagementSequence> all() {
        return grid.list(EngagementTables.SEQUENCES, null, null, Page.MAX_LIMIT).flatMapIterable(Page::items);
    }

    public Mono<Page<SequenceView>> sequences(@Nullable String cursor, int limit) {
        return grid.list(EngagementTables.SEQUENCES, null, cursor, limit)
                .map(page ->
                        new Page<>(page.items().stream().map(SequenceView::of).toList(), page.next()));
    }

    public Mono<SequenceView> sequence(String id) {
        return desk.known(EngagementTables.SEQUENCES, id, id).map(SequenceView::of);
    }

    /** Stores a new sequence where no revision is named, else changes the one that is at it. */
    public Mono<SequenceView> keep(
            ServerWebExchange exchange, String id, @Nullable String ifMatch, SequenceBody body, Authentication who) {
        Mono<EngagementSequence> stored = desk.require(EngagementTables.SEGMENTS, "segmentId", body.segmentId())
                .then(Mono.defer(() -> {
                    if (body.withoutApproval() && !PersonView.seenBy(who)) {
                        return Mono.error(forOthers("Only council and operators have messages sent without approval."));
                    }
                    return ifMatch == null
                            ? desk.create(
                                    EngagementTables.SEQUENCES,
                                    SalesDesk.checked(id),
                                    id,
                                    body.row(id, 1, who.getName(), clock.millis()))
                            : desk.change(
                                    EngagementTables.SEQUENCES,
                                    id,
                                    id,
                                    ifMatch,
                                    before -> body.row(id, before.revision() + 1, who.getName(), clock.millis()),
                                    SequenceView::of);
                }));
        return audit.record(exchange, "sequence.put", id, stored, EngagementSequence::sequenceId)
                .map(SequenceView::of);
    }

    /** Removes a sequence; leads that are in it leave at their next step. */
    public Mono<EngagementSequence> removeSequence(ServerWebExchange exchange, String id, @Nullable String ifMatch) {
        return audit.record(
                exchange,
                "sequence.remove",
                id,
                Mono.defer(() -> desk.remove(EngagementTables.SEQUENCES, id, id, ifMatch)),
                EngagementSequence::sequenceId);
    }

    public Mono<SettingsView> settings() {
        return stored().map(SettingsView::of);
    }

    private Mono<EngagementSettings> stored() {
        return grid.find(EngagementTables.SETTINGS, EngagementSettings.KEY).defaultIfEmpty(EngagementSettings.usual());
    }

    /** Changes the settings that are at a revision; 1 before anybody has set them. */
    public Mono<SettingsView> set(
            ServerWebExchange exchange, @Nullable String ifMatch, SettingsBody body, Authentication who) {
        String key = EngagementSettings.KEY;
        Mono<EngagementSettings> changed = grid.create(EngagementTables.SETTINGS, key, EngagementSettings.usual())
                .then(Mono.defer(() -> desk.change(
                        EngagementTables.SETTINGS,
                        key,
                        key,
                        ifMatch,
                        before -> body.row(before.revision() + 1, who.getName()),
                        SettingsView::of)));
        return audit.record(exchange, "engagement.settings", key, changed, row -> key)
                .map(SettingsView::of);
    }

    /** Returns the sequences, for those who show all of them. */
    public Mono<List<SequenceView>> everySequence() {
        return all().map(SequenceView::of).collectList();
    }

    private static NqbaException forOthers(String problem) {
        return new NqbaException(
                ErrorCode.FORBIDDEN,
                problem,
                "Leave sendsWithoutApproval out, or ask an operator; docs/security.md lists the roles.");
    }
}
