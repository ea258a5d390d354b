package io.nqba.console.grid;

import java.util.List;
import java.util.Locale;
import org.apache.ignite.cache.query.FieldsQueryCursor;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Runs SQL on the grid. The thin client has it only in a blocking form, so it runs on the pool of the connection. */
@Component
class GridSql {
    private final GridConnection grid;

    GridSql(GridConnection grid) {
        this.grid = grid;
    }

    /** Returns all rows of a statement that limits itself. */
    Mono<List<List<?>>> rows(String sql, Object... arguments) {
        return grid.block(client -> {
            SqlFieldsQuery query = new SqlFieldsQuery(sql).setArgs(arguments).setSchema("PUBLIC");
            try (FieldsQueryCursor<List<?>> cursor = client.query(query)) {
                return cursor.getAll();
            }
        });
    }

    /** Returns the pattern of texts in lower case that contain what somebody typed. */
    static String containing(String search) {
        return "%"
                + search.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }

    /** Returns the table of a cache. */
    static String table(String cache) {
        return cache.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    static String text(List<?> row, int column) {
        return String.valueOf(row.get(column));
    }

    static long whole(List<?> row, int column) {
        return ((Number) row.get(column)).longValue();
    }

    static double number(List<?> row, int column) {
        return ((Number) row.get(column)).doubleValue();
    }
}
