package io.nqba.node.finance;

import io.nqba.model.error.Require;

/**
 * What a generated book is made of.
 *
 * @param bookId id of the book
 * @param name what people call it
 * @param portfolios how many mandates it has
 * @param allowed instruments each mandate may hold; 0 for the whole universe
 * @param held instruments each portfolio holds
 * @param seed equal seeds give equal books over equal universes
 */
public record BookRecipe(String bookId, String name, int portfolios, int allowed, int held, long seed) {
    private static final int MOST_PORTFOLIOS = 100_000;
    private static final int MOST_INSTRUMENTS = 5_000;

    /** @throws IllegalArgumentException if a value is outside its range; the text names it */
    public BookRecipe {
        Require.text("book", bookId);
        Require.text("name", name);
        Require.within("portfolios", portfolios, 1, MOST_PORTFOLIOS);
        Require.within("allowed", allowed, 0, MOST_INSTRUMENTS);
        Require.within("held", held, 1, allowed == 0 ? MOST_INSTRUMENTS : allowed);
    }
}
