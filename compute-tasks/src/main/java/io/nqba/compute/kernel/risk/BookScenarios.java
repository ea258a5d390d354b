package io.nqba.compute.kernel.risk;

import io.nqba.compute.kernel.coordination.ExactSums;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/**
 * Profit and loss of a book per scenario, summed so that neither the order of the positions nor their grouping over nodes changes a
 * bit. Each node adds its positions, the parts are merged, the tail loss is read off the whole. Mutable, one thread; crosses the grid
 * wire.
 */
public final class BookScenarios {
    private final int scenarios;
    private final ExactSums sums;
    private long positions;

    public BookScenarios(int scenarios) {
        this.scenarios = scenarios;
        sums = new ExactSums(scenarios);
    }

    /**
     * Adds a position.
     *
     * @param value in money, negative for a short position
     * @param returns of its instrument per scenario; a gap, not a number, counts as 0
     * @throws NqbaException if the shape differs or a profit is infinite
     */
    public void add(double value, double[] returns) {
        if (returns.length != scenarios || !Double.isFinite(value)) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "A position (value %s) has %d scenarios, the book has %d."
                            .formatted(value, returns.length, scenarios),
                    "Give every position a finite value and the book's scenarios.");
        }
        for (int t = 0; t < scenarios; t++) {
            double profit = value * returns[t];
            if (!Double.isNaN(profit)) {
                sums.add(t, profit);
            }
        }
        positions++;
    }

    /** Adds all positions of another part. */
    public void merge(BookScenarios other) {
        if (other.scenarios != scenarios) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The parts have %d and %d scenarios.".formatted(scenarios, other.scenarios),
                    "Let every node use the same scenarios.");
        }
        sums.add(other.sums);
        positions += other.positions;
    }

    public long positions() {
        return positions;
    }

    /** Returns profit (above 0) or loss per scenario, in money. */
    public double[] profits() {
        return sums.toArray();
    }

    /** Returns the historical tail loss of the whole book, in money. */
    public TailLoss tailLoss(double level) {
        return TailLoss.estimate(TailLoss.Method.HISTORICAL, profits(), level);
    }
}
