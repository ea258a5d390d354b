package io.nqba.console.sales;

import io.nqba.model.sales.DuplicateKind;
import io.nqba.privacy.PersonalVault;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * How rows of a kind become one.
 *
 * @param <V> the rows
 * @param <B> what builds the merged row
 */
abstract class MergeKind<V, B> {
    private final DuplicateKind kind;
    private final SalesTable<String, V> table;
    private final List<MergeField<V, B>> fields;

    MergeKind(DuplicateKind kind, SalesTable<String, V> table, List<MergeField<V, B>> fields) {
        this.kind = kind;
        this.table = table;
        this.fields = List.copyOf(fields);
    }

    final DuplicateKind kind() {
        return kind;
    }

    final SalesTable<String, V> table() {
        return table;
    }

    final List<MergeField<V, B>> fields() {
        return fields;
    }

    /** Begins the merged row as the survivor is, one revision on. */
    abstract B begin(V survivor, PersonalVault vault);

    abstract V end(B merged);

    /** Adds what hangs on a row that goes, to hang on the survivor from now on. */
    abstract Mono<Void> move(String survivorId, String otherId, PersonalVault vault, MergeMoves moves);

    /** Clears up after a row that went. */
    Mono<Void> after(String survivorId, String otherId) {
        return Mono.empty();
    }

    /**
     * Makes the merged row: each field from the row that was chosen for it; where none was, from the survivor, or the first other row that
     * knows it.
     *
     * @param rows by id, the survivor first
     * @param choice id by name of field
     */
    final V merged(String survivorId, Map<String, V> rows, Map<String, String> choice, PersonalVault vault) {
        V survivor = known(rows, survivorId);
        MergeField.Reader reader = new MergeField.Reader(vault, true);
        B merged = begin(survivor, vault);
        for (MergeField<V, B> field : fields) {
            String from = choice.get(field.name());
            if (from == null) {
                from = rows.entrySet().stream()
                        .filter(row ->
                                !field.text().apply(row.getValue(), reader).isEmpty())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(survivorId);
            }
            if (!from.equals(survivorId)) {
                field.copy().accept(merged, known(rows, from));
            }
        }
        return end(merged);
    }

    /** Returns what a row has, by name of field. */
    final Map<String, String> shown(V row, MergeField.Reader reader) {
        Map<String, String> shown = new LinkedHashMap<>();
        fields.forEach(field -> shown.put(field.name(), field.text().apply(row, reader)));
        return shown;
    }

    final long revision(V row) {
        return table.revisionOf().applyAsLong(row);
    }

    static String number(double value) {
        return value == 0 || Double.isNaN(value)
                ? ""
                : new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }

    private static <V> V known(Map<String, V> rows, String id) {
        V row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException("The row (%s) must be one of those that are merged.".formatted(id));
        }
        return row;
    }
}
