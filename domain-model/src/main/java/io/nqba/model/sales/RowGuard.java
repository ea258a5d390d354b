package io.nqba.model.sales;

import io.nqba.model.error.Require;

/** How many rows may refer to something when a {@link RewriteOrder} is carried out. Crosses the grid wire. */
public final class RowGuard {
    private final String cache;
    private final String column;
    private final String value;
    private final long most;

    /**
     * @param cache cache of the rows that refer
     * @param column column that refers, as SQL names it
     * @param value what it refers to
     * @param most how many rows were seen; more means that somebody added one
     * @throws IllegalArgumentException if a name has other signs than letters and underscores
     */
    public RowGuard(String cache, String column, String value, long most) {
        this.cache = name("cache", cache);
        this.column = name("column", column);
        this.value = value;
        this.most = Require.within("most", most, 0, Long.MAX_VALUE);
    }

    private static String name(String field, String name) {
        if (!name.matches("[A-Za-z_]{1,64}")) {
            throw new IllegalArgumentException("The %s (%s) must be letters and underscores.".formatted(field, name));
        }
        return name;
    }

    public String cache() {
        return cache;
    }

    public String column() {
        return column;
    }

    public String value() {
        return value;
    }

    public long most() {
        return most;
    }

    @Override
    public String toString() {
        return "RowGuard[%s, %s, %s]".formatted(cache, column, most);
    }
}
