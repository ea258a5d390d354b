package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.DuplicateGroup;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.DuplicatePlace;
import io.nqba.model.sales.DuplicateQuery;
import io.nqba.model.sales.DuplicateReason;
import io.nqba.model.sales.NotDuplicate;
import io.nqba.model.sales.NotDuplicateKey;
import io.nqba.privacy.PersonalVault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows rows that may be the same and makes them one, when a person says so. */
@Component
public class MergeDesk {
    private final DuplicateGateway duplicates;
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final Rewrites rewrites;
    private final Persons persons;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<DuplicateKind, MergeKind<?, ?>> kinds;

    MergeDesk(
            DuplicateGateway duplicates,
            SalesGateway grid,
            SalesDesk desk,
            Rewrites rewrites,
            Persons persons,
            AuditTrail audit,
            Clock clock,
            List<MergeKind<?, ?>> kinds) {
        this.duplicates = duplicates;
        this.grid = grid;
        this.desk = desk;
        this.rewrites = rewrites;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
        this.kinds = kinds.stream().collect(Collectors.toMap(MergeKind::kind, kind -> kind));
    }

    /**
     * Groups of rows that may be the same.
     *
     * @param page the groups
     * @param total how many there are on all pages
     */
    public record Found(Page<DuplicateView> page, int total) {}

    /** One field of rows that can be merged. */
    public record Field(String name, String label) {}

    /** What became of a merge. */
    public record Merged(DuplicateKind kind, String id, int removed, int rowsChanged) {}

    /** Returns the fields of a kind, in the order in which people compare them. */
    public List<Field> fields(DuplicateKind kind) {
        return known(kind).fields().stream()
                .map(field -> new Field(field.name(), field.label()))
                .toList();
    }

    /** Finds rows that may be the same, surest first. */
    public Mono<Found> find(@Nullable DuplicateKind kind, @Nullable String cursor, int limit, Authentication who) {
        return persons.vault()
                .flatMap(vault -> duplicates
                        .find(new DuplicateQuery(kind, place(cursor), limit))
                        .flatMap(report -> Flux.fromIterable(report.groups())
                                .flatMapSequential(group -> view(group, vault, who), 8)
                                .collectList()
                                .map(views -> {
                                    List<DuplicateGroup> groups = report.groups();
                                    String next = report.more()
                                            ? cursor(groups.get(groups.size() - 1)
                                                    .place())
                                            : null;
                                    return new Found(new Page<>(views, next), report.total());
                                })));
    }

    /** Returns rows beside each other. Fails with {@code NOT_FOUND} when one of them is gone. */
    public Mono<List<DuplicateView.RowView>> rows(DuplicateKind kind, List<String> ids, Authentication who) {
        return persons.vault()
                .flatMap(vault -> Flux.fromIterable(ids)
                        .flatMapSequential(id ->
                                desk.known(known(kind).table(), id, id).map(row -> row(kind, id, row, vault, who)))
                        .collectList());
    }

    /** Makes rows one. Fails with {@code CONFLICT} when somebody changed one of them, and then nothing is changed. */
    public Mono<Merged> merge(ServerWebExchange exchange, MergeBody body, Authentication who) {
        Mono<Merged> merged = Mono.defer(() -> merge(body, known(body.kind()), who));
        String subject = "%s %s".formatted(body.kind(), body.survivor().id());
        return audit.record(
                exchange, "duplicates.merge", subject, merged, made -> subject + " took in " + made.removed());
    }

    /** Remembers that rows are not the same, so that they are not offered again. */
    public Mono<Void> dismiss(ServerWebExchange exchange, DuplicateKind kind, List<String> ids, String account) {
        List<String> distinct = ids.stream().distinct().sorted().toList();
        if (distinct.size() < 2) {
            throw SalesDesk.refused("ids", String.join(", ", ids), "One row is no pair.", "Send two ids or more.");
        }
        List<NotDuplicateKey> pairs = new ArrayList<>();
        for (int i = 0; i < distinct.size(); i++) {
            for (int j = i + 1; j < distinct.size(); j++) {
                pairs.add(NotDuplicateKey.of(kind, distinct.get(i), distinct.get(j)));
            }
        }
        Mono<String> said = Flux.fromIterable(distinct)
                .concatMap(id -> desk.known(known(kind).table(), id, id))
                .then(duplicates.dismiss(pairs, new NotDuplicate(account, clock.millis())))
                .thenReturn(kind + ", " + distinct.size() + " rows");
        return audit.record(exchange, "duplicates.dismiss", kind.name(), said, text -> text)
                .then();
    }

    private <V, B> Mono<Merged> merge(MergeBody body, MergeKind<V, B> kind, Authentication who) {
        List<MergeBody.Seen> seen = Stream.concat(Stream.of(body.survivor()), body.others().stream())
                .toList();
        check(kind, seen, body.choice());
        String survivorId = body.survivor().id();
        return persons.vault()
                .flatMap(vault -> Flux.fromIterable(seen)
                        .concatMap(one -> desk.known(kind.table(), one.id(), one.id()))
                        .collectList()
                        .flatMap(found -> {
                            Map<String, V> rows = new LinkedHashMap<>();
                            for (int i = 0; i < found.size(); i++) {
                                rows.put(seen.get(i).id(), found.get(i));
                            }
                            refuseChanged(kind, seen, rows, vault, who);
                            return merge(kind, survivorId, rows, body.choice(), vault);
                        }));
    }

    private <V, B> Mono<Merged> merge(
            MergeKind<V, B> kind,
            String survivorId,
            Map<String, V> rows,
            Map<String, String> choice,
            PersonalVault vault) {
        MergeMoves moves = new MergeMoves();
        List<String> others =
                rows.keySet().stream().filter(id -> !id.equals(survivorId)).toList();
        String cache = kind.table().cache();
        V survivor = rows.values().iterator().next();
        moves.set(cache, survivorId, survivor, kind.merged(survivorId, rows, choice, vault));
        others.forEach(id -> moves.set(cache, id, rows.get(id), null));
        return Flux.fromIterable(others)
                .concatMap(id -> kind.move(survivorId, id, vault, moves))
                .then(Mono.defer(() -> rewrites.apply(
                        "%s (%s)".formatted(kind.table().noun(), survivorId), moves.changes(), moves.guards())))
                .then(Mono.defer(moves::finish))
                .thenMany(Flux.fromIterable(others))
                .concatMap(id -> kind.after(survivorId, id))
                .then(Mono.fromSupplier(() -> new Merged(
                        kind.kind(), survivorId, others.size(), moves.changes().size())));
    }

    private static void check(MergeKind<?, ?> kind, List<MergeBody.Seen> seen, Map<String, String> choice) {
        Set<String> ids = new HashSet<>();
        seen.forEach(one -> {
            if (!ids.add(one.id())) {
                throw SalesDesk.refused("others", one.id(), "It is named twice.", "Name every row once.");
            }
        });
        List<String> names = kind.fields().stream().map(MergeField::name).toList();
        choice.forEach((field, id) -> {
            if (!names.contains(field)) {
                throw SalesDesk.refused("fields." + field, id, "There is no such field.", "Use " + names + ".");
            }
            if (!ids.contains(id)) {
                throw SalesDesk.refused(
                        "fields." + field, id, "It is none of the rows that are merged.", "Use " + ids + ".");
            }
        });
    }

    private static <V> void refuseChanged(
            MergeKind<V, ?> kind,
            List<MergeBody.Seen> seen,
            Map<String, V> rows,
            PersonalVault vault,
            Authentication who) {
        MergeField.Reader reader = new MergeField.Reader(vault, PersonView.seenBy(who));
        List<FieldProblem> changed = new ArrayList<>();
        for (MergeBody.Seen one : seen) {
            V row = rows.get(one.id());
            if (row != null && kind.revision(row) != one.revision()) {
                String now = kind.shown(row, reader).entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + " " + field.getValue())
                        .collect(Collectors.joining("; "));
                changed.add(new FieldProblem(
                        one.id(),
                        "revision " + one.revision(),
                        "It is at revision %d now: %s.".formatted(kind.revision(row), now),
                        "Look at it again, and send revision %d.".formatted(kind.revision(row))));
            }
        }
        if (!changed.isEmpty()) {
            throw new NqbaException(
                    ErrorCode.CONFLICT,
                    "Somebody changed %d of the %d rows meanwhile; nothing was merged."
                            .formatted(changed.size(), seen.size()),
                    "Look at the rows again and repeat.",
                    changed,
                    null);
        }
    }

    private Mono<DuplicateView> view(DuplicateGroup group, PersonalVault vault, Authentication who) {
        SalesTable<String, ?> table = known(group.kind()).table();
        return Flux.fromArray(group.ids())
                .flatMapSequential(id -> grid.find(table, id).map(row -> row(group.kind(), id, row, vault, who)))
                .collectList()
                .map(rows -> DuplicateView.of(group, rows));
    }

    @SuppressWarnings("unchecked") // A kind reads the rows of its own table.
    private DuplicateView.RowView row(
            DuplicateKind kind, String id, Object row, PersonalVault vault, Authentication who) {
        MergeKind<Object, ?> reading = (MergeKind<Object, ?>) known(kind);
        return new DuplicateView.RowView(
                id, reading.revision(row), reading.shown(row, new MergeField.Reader(vault, PersonView.seenBy(who))));
    }

    private MergeKind<?, ?> known(DuplicateKind kind) {
        MergeKind<?, ?> found = kinds.get(kind);
        if (found == null) {
            throw new IllegalStateException("There is a way to merge every kind (%s).".formatted(kind));
        }
        return found;
    }

    private static String cursor(DuplicatePlace place) {
        return Cursor.after(place.kind().name(), place.reason().name(), place.id());
    }

    private static @Nullable DuplicatePlace place(@Nullable String cursor) {
        List<String> parts = Cursor.parse(cursor, 3);
        if (parts.isEmpty()) {
            return null;
        }
        try {
            return new DuplicatePlace(
                    DuplicateKind.valueOf(parts.get(0)), DuplicateReason.valueOf(parts.get(1)), parts.get(2));
        } catch (IllegalArgumentException e) {
            throw SalesDesk.refused(
                    "cursor",
                    String.valueOf(cursor),
                    "It is not a cursor of this list.",
                    "Pass the value of \"next\" from the previous page.");
        }
    }
}
