package io.nqba.compute.finance.book;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BookQuery;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;

/**
 * Prices of a universe over the days of a range. A gap takes the price before it; before the first price an instrument
 * stands at that first price, so that holdings keep their value through a listing.
 */
final class BookRange {
    private final PriceHistory history;
    private final int from;
    private final int to;

    private BookRange(PriceHistory history, int from, int to) {
        this.history = history;
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the range of a query.
     *
     * @throws NqbaException {@code DATA_SET_NOT_FOUND} when it holds no day of trading
     */
    static BookRange of(PriceHistory history, BookQuery query) {
        int from = history.indexFrom(query.fromDay());
        int to = query.toDay() == Long.MAX_VALUE ? history.days().length : history.indexFrom(query.toDay() + 1);
        if (from >= to) {
            throw new NqbaException(
                    ErrorCode.DATA_SET_NOT_FOUND,
                    "There are no prices from %s to %s."
                            .formatted(LocalDate.ofEpochDay(query.fromDay()), LocalDate.ofEpochDay(query.toDay())),
                    "Choose a range with days of trading.");
        }
        return new BookRange(history, from, to);
    }

    long[] days() {
        return Arrays.copyOfRange(history.days(), from, to);
    }

    /** Returns the price of an instrument at the end of the range; not a number when it has none. */
    double last(String instrumentId) {
        return price(instrumentId, to - 1);
    }

    double before(String instrumentId) {
        return price(instrumentId, Math.max(0, to - 2));
    }

    double first(String instrumentId) {
        return price(instrumentId, from);
    }

    private double price(String instrumentId, int day) {
        double price = history.closeAt(instrumentId, day);
        int row = history.row(instrumentId);
        if (!Double.isNaN(price) || row < 0) {
            return price;
        }
        for (double later : history.closes()[row]) {
            if (!Double.isNaN(later)) {
                return later;
            }
        }
        return Double.NaN;
    }

    /** Returns the value of holdings at each close, shape {@code [days]}. */
    double[] values(Map<String, Double> sharesByInstrument, double cash) {
        double[] values = new double[to - from];
        Arrays.fill(values, cash);
        // By id, so that the sum does not depend on the order in which the nodes answered.
        sharesByInstrument.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(holding -> {
                    int row = history.row(holding.getKey());
                    double price = first(holding.getKey());
                    for (int t = from; t < to; t++) {
                        double close = history.closes()[row][t];
                        price = Double.isNaN(close) ? price : close;
                        values[t - from] += holding.getValue() * price;
                    }
                });
        return values;
    }

    /**
     * Returns what a sum of money is worth in all instruments equally, brought back to equal weights every day. Only
     * instruments with a price that day and before count.
     */
    double[] equalWeight(double money) {
        double[] values = new double[to - from];
        values[0] = money;
        double[][] closes = history.closes();
        double[] price = new double[closes.length];
        for (int i = 0; i < closes.length; i++) {
            price[i] = history.closeAt(history.instrumentIds().get(i), from);
        }
        for (int t = from + 1; t < to; t++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < closes.length; i++) {
                double now = closes[i][t];
                if (!Double.isNaN(now) && !Double.isNaN(price[i])) {
                    sum += now / price[i] - 1;
                    count++;
                }
                price[i] = Double.isNaN(now) ? price[i] : now;
            }
            values[t - from] = values[t - from - 1] * (1 + (count == 0 ? 0 : sum / count));
        }
        return values;
    }
}
