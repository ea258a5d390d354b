package io.nqba.console.grid;

import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A sorted list in pages that begin after the last row seen, so that a late page costs what the first does and rows that come or
 * go meanwhile move nothing. Build one a request; conditions are SQL of the caller, never of a user.
 *
 * @param <V> what a row becomes
 */
final class KeysetQuery<V> {
    private final StringBuilder statement;
    private final List<Object> arguments;
    private String separator;

    /**
     * @param select a statement up to its table and joins, with or without a condition
     * @param arguments those of its placeholders
     */
    KeysetQuery(String select, Object... arguments) {
        this.statement = new StringBuilder(select);
        this.separator = select.contains("WHERE") ? " AND " : " WHERE ";
        this.arguments = new ArrayList<>(List.of(arguments));
    }

    /**
     * What a list can be sorted by.
     *
     * @param column SQL expression, never null in a row
     * @param value the same of an item of the page
     * @param place what stands for a value in a cursor, as an argument of the statement
     */
    record Sort<V>(String column, Function<V, String> value, Function<String, Object> place) {
        static <V> Sort<V> text(String column, Function<V, String> value) {
            return new Sort<>(column, value, place -> place);
        }

        /** A number, written into the cursor so that it reads back as the same bits. */
        static <V> Sort<V> number(String column, ToDoubleFunction<V> value) {
            return new Sort<>(column, item -> Double.toString(value.applyAsDouble(item)), Sort::numberOf);
        }

        private static Object numberOf(String place) {
            try {
                return Double.valueOf(place);
            } catch (NumberFormatException otherOrder) {
                throw Cursor.unknown(place, otherOrder);
            }
        }
    }

    /** Keeps rows for which a condition holds. */
    KeysetQuery<V> and(String condition, Object... values) {
        statement.append(separator).append('(').append(condition).append(')');
        separator = " AND ";
        Collections.addAll(arguments, values);
        return this;
    }

    /** Keeps rows of which a column has a value; all when there is none. */
    KeysetQuery<V> equal(String column, @Nullable Object value) {
        return value == null ? this : and(column + " = ?", value);
    }

    /** Counts the rows of all pages, up to {@code most}. */
    Mono<Long> count(GridSql sql, long most) {
        List<Object> all = new ArrayList<>(arguments);
        all.add(most);
        return sql.rows("SELECT COUNT(*) FROM (" + statement + " LIMIT ?)", all.toArray())
                .map(rows -> GridSql.whole(rows.get(0), 0));
    }

    /** Keeps rows of which a column contains a text, any case; all when there is no text. */
    KeysetQuery<V> containing(@Nullable String search, String... columns) {
        if (search == null || search.isBlank()) {
            return this;
        }
        List<String> conditions = new ArrayList<>();
        List<Object> patterns = new ArrayList<>();
        for (String column : columns) {
            conditions.add("LOWER(" + column + ") LIKE ?");
            patterns.add(GridSql.containing(search));
        }
        return and(String.join(" OR ", conditions), patterns.toArray());
    }

    /**
     * Asks for a page.
     *
     * @param by what the list is sorted by
     * @param descending whether the largest come first
     * @param id what tells equal ones apart, always ascending
     * @param cursor {@code next} of the previous page, or null for the first
     * @param limit most items of the page
     * @param reading makes an item of a row
     */
    Mono<Page<V>> page(
            GridSql sql,
            Sort<V> by,
            boolean descending,
            Sort<V> id,
            @Nullable String cursor,
            int limit,
            Function<List<?>, V> reading) {
        List<String> last = Cursor.parse(cursor, 2);
        if (!last.isEmpty()) {
            Object place = by.place().apply(last.get(0));
            and(
                    "%1$s %2$s ? OR %1$s = ? AND %3$s > ?".formatted(by.column(), descending ? "<" : ">", id.column()),
                    place,
                    place,
                    id.place().apply(last.get(1)));
        }
        statement.append(" ORDER BY %s%s, %s LIMIT ?".formatted(by.column(), descending ? " DESC" : "", id.column()));
        arguments.add(limit + 1);
        return sql.rows(statement.toString(), arguments.toArray())
                .map(rows -> Page.of(
                        rows.stream().map(reading).toList(),
                        limit,
                        item -> Cursor.after(by.value().apply(item), id.value().apply(item))));
    }
}
