package io.nqba.console.intake;

import io.nqba.model.error.FieldProblem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a {@link CsvBatch}. Its readers answer as if the field had been left out where it cannot be read, and keep what is
 * wrong: only the first fault of a row is reported, as the grid does.
 */
public final class CsvRow {
    private final int place;
    private final Map<String, Integer> header;
    private final List<String> fields;
    private @Nullable FieldProblem problem;

    CsvRow(int place, Map<String, Integer> header, List<String> fields) {
        this.place = place;
        this.header = header;
        this.fields = fields;
        for (int i = header.size(); i < fields.size(); i++) {
            if (!fields.get(i).isBlank()) {
                refuse(
                        "column " + (i + 1),
                        fields.get(i),
                        "The header has no such column.",
                        "Name it in the first line, or quote fields that hold a comma.");
            }
        }
    }

    /** Returns the text of a field, empty when it is left out. */
    public String text(String column) {
        Integer index = header.get(column);
        return index == null || index >= fields.size() ? "" : fields.get(index).strip();
    }

    /** Returns a number, or null when the field is left out or no number. */
    public @Nullable Double number(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            refuse(column, text, "It is not a number.", "Write it with a point and no separators, such as 1234.5.");
            return null;
        }
    }

    /** Returns a moment, or null when the field is left out or none. */
    public @Nullable Instant moment(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            refuse(column, text, "It is not a moment.", "Write it in full, such as 2026-01-05T15:30:00Z.");
            return null;
        }
    }

    private void refuse(String column, String value, String what, String remedy) {
        if (problem == null) {
            problem = new FieldProblem("rows[%d].%s".formatted(place, column), CsvBatch.shown(value), what, remedy);
        }
    }

    @Nullable
    FieldProblem problem() {
        return problem;
    }
}
