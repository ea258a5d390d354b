package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What one owner holds under one mandate: cash here, shares in its {@link Position}s. Partitioned by its own id. */
public final class Portfolio {
    private static final String PORTFOLIO_BY_BOOK = "portfolio_by_book";

    @QuerySqlField(name = "PORTFOLIO_ID")
    private final String portfolioId;

    @QuerySqlField(name = "BOOK_ID", orderedGroups = @QuerySqlField.Group(name = PORTFOLIO_BY_BOOK, order = 0))
    private final String bookId;

    @QuerySqlField(name = "NAME", orderedGroups = @QuerySqlField.Group(name = PORTFOLIO_BY_BOOK, order = 1))
    private final String name;

    @QuerySqlField(name = "UNIVERSE_ID")
    private final String universeId;

    @QuerySqlField(name = "CURRENCY")
    private final String currency;

    @QuerySqlField(name = "CASH")
    private final double cash;

    @QuerySqlField(name = "OWNER")
    private final String owner;

    private final Mandate mandate;

    /**
     * @param portfolioId identifier
     * @param bookId the {@link Book} it belongs to
     * @param name what people call it
     * @param universeId the {@link Universe} of its instruments
     * @param currency ISO 4217 code of its value
     * @param cash money not invested; negative when borrowed
     * @param owner for whom it is held
     * @param mandate what the owner allows
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Portfolio(
            String portfolioId,
            String bookId,
            String name,
            String universeId,
            String currency,
            double cash,
            String owner,
            Mandate mandate) {
        this.portfolioId = Require.text("portfolioId", portfolioId);
        this.bookId = Require.text("bookId", bookId);
        this.name = Require.text("name", name);
        this.universeId = Require.text("universeId", universeId);
        this.currency = Require.text("currency", currency);
        this.cash = Require.finite("cash", cash, "");
        this.owner = Require.text("owner", owner);
        this.mandate = mandate;
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String bookId() {
        return bookId;
    }

    public String name() {
        return name;
    }

    public String universeId() {
        return universeId;
    }

    public String currency() {
        return currency;
    }

    public double cash() {
        return cash;
    }

    public String owner() {
        return owner;
    }

    public Mandate mandate() {
        return mandate;
    }

    /** Returns the same portfolio with other cash. */
    public Portfolio withCash(double newCash) {
        return new Portfolio(portfolioId, bookId, name, universeId, currency, newCash, owner, mandate);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Portfolio that
                && portfolioId.equals(that.portfolioId)
                && bookId.equals(that.bookId)
                && name.equals(that.name)
                && universeId.equals(that.universeId)
                && currency.equals(that.currency)
                && Double.compare(cash, that.cash) == 0
                && owner.equals(that.owner)
                && mandate.equals(that.mandate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(portfolioId, bookId, name, universeId, currency, cash, owner, mandate);
    }

    @Override
    public String toString() {
        return "Portfolio[%s, %s, %s, %s, %s, %s]".formatted(portfolioId, bookId, name, universeId, currency, cash);
    }
}
