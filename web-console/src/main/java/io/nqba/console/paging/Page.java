package io.nqba.console.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a longer list, in its order.
 *
 * @param items the items of this page
 * @param next cursor of the next page, or null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** Most items of one page. */
    public static final int MAX_LIMIT = 1_000;

    public Page {
        items = List.copyOf(items);
    }

    /** Returns a list that fits on one page. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * Cuts a page from a look-up that asked for one row more than the page holds.
     *
     * @param rows at most {@code limit + 1} rows
     * @param cursorOf the cursor that continues after an item
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursorOf.apply(items.get(limit - 1)));
    }
}
