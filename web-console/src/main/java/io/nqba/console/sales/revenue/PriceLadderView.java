package io.nqba.console.sales.revenue;

import io.nqba.model.sales.PriceLadder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Prices beside the list.
 *
 * @param rows by product and segment
 * @param bands of all products, then by product, the deepest discount first
 * @param lostWithOffer lost deals that keep what was offered
 * @param lost lost deals
 * @param notes what a reader must know
 */
record PriceLadderView(
        LocalDate asOf,
        List<PriceRowView> rows,
        List<PriceBandView> bands,
        long lostWithOffer,
        long lost,
        List<String> notes) {
    static PriceLadderView of(PriceLadder ladder) {
        return new PriceLadderView(
                LocalDate.ofEpochDay(ladder.asOfDay()),
                Arrays.stream(ladder.rows()).map(PriceRowView::of).toList(),
                Arrays.stream(ladder.bands()).map(PriceBandView::of).toList(),
                ladder.lostWithOffer(),
                ladder.lost(),
                List.of(ladder.notes()));
    }
}
