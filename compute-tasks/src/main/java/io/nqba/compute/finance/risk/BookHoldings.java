package io.nqba.compute.finance.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The largest portfolios of a book, each by itself, and the sum of the others. Neither order nor grouping changes a bit of it: the
 * largest are the largest whoever finds them, and the others are added up exactly. Mutable, one thread; crosses the grid wire.
 */
final class BookHoldings {
    private static final Comparator<PortfolioHolding> LARGEST_FIRST =
            Comparator.comparingDouble(PortfolioHolding::gross).reversed().thenComparing(PortfolioHolding::portfolioId);

    private final int mostLines;
    private final ArrayList<PortfolioHolding> largest = new ArrayList<>();
    private final ExposureSums others;

    BookHoldings(int mostLines, int instruments) {
        this.mostLines = mostLines;
        this.others = new ExposureSums(instruments);
    }

    void add(PortfolioHolding holding) {
        largest.add(holding);
        if (largest.size() > 2 * mostLines) {
            keepLargest();
        }
    }

    void merge(BookHoldings other) {
        largest.addAll(other.largest);
        others.merge(other.others);
        keepLargest();
    }

    private void keepLargest() {
        largest.sort(LARGEST_FIRST);
        while (largest.size() > mostLines) {
            PortfolioHolding small = largest.remove(largest.size() - 1);
            others.addPortfolio(small.cash());
            for (int k = 0; k < small.size(); k++) {
                others.addPosition(small.place(k), small.shares(k));
            }
        }
    }

    /** Returns those that have a line of their own, the largest first. */
    List<PortfolioHolding> largest() {
        keepLargest();
        return List.copyOf(largest);
    }

    /** Returns the sum of the others; call {@link #largest} first. */
    ExposureSums others() {
        return others;
    }
}
