package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Portfolios that are looked at together, with the universe that their risk is measured in. Replicated. */
public final class Book {
    @QuerySqlField(name = "BOOK_ID")
    private final String bookId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "CURRENCY")
    private final String currency;

    @QuerySqlField(name = "UNIVERSE_ID")
    private final String universeId;

    /**
     * @param bookId identifier
     * @param name what people call it
     * @param currency ISO 4217 code of its totals
     * @param universeId the {@link Universe} of its portfolios
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Book(String bookId, String name, String currency, String universeId) {
        this.bookId = Require.text("bookId", bookId);
        this.name = Require.text("name", name);
        this.currency = Require.text("currency", currency);
        this.universeId = Require.text("universeId", universeId);
    }

    public String bookId() {
        return bookId;
    }

    public String name() {
        return name;
    }

    public String currency() {
        return currency;
    }

    public String universeId() {
        return universeId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Book that
                && bookId.equals(that.bookId)
                && name.equals(that.name)
                && currency.equals(that.currency)
                && universeId.equals(that.universeId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bookId, name, currency, universeId);
    }

    @Override
    public String toString() {
        return "Book[%s, %s, %s, %s]".formatted(bookId, name, currency, universeId);
    }
}
