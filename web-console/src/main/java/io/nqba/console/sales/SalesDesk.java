package io.nqba.console.sales;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Creates, changes and removes rows so that nobody overwrites what they have not seen: a change names the revision it is based on. The
 * second of two people is told which fields now differ from what they sent.
 */
@Component
public class SalesDesk {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,15})\"");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final int LONGEST_SHOWN = 120;

    private final SalesGateway grid;

    SalesDesk(SalesGateway grid) {
        this.grid = grid;
    }

    /** Returns a row. Fails with {@code NOT_FOUND}. */
    public <K, V> Mono<V> known(SalesTable<K, V> table, K key, String id) {
        return grid.find(table, key).switchIfEmpty(Mono.error(() -> none(table, id)));
    }

    /** Stores a new row. Fails with {@code CONFLICT} when its key is taken. */
    public <K, V> Mono<V> create(SalesTable<K, V> table, K key, String id, V row) {
        return grid.create(table, key, row)
                .flatMap(stored -> stored
                        ? Mono.just(row)
                        : Mono.error(new NqbaException(
                                ErrorCode.CONFLICT,
                                "There is a %s with id (%s) already.".formatted(table.noun(), shown(id)),
                                "Choose another id, or send the ETag of the stored one in If-Match to change it.")));
    }

    /**
     * Stores a changed row.
     *
     * @param ifMatch the revision that the change is based on, as an ETag
     * @param next makes the new row from the present one
     * @param shown the fields of a row as the caller may see them: a record; the caller's own wish and the present row are compared by it
     */
    public <K, V> Mono<V> change(
            SalesTable<K, V> table,
            K key,
            String id,
            @Nullable String ifMatch,
            Function<V, V> next,
            Function<V, Record> shown) {
        return change(
                table, key, id, ifMatch, next, shown, (before, wanted) -> grid.replace(table, key, before, wanted));
    }

    /**
     * Stores a changed row in a way of its own, such as together with others.
     *
     * @param store stores the wanted row in place of the present one; says whether that was still there
     */
    public <K, V> Mono<V> change(
            SalesTable<K, V> table,
            K key,
            String id,
            @Nullable String ifMatch,
            Function<V, V> next,
            Function<V, Record> shown,
            BiFunction<V, V, Mono<Boolean>> store) {
        long expected = revision(ifMatch);
        return known(table, key, id).flatMap(before -> {
            V wanted = next.apply(before);
            if (table.revisionOf().applyAsLong(before) != expected) {
                return Mono.error(changed(table, id, expected, before, shown.apply(before), shown.apply(wanted)));
            }
            return store.apply(before, wanted)
                    .flatMap(stored -> stored
                            ? Mono.just(wanted)
                            : known(table, key, id)
                                    .flatMap(now -> Mono.error(
                                            changed(table, id, expected, now, shown.apply(now), shown.apply(wanted)))));
        });
    }

    /** Returns a row that is still as the caller saw it. */
    public <K, V> Mono<V> unchanged(SalesTable<K, V> table, K key, String id, @Nullable String ifMatch) {
        long expected = revision(ifMatch);
        return known(table, key, id)
                .flatMap(row -> table.revisionOf().applyAsLong(row) == expected
                        ? Mono.just(row)
                        : Mono.error(changed(table, id, expected, row, NOTHING, NOTHING)));
    }

    /** Removes a row that is still as the caller saw it. */
    public <K, V> Mono<V> remove(SalesTable<K, V> table, K key, String id, @Nullable String ifMatch) {
        return unchanged(table, key, id, ifMatch)
                .flatMap(before -> grid.remove(table, key, before)
                        .flatMap(gone -> gone
                                ? Mono.just(before)
                                : known(table, key, id)
                                        .flatMap(now -> Mono.error(
                                                changed(table, id, revision(ifMatch), now, NOTHING, NOTHING)))));
    }

    /** Refuses a reference to what is not there; empty text refers to nothing. */
    public <V> Mono<Void> require(SalesTable<String, V> table, String field, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            return Mono.empty();
        }
        return grid.find(table, id)
                .switchIfEmpty(Mono.error(() -> refused(
                        field,
                        id,
                        "There is no %s with this id.".formatted(table.noun()),
                        "Use one of GET /api/v1/sigma/%s, or leave it out.".formatted(table.path()))))
                .then();
    }

    /** Returns an id that can be part of an address. */
    public static String checked(String id) {
        if (ID.matcher(id).matches()) {
            return id;
        }
        throw refused(
                "id",
                id,
                "It must be 1 to 80 letters, digits, points, underscores and hyphens.",
                "Send such an id, as acme-corp.");
    }

    /** Returns a revision as an ETag. */
    public static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    public static NqbaException refused(String field, String value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The request has a wrong field: %s.".formatted(field),
                remedy,
                List.of(new FieldProblem(field, shown(value), problem, remedy)),
                null);
    }

    public static NqbaException none(SalesTable<?, ?> table, String id) {
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no %s with id (%s).".formatted(table.noun(), shown(id)),
                "Check the id; GET /api/v1/sigma/%s lists them.".formatted(table.path()));
    }

    private record Nothing() {}

    private static final Record NOTHING = new Nothing();

    private static long revision(@Nullable String ifMatch) {
        Matcher tag = TAG.matcher(ifMatch == null ? "" : ifMatch.strip());
        if (!tag.matches()) {
            throw refused(
                    HttpHeaders.IF_MATCH,
                    ifMatch == null ? "" : ifMatch,
                    ifMatch == null ? "It is missing." : "It is no revision.",
                    "Send the ETag of the row that the change is based on, such as \"3\" in quotes.");
        }
        return Long.parseLong(tag.group(1));
    }

    private static <V> NqbaException changed(
            SalesTable<?, V> table, String id, long expected, V now, Record stored, Record wanted) {
        long revision = table.revisionOf().applyAsLong(now);
        return new NqbaException(
                ErrorCode.CONFLICT,
                "The %s (%s) was changed after revision %d; it is at %d now."
                        .formatted(table.noun(), shown(id), expected, revision),
                "Look at the fields that differ, and repeat the change with If-Match: \"%d\".".formatted(revision),
                differences(stored, wanted, revision),
                null);
    }

    private static List<FieldProblem> differences(Record stored, Record wanted, long revision) {
        List<FieldProblem> fields = new ArrayList<>();
        for (RecordComponent part : stored.getClass().getRecordComponents()) {
            Object there = value(part, stored);
            Object sent = value(part, wanted);
            if (!Objects.equals(there, sent) && !part.getName().equals("revision")) {
                fields.add(new FieldProblem(
                        part.getName(),
                        shown(String.valueOf(there)),
                        "Revision %d has (%s); you sent (%s)."
                                .formatted(revision, shown(String.valueOf(there)), shown(String.valueOf(sent))),
                        "Keep the stored value, or send yours on the new revision."));
            }
        }
        return fields;
    }

    private static @Nullable Object value(RecordComponent part, Record of) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record can always be read.", e);
        }
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
