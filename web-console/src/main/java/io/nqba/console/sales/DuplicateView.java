package io.nqba.console.sales;

import io.nqba.model.sales.DuplicateGroup;
import io.nqba.model.sales.DuplicateKind;
import io.nqba.model.sales.DuplicateReason;
import java.util.List;
import java.util.Map;

/**
 * Rows that may be the same.
 *
 * @param likeness share of the name that is alike, 0..1; 1 for the same address or name
 * @param why in words: which field, how alike
 * @param size how many rows there are; the first of them are shown
 */
public record DuplicateView(
        DuplicateKind kind, DuplicateReason reason, double likeness, String why, int size, List<RowView> rows) {
    /**
     * One row.
     *
     * @param fields what it has, by name of field; empty text where nothing is known; persons as far as the reader may see
     */
    public record RowView(String id, long revision, Map<String, String> fields) {}

    static DuplicateView of(DuplicateGroup group, List<RowView> rows) {
        return new DuplicateView(
                group.kind(), group.reason(), group.likeness(), why(group), group.size(), List.copyOf(rows));
    }

    private static String why(DuplicateGroup group) {
        String name = group.kind() == DuplicateKind.LEAD ? "company" : "name";
        return switch (group.reason()) {
            case EMAIL -> "Same e-mail address.";
            case SPELLING -> "Same %s, written differently or twice.".formatted(name);
            case SIMILAR -> "One letter tells their %ss apart: %.0f %% alike.".formatted(name, 100 * group.likeness());
        };
    }
}
