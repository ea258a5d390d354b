package io.nqba.console.sales;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.ErasureOrder;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.Outcome;
import io.nqba.privacy.PersonalVault;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leads that become one: activities move, sealed again for their new place; the score moves where the survivor has none. */
@Component
class LeadMerge extends MergeKind<Lead, LeadMerge.Draft> {
    private final SalesGateway grid;

    LeadMerge(SalesGateway grid) {
        super(DuplicateKind.LEAD, SalesTable.LEADS, FIELDS);
        this.grid = grid;
    }

    /** A merged lead in the making. */
    static final class Draft {
        private final String leadId;
        private final Lead.Builder lead;
        private final PersonalVault vault;

        Draft(Lead survivor, PersonalVault vault) {
            this.leadId = survivor.leadId();
            this.lead = survivor.toBuilder().revision(survivor.revision() + 1);
            this.vault = vault;
        }

        private void person(Lead from) {
            lead.person(vault.sealLead(leadId, vault.openLead(from.leadId(), from.person())))
                    .emailHash(from.emailHash());
        }
    }

    private static final List<MergeField<Lead, Draft>> FIELDS = List.of(
            new MergeField<>(
                    "company",
                    "Company",
                    (lead, reader) -> lead.company(),
                    (draft, from) -> draft.lead.company(from.company()).companyKey(from.companyKey())),
            new MergeField<>("person", "Person", LeadMerge::person, Draft::person),
            new MergeField<>(
                    "productId",
                    "Product",
                    (lead, reader) -> lead.productId(),
                    (draft, from) -> draft.lead.productId(from.productId())),
            new MergeField<>(
                    "amount",
                    "If won ($)",
                    (lead, reader) -> number(lead.amount()),
                    (draft, from) -> draft.lead.amount(from.amount())),
            new MergeField<>(
                    "workHours",
                    "Work (h)",
                    (lead, reader) -> number(lead.workHours()),
                    (draft, from) -> draft.lead.workHours(from.workHours())),
            new MergeField<>(
                    "status",
                    "Status",
                    (lead, reader) -> lead.status().name(),
                    (draft, from) -> draft.lead.status(from.status())),
            new MergeField<>(
                    "outcome",
                    "Outcome",
                    (lead, reader) -> lead.outcome() == Outcome.UNKNOWN
                            ? ""
                            : lead.outcome().name(),
                    (draft, from) -> draft.lead.outcome(from.outcome())),
            new MergeField<>(
                    "ownerRepId",
                    "Agent",
                    (lead, reader) -> lead.ownerRepId(),
                    (draft, from) -> draft.lead.ownerRepId(from.ownerRepId())),
            new MergeField<>(
                    "territory",
                    "Territory",
                    (lead, reader) -> lead.territory(),
                    (draft, from) -> draft.lead.territory(from.territory())),
            new MergeField<>(
                    "language",
                    "Language",
                    (lead, reader) -> lead.language(),
                    (draft, from) -> draft.lead.language(from.language())),
            new MergeField<>(
                    "source",
                    "Source",
                    (lead, reader) -> lead.source(),
                    (draft, from) -> draft.lead.source(from.source())),
            new MergeField<>(
                    "campaignId",
                    "Campaign",
                    (lead, reader) -> lead.campaignId(),
                    (draft, from) -> draft.lead.campaignId(from.campaignId())),
            new MergeField<>(
                    "createdAt",
                    "Came in",
                    (lead, reader) ->
                            Instant.ofEpochMilli(lead.createdAtMillis()).toString(),
                    (draft, from) -> draft.lead.createdAtMillis(from.createdAtMillis())),
            new MergeField<>(
                    "features",
                    "Features",
                    (lead, reader) -> features(lead),
                    (draft, from) -> draft.lead.schemaId(from.schemaId()).values(from.values())));

    private static String person(Lead lead, MergeField.Reader reader) {
        PersonView person = PersonView.of(reader.vault().openLead(lead.leadId(), lead.person()), reader.clear());
        return Stream.of(person.name(), person.email(), person.phone())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    private static String features(Lead lead) {
        long known = Arrays.stream(lead.values())
                .filter(value -> !Double.isNaN(value))
                .count();
        return known == 0 ? "" : "%d known, schema %s".formatted(known, lead.schemaId());
    }

    @Override
    Draft begin(Lead survivor, PersonalVault vault) {
        return new Draft(survivor, vault);
    }

    @Override
    Lead end(Draft merged) {
        return merged.lead.build();
    }

    @Override
    Mono<Void> move(String survivorId, String otherId, PersonalVault vault, MergeMoves moves) {
        Mono<Void> score = grid.score(otherId)
                .doOnNext(known ->
                        moves.afterwards(() -> grid.create(SalesTable.SCORES, survivorId, scored(survivorId, known))))
                .then();
        return score.then(Mono.zip(grid.timeline(survivorId), grid.timeline(otherId)))
                .doOnNext(both -> {
                    long last = Stream.concat(
                                    both.getT1().keySet().stream().map(ActivityKey::sequence),
                                    moves.changes().stream()
                                            .map(change -> change.key() instanceof ActivityKey key
                                                            && key.leadId().equals(survivorId)
                                                    ? key.sequence()
                                                    : 0L))
                            .max(Comparator.naturalOrder())
                            .orElse(0L);
                    AtomicLong next = new AtomicLong(last);
                    both.getT2().entrySet().stream()
                            .sorted(Comparator.comparing(
                                    entry -> entry.getValue().atMillis()))
                            .forEach(entry -> {
                                ActivityKey place = new ActivityKey(survivorId, next.incrementAndGet());
                                moves.set(CacheNames.ACTIVITY, entry.getKey(), entry.getValue(), null);
                                moves.set(CacheNames.ACTIVITY, place, null, moved(vault, entry, place));
                            });
                    moves.guard(
                            CacheNames.ACTIVITY,
                            "LEAD_ID",
                            otherId,
                            both.getT2().size());
                })
                .then();
    }

    private static Activity moved(PersonalVault vault, Map.Entry<ActivityKey, Activity> from, ActivityKey place) {
        Activity row = from.getValue();
        byte[] text = vault.sealText(place, vault.openText(from.getKey(), row.text()));
        return new Activity(
                row.kind(),
                row.atMillis(),
                row.byRepId(),
                text,
                PersonalVault.keyId(text),
                row.dueDay(),
                row.done(),
                row.direction(),
                row.plan(),
                row.revision() + 1);
    }

    @Override
    Mono<Void> after(String survivorId, String otherId) {
        // What programs worked out about a lead that is no more; its person lives on in the survivor.
        return grid.erase(ErasureOrder.ofLead(otherId, "")).then();
    }

    private static LeadScore scored(String leadId, LeadScore score) {
        return new LeadScore(
                leadId,
                score.modelId(),
                score.probability(),
                score.grade(),
                score.reasons(),
                score.contributions(),
                score.scoredAtMillis());
    }
}
