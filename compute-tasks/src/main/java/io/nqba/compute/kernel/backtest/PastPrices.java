package io.nqba.compute.kernel.backtest;

/**
 * Prices as they were known at the end of a day: that day and everything before it. It has no way to reach a later one, since every
 * look-up counts back from its day.
 */
public final class PastPrices {
    private final PriceTable table;
    private final int start;
    private int day;

    /**
     * @param table the prices
     * @param start day on which the backtest begins; earlier days can be seen but are not traded
     */
    PastPrices(PriceTable table, int start) {
        this.table = table;
        this.start = start;
        this.day = start;
    }

    void moveTo(int day) {
        this.day = day;
    }

    public int assets() {
        return table.assets();
    }

    /** Returns days since the backtest began; 0 on its first. */
    public int elapsed() {
        return day - start;
    }

    /** Returns how many days can be looked back; 0 when today is all there is. */
    public int reach() {
        return day;
    }

    /** Returns whether the instrument can be held today. */
    public boolean listed(int asset) {
        return table.listed(asset, day);
    }

    /** Returns how many instruments can be held today. */
    public int listed() {
        int count = 0;
        for (int asset = 0; asset < table.assets(); asset++) {
            count += table.listed(asset, day) ? 1 : 0;
        }
        return count;
    }

    /**
     * Returns a close; not a number before the listing.
     *
     * @param daysAgo 0 for today
     * @throws IllegalArgumentException if it points to the future
     */
    public double close(int asset, int daysAgo) {
        if (daysAgo < 0) {
            throw new IllegalArgumentException(
                    "The daysAgo (%d) must be 0 or more: a strategy does not know the future.".formatted(daysAgo));
        }
        return daysAgo > day ? Double.NaN : table.close(asset, day - daysAgo);
    }

    /** Returns the relative change of the close from {@code fromDaysAgo} to {@code toDaysAgo}; not a number without both. */
    public double change(int asset, int fromDaysAgo, int toDaysAgo) {
        return close(asset, toDaysAgo) / close(asset, fromDaysAgo) - 1;
    }

    /** Returns the mean close of the last {@code window} days; not a number when the listing is shorter. */
    public double average(int asset, int window) {
        if (window < 1) {
            throw new IllegalArgumentException("The window (%d) must be 1 or more.".formatted(window));
        }
        return window > day + 1 ? Double.NaN : table.mean(asset, day - window + 1, day);
    }

    /** Returns the standard deviation of the last {@code window} closes; not a number when the listing is shorter. */
    public double deviation(int asset, int window) {
        double mean = average(asset, window);
        double squares = 0;
        for (int ago = 0; ago < window; ago++) {
            double off = close(asset, ago) - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / (window - 1));
    }
}
