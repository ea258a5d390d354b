package io.nqba.console.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;

/**
 * Columns of a table of comma-separated values (RFC 4180): the header names them with their units, numbers are written
 * with a point and all their digits. Build it once; it keeps no state of a request.
 *
 * @param <T> what a row is made from
 */
public final class CsvTable<T> {
    /** Media type of the answer. */
    public static final String MEDIA_TYPE = "text/csv";

    private static final String LINE_END = "\r\n";

    private final List<String> names = new ArrayList<>();
    private final List<Function<T, @Nullable Object>> values = new ArrayList<>();

    /** Adds a column. */
    public CsvTable<T> column(String name, Function<T, @Nullable Object> value) {
        names.add(name);
        values.add(value);
        return this;
    }

    /** Returns the header line and a line per row, and makes the browser save them under a file name. */
    public Flux<String> lines(Flux<T> rows, ServerHttpResponse response, String fileName) {
        response.getHeaders()
                .setContentDisposition(ContentDisposition.attachment()
                        .filename(fileName.replaceAll("[^A-Za-z0-9._-]", "_"))
                        .build());
        return Flux.just(String.join(",", names) + LINE_END).concatWith(rows.map(this::line));
    }

    String line(T row) {
        return values.stream().map(value -> cell(value.apply(row))).collect(Collectors.joining(",")) + LINE_END;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof Number) {
            return text;
        }
        // A spreadsheet would run a text that begins like a formula.
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
