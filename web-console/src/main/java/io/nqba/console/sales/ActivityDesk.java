package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityDirection;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.Opportunity;
import io.nqba.privacy.PersonalVault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads and writes what was done with a lead. Texts may name persons: who may not see persons gets none. */
@Component
public class ActivityDesk {
    private static final int TRIES = 3;

    private final SalesGateway grid;
    private final SalesDesk desk;
    private final Persons persons;
    private final AuditTrail audit;
    private final Clock clock;

    ActivityDesk(SalesGateway grid, SalesDesk desk, Persons persons, AuditTrail audit, Clock clock) {
        this.grid = grid;
        this.desk = desk;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the timeline of a lead, newest first. Fails with {@code NOT_FOUND}. */
    public Mono<List<ActivityView>> of(String leadId, Authentication who) {
        return desk.known(SalesTable.LEADS, leadId, leadId).then(listed(leadId, who));
    }

    /** Returns the notes on a deal, newest first. */
    public Mono<List<ActivityView>> notes(String dealId, Authentication who) {
        return listed(ofDeal(dealId), who);
    }

    /** Returns under which lead the notes on a deal are kept: no lead has an id with a colon. */
    static String ofDeal(String dealId) {
        return "deal:" + dealId;
    }

    private Mono<List<ActivityView>> listed(String leadId, Authentication who) {
        return persons.vault()
                .flatMap(vault -> grid.timeline(leadId)
                        .map(rows -> rows.entrySet().stream()
                                .map(row -> view(vault, row, who))
                                .sorted(Comparator.comparing(ActivityView::at)
                                        .thenComparing(ActivityView::id)
                                        .reversed())
                                .toList()));
    }

    /** Adds an activity. Fails with {@code NOT_FOUND} for an unknown lead. */
    public Mono<ActivityView> add(ServerWebExchange exchange, String leadId, ActivityBody given, Authentication who) {
        Mono<ActivityView> made = desk.known(SalesTable.LEADS, leadId, leadId)
                .then(desk.require(SalesTable.REPS, "byRepId", given.byRepId()))
                .then(persons.vault())
                .flatMap(vault -> add(vault, leadId, given, TRIES).map(row -> view(vault, row, who)));
        return audit.record(exchange, "activity.create", leadId, made, view -> leadId + "/" + view.id());
    }

    /** Adds a note of the signed-in account to a deal. Fails with {@code NOT_FOUND} for an unknown deal. */
    public Mono<ActivityView> note(ServerWebExchange exchange, String dealId, String text, Authentication who) {
        var given = new ActivityBody(ActivityKind.NOTE, null, who.getName(), text, null, null);
        Mono<ActivityView> made = desk.known(SalesTable.OPPORTUNITIES, dealId, dealId)
                .then(persons.vault())
                .flatMap(vault -> add(vault, ofDeal(dealId), given, TRIES).map(row -> view(vault, row, who)));
        return audit.record(exchange, "opportunity.note", dealId, made, view -> dealId + "/" + view.id());
    }

    /** Two who add at once draw the same number; the second draws again. */
    private Mono<Map.Entry<ActivityKey, Activity>> add(
            PersonalVault vault, String leadId, ActivityBody given, int tries) {
        return grid.timeline(leadId).flatMap(rows -> {
            long last = rows.keySet().stream()
                    .mapToLong(ActivityKey::sequence)
                    .max()
                    .orElse(0);
            ActivityKey key = new ActivityKey(leadId, last + 1);
            Activity row = row(vault, key, given, null);
            return grid.create(SalesTable.ACTIVITIES, key, row)
                    .flatMap(stored -> stored || tries == 0
                            ? Mono.just(Map.entry(key, row))
                            : add(vault, leadId, given, tries - 1));
        });
    }

    /** Changes an activity that is at a revision. Fails with {@code NOT_FOUND} and {@code CONFLICT}. */
    public Mono<ActivityView> change(
            ServerWebExchange exchange,
            String leadId,
            long number,
            @Nullable String ifMatch,
            ActivityBody given,
            Authentication who) {
        ActivityKey key = new ActivityKey(leadId, Math.max(1, number));
        String id = leadId + "/" + number;
        Mono<ActivityView> changed = desk.require(SalesTable.REPS, "byRepId", given.byRepId())
                .then(persons.vault())
                .flatMap(vault -> desk.change(
                                SalesTable.ACTIVITIES,
                                key,
                                id,
                                ifMatch,
                                before -> row(vault, key, given, before),
                                row -> view(vault, Map.entry(key, row), who))
                        .map(row -> view(vault, Map.entry(key, row), who)));
        return audit.record(exchange, "activity.change", id, changed, view -> id);
    }

    private Activity row(PersonalVault vault, ActivityKey key, ActivityBody given, @Nullable Activity before) {
        String text = given.text();
        byte[] sealed = text != null ? vault.sealText(key, text.strip()) : before == null ? new byte[0] : before.text();
        Instant at = given.at();
        long atMillis = at != null ? at.toEpochMilli() : before == null ? clock.millis() : before.atMillis();
        LocalDate due = given.dueDay();
        return new Activity(
                given.kind(),
                atMillis,
                LeadBody.text(given.byRepId()),
                sealed,
                PersonalVault.keyId(sealed),
                due == null ? Opportunity.NOT_YET : due.toEpochDay(),
                given.done() == null ? given.kind() != ActivityKind.TASK : given.done(),
                direction(given, before),
                before == null ? "" : before.plan(),
                before == null ? 1 : before.revision() + 1);
    }

    private static ActivityDirection direction(ActivityBody given, @Nullable Activity before) {
        ActivityDirection sent = given.direction();
        if (sent != null) {
            return sent;
        }
        return before == null ? ActivityDirection.NONE : before.direction();
    }

    private static ActivityView view(PersonalVault vault, Map.Entry<ActivityKey, Activity> entry, Authentication who) {
        Activity row = entry.getValue();
        boolean clear = PersonView.seenBy(who);
        String sealed = clear ? vault.openText(entry.getKey(), row.text()) : "";
        String text = sealed.isEmpty() ? row.plan() : sealed;
        return new ActivityView(
                entry.getKey().sequence(),
                row.kind(),
                Instant.ofEpochMilli(row.atMillis()),
                LeadView.known(row.byRepId()),
                LeadView.known(text),
                !clear && row.text().length > 0,
                row.direction(),
                row.dueDay() == Opportunity.NOT_YET ? null : LocalDate.ofEpochDay(row.dueDay()),
                row.done(),
                row.revision());
    }
}
