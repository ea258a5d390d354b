package io.nqba.console.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Where a table stands: its address carries filter, order and place, so that a link shows the same rows.
 *
 * @param id unique on the page
 * @param address encoded address of the page with all its parameters but those of the table
 * @param filter text that rows must contain; empty for all
 * @param sort key of the column that orders the rows
 * @param descending whether the largest come first
 * @param range which rows of how many, in words
 * @param next place after the last row shown; empty on the last page
 * @param later whether this is not the first page
 */
public record SortedTable(
        String id,
        String address,
        String filter,
        String sort,
        boolean descending,
        String range,
        String next,
        boolean later) {
    /**
     * One column.
     *
     * @param key its name in the address
     * @param name its heading with the unit
     * @param numeric whether it is aligned right and starts with the largest
     */
    public record Column(String key, String name, boolean numeric) {}

    /** Returns what a screen reader says about the order; null for a column that does not order. */
    public @Nullable String sortOf(Column column) {
        if (!column.key().equals(sort)) {
            return null;
        }
        return descending ? "descending" : "ascending";
    }

    /** Returns the address ordered by a column; a second time the other way round. */
    public String sortHref(Column column) {
        boolean down = column.key().equals(sort) ? !descending : column.numeric();
        return href(column.key(), down, "");
    }

    public String sortIcon(Column column) {
        boolean down = column.key().equals(sort) ? descending : column.numeric();
        return down ? "#i-sort-down" : "#i-sort-up";
    }

    public String nextHref() {
        return next.isEmpty() ? "" : href(sort, descending, next);
    }

    public String firstHref() {
        return later ? href(sort, descending, "") : "";
    }

    /** Returns what {@link #address} carries, for the hidden fields of the filter form. */
    public List<Parameter> parameters() {
        return UriComponentsBuilder.fromUriString(address).build().getQueryParams().entrySet().stream()
                .map(entry -> new Parameter(
                        entry.getKey(), UriUtils.decode(entry.getValue().get(0), StandardCharsets.UTF_8)))
                .toList();
    }

    /**
     * One parameter of the address.
     *
     * @param name its name
     * @param value its value
     */
    public record Parameter(String name, String value) {}

    private String href(String key, boolean down, String after) {
        UriComponentsBuilder href = UriComponentsBuilder.fromUriString(address)
                .queryParam("sort", key)
                .queryParam("dir", down ? "desc" : "asc");
        if (!filter.isEmpty()) {
            href.queryParam("q", UriUtils.encode(filter, StandardCharsets.UTF_8));
        }
        if (!after.isEmpty()) {
            href.queryParam("after", UriUtils.encode(after, StandardCharsets.UTF_8));
        }
        // The address is encoded already: once more would spoil it.
        return href.build().toUriString();
    }
}
