package io.nqba.compute.finance.book;

import io.nqba.model.finance.PortfolioLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What some portfolios of a book hold together. Crosses the grid wire. */
final class BookTally {
    private static final Comparator<PortfolioLine> LARGEST_FIRST =
            Comparator.comparingDouble(PortfolioLine::value).reversed().thenComparing(PortfolioLine::portfolioId);

    private final int mostLines;
    private final HashMap<String, Double> sharesByInstrument = new HashMap<>();
    private final ArrayList<PortfolioLine> lines = new ArrayList<>();
    private int portfolios;
    private double cash;
    private int unpriced;
    private double unpricedValue;
    private @Nullable PortfolioLine best;
    private @Nullable PortfolioLine worst;

    BookTally(int mostLines) {
        this.mostLines = mostLines;
    }

    void add(PortfolioLine line) {
        portfolios++;
        cash += line.cash();
        lines.add(line);
        if (lines.size() > 2 * mostLines) {
            keepLargest();
        }
        rank(line);
    }

    void addShares(String instrumentId, double shares) {
        sharesByInstrument.merge(instrumentId, shares, Double::sum);
    }

    void addUnpriced(double value) {
        unpriced++;
        unpricedValue += value;
    }

    void add(BookTally other) {
        portfolios += other.portfolios;
        cash += other.cash;
        unpriced += other.unpriced;
        unpricedValue += other.unpricedValue;
        other.sharesByInstrument.forEach(this::addShares);
        lines.addAll(other.lines);
        keepLargest();
        if (other.best != null && other.worst != null) {
            rank(other.best);
            rank(other.worst);
        }
    }

    /** A portfolio that was worth nothing at the start has no return and is neither best nor worst beside one that has. */
    private void rank(PortfolioLine line) {
        double gained = line.rangeReturn();
        best = best == null || Double.isNaN(best.rangeReturn()) || gained > best.rangeReturn() ? line : best;
        worst = worst == null || Double.isNaN(worst.rangeReturn()) || gained < worst.rangeReturn() ? line : worst;
    }

    void keepLargest() {
        lines.sort(LARGEST_FIRST);
        if (lines.size() > mostLines) {
            lines.subList(mostLines, lines.size()).clear();
        }
    }

    List<PortfolioLine> lines() {
        keepLargest();
        return List.copyOf(lines);
    }

    Map<String, Double> sharesByInstrument() {
        return sharesByInstrument;
    }

    int portfolios() {
        return portfolios;
    }

    double cash() {
        return cash;
    }

    int unpriced() {
        return unpriced;
    }

    double unpricedValue() {
        return unpricedValue;
    }

    @Nullable
    PortfolioLine best() {
        return best;
    }

    @Nullable
    PortfolioLine worst() {
        return worst;
    }
}
