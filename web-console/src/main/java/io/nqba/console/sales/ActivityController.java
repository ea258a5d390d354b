package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.Opportunity;
import io.nqba.privacy.PersonalVault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What was done with a lead, and what is to be done. */
@RestController
@RequestMapping("/api/v1/sigma/leads/{leadId}/activities")
@Tag(name = "SIGMA leads")
class ActivityController {
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final Persons persons;
    private final AuditTrail audit;
    private final Clock clock;

    ActivityController(SalesGateway grid, SalesDesk desk, Persons persons, AuditTrail audit, Clock clock) {
        this.grid = grid;
        this.desk = desk;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An activity as it is sent.
     *
     * @param at when; now when left out
     * @param text what it was about; left out, a change leaves it as it is
     * @param dueDay day by which a task is to be done
     */
    @Schema(example = """
            {"kind": "TASK", "byRepId": "demo-rep-01", "text": "Send the offer.", "dueDay": "2026-12-01"}""")
    record ActivityBody(
            @NotNull ActivityKind kind,
            @Nullable Instant at,
            @Size(max = 80) @Nullable String byRepId,
            @Size(max = 4_000) @Nullable String text,
            @Nullable LocalDate dueDay,
            @Nullable Boolean done) {}

    @Operation(
            summary = "What was done with a lead, newest first",
            description = "Texts may name persons: who may not see persons gets none.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<ActivityView>> list(@PathVariable String leadId, Authentication who) {
        return desk.known(SalesTable.LEADS, leadId, leadId)
                .then(persons.vault())
                .flatMap(vault -> grid.timeline(leadId)
                        .map(rows -> rows.entrySet().stream()
                                .map(row -> view(vault, row, who))
                                .sorted(Comparator.comparing(ActivityView::at)
                                        .thenComparing(ActivityView::id)
                                        .reversed())
                                .toList()))
                .map(all -> new Page<>(all, null));
    }

    @Operation(summary = "Add a call, mail, meeting, note or task to a lead")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ActivityView>> create(
            @PathVariable String leadId,
            @Valid @RequestBody Mono<ActivityBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        Mono<ActivityView> made = body.flatMap(given -> desk.known(SalesTable.LEADS, leadId, leadId)
                .then(desk.require(SalesTable.REPS, "byRepId", given.byRepId()))
                .then(persons.vault())
                .flatMap(vault -> add(vault, leadId, given, 3).map(row -> view(vault, row, who))));
        return audit.record(exchange, "activity.create", leadId, made, view -> leadId + "/" + view.id())
                .map(view -> ResponseEntity.created(
                                URI.create("/api/v1/sigma/leads/" + leadId + "/activities/" + view.id()))
                        .eTag(SalesDesk.tag(view.revision()))
                        .body(view));
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

    @Operation(
            summary = "Change an activity, or mark a task as done",
            description = "With the ETag of the revision it is based on in `If-Match`.")
    @PutMapping(
            path = "/{number}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ActivityView>> change(
            @PathVariable String leadId,
            @PathVariable long number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<ActivityBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        ActivityKey key = new ActivityKey(leadId, Math.max(1, number));
        String id = leadId + "/" + number;
        Mono<ActivityView> changed = body.flatMap(given -> desk.require(SalesTable.REPS, "byRepId", given.byRepId())
                .then(persons.vault())
                .flatMap(vault -> desk.change(
                                SalesTable.ACTIVITIES,
                                key,
                                id,
                                ifMatch,
                                before -> row(vault, key, given, before),
                                row -> view(vault, Map.entry(key, row), who))
                        .map(row -> view(vault, Map.entry(key, row), who))));
        return audit.record(exchange, "activity.change", id, changed, view -> id)
                .map(view ->
                        ResponseEntity.ok().eTag(SalesDesk.tag(view.revision())).body(view));
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
                before == null ? 1 : before.revision() + 1);
    }

    private static ActivityView view(PersonalVault vault, Map.Entry<ActivityKey, Activity> entry, Authentication who) {
        Activity row = entry.getValue();
        boolean clear = PersonView.seenBy(who);
        String text = clear ? vault.openText(entry.getKey(), row.text()) : "";
        return new ActivityView(
                entry.getKey().sequence(),
                row.kind(),
                Instant.ofEpochMilli(row.atMillis()),
                LeadView.known(row.byRepId()),
                LeadView.known(text),
                !clear && row.text().length > 0,
                row.dueDay() == Opportunity.NOT_YET ? null : LocalDate.ofEpochDay(row.dueDay()),
                row.done(),
                row.revision());
    }
}
