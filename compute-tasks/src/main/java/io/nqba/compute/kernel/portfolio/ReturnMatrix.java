package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * Returns per asset and period, with gaps (not a number) where an asset was not listed yet. Immutable.
 *
 * <p>One array per asset, so that every estimate runs over neighbouring numbers.
 */
public final class ReturnMatrix {
    private final double[][] series;
    private final int periods;

    private ReturnMatrix(double[][] series, int periods) {
        this.series = series;
        this.periods = periods;
    }

    /**
     * Takes returns as they are.
     *
     * @param series shape {@code [assets][periods]}, such as 0.01 for 1 %; not a number for a gap; copied
     * @throws NqbaException if there is no asset, the lengths differ, or a return is infinite or -1 or below
     */
    public static ReturnMatrix of(double[][] series) {
        int periods = lengthOf(series, "returns");
        double[][] copy = new double[series.length][];
        for (int j = 0; j < series.length; j++) {
            copy[j] = series[j].clone();
            for (int t = 0; t < periods; t++) {
                if (!Double.isNaN(copy[j][t]) && !(copy[j][t] > -1 && copy[j][t] < Double.POSITIVE_INFINITY)) {
                    throw new NqbaException(
                            ErrorCode.INVALID_DATA,
                            "The return (%s) of asset %d in period %d must be above -1 and finite."
                                    .formatted(copy[j][t], j, t),
                            "Correct the return, or leave it out as a gap.");
                }
            }
        }
        return new ReturnMatrix(copy, periods);
    }

    /**
     * Relative changes of prices. A gap within a series takes the price before it; a period without any return is left out.
     *
     * @param prices shape {@code [assets][days]}, above 0; not a number for a gap
     * @throws NqbaException if there is no asset, the lengths differ, or a price is infinite, 0 or negative
     */
    public static ReturnMatrix fromPrices(double[][] prices) {
        int days = lengthOf(prices, "prices");
        double[][] all = new double[prices.length][Math.max(0, days - 1)];
        boolean[] present = new boolean[Math.max(0, days - 1)];
        for (int j = 0; j < prices.length; j++) {
            double before = Double.NaN;
            for (int t = 0; t < days; t++) {
                double price = prices[j][t];
                if (!Double.isNaN(price) && !(price > 0 && price < Double.POSITIVE_INFINITY)) {
                    throw new NqbaException(
                            ErrorCode.INVALID_DATA,
                            "The price (%s) of asset %d on day %d must be above 0 and finite.".formatted(price, j, t),
                            "Correct the price, or leave it out as a gap.");
                }
                double now = Double.isNaN(price) ? before : price;
                if (t > 0) {
                    all[j][t - 1] = now / before - 1;
                    present[t - 1] |= !Double.isNaN(all[j][t - 1]);
                }
                before = now;
            }
        }
        return new ReturnMatrix(all, present.length).keep(present);
    }

    private static int lengthOf(double[][] series, String what) {
        if (series.length == 0) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The matrix of %s has no asset.".formatted(what),
                    "Give at least one asset.");
        }
        for (int j = 1; j < series.length; j++) {
            if (series[j].length != series[0].length) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "Asset %d has %d %s, asset 0 has %d.".formatted(j, series[j].length, what, series[0].length),
                        "Give every asset the same periods, with gaps where it was not listed.");
            }
        }
        return series[0].length;
    }

    public int assets() {
        return series.length;
    }

    public int periods() {
        return periods;
    }

    public double get(int asset, int period) {
        return series[asset][period];
    }

    /** The series of one asset itself; read only by agreement within the package. */
    double[] series(int asset) {
        return series[asset];
    }

    /** Returns a copy of the series of one asset. */
    public double[] copyOf(int asset) {
        return series[asset].clone();
    }

    /** Returns how many returns an asset has. */
    public int count(int asset) {
        return (int) Arrays.stream(series[asset]).filter(r -> !Double.isNaN(r)).count();
    }

    /** Returns the periods in which every asset has a return. */
    public ReturnMatrix completePeriods() {
        boolean[] complete = new boolean[periods];
        for (int t = 0; t < periods; t++) {
            complete[t] = true;
            for (double[] one : series) {
                complete[t] &= !Double.isNaN(one[t]);
            }
        }
        return keep(complete);
    }

    /** Returns the series of some assets, in that order. */
    public ReturnMatrix select(int[] assets) {
        return new ReturnMatrix(Arrays.stream(assets).mapToObj(j -> series[j]).toArray(double[][]::new), periods);
    }

    /** Returns the periods {@code from} (inclusive) to {@code to} (exclusive). */
    public ReturnMatrix between(int from, int to) {
        double[][] part = new double[series.length][];
        Arrays.setAll(part, j -> Arrays.copyOfRange(series[j], from, to));
        return new ReturnMatrix(part, to - from);
    }

    /** Returns the matrix with 0 in place of every gap. */
    ReturnMatrix gapsAsZero() {
        double[][] filled = new double[series.length][];
        Arrays.setAll(
                filled,
                j -> Arrays.stream(series[j]).map(r -> Double.isNaN(r) ? 0 : r).toArray());
        return new ReturnMatrix(filled, periods);
    }

    /** Returns of the portfolio that is brought back to {@code weights} every period; gaps count as 0. Shape {@code [periods]}. */
    public double[] portfolio(double[] weights) {
        double[] total = new double[periods];
        for (int j = 0; j < series.length; j++) {
            if (weights[j] != 0) {
                for (int t = 0; t < periods; t++) {
                    total[t] += Double.isNaN(series[j][t]) ? 0 : weights[j] * series[j][t];
                }
            }
        }
        return total;
    }

    private ReturnMatrix keep(boolean[] wanted) {
        int kept = 0;
        for (boolean one : wanted) {
            kept += one ? 1 : 0;
        }
        double[][] rest = new double[series.length][kept];
        for (int j = 0; j < series.length; j++) {
            int at = 0;
            for (int t = 0; t < periods; t++) {
                if (wanted[t]) {
                    rest[j][at++] = series[j][t];
                }
            }
        }
        return new ReturnMatrix(rest, kept);
    }
}
