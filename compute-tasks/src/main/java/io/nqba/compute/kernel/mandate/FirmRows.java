package io.nqba.compute.kernel.mandate;

import java.util.ArrayList;
import java.util.List;

/**
 * What the mandates of a firm share: rows that add up, over all mandates, capital times a linear function of weights and of the sizes
 * of trades. Stored by asset. Immutable.
 */
public final class FirmRows {
    private final int rows;
    private final int[] first;
    private final int[] row;
    private final double[] perWeight;
    private final double[] perTrade;
    private final double[] constant;

    private FirmRows(List<Row> given, int assets) {
        rows = given.size();
        constant = given.stream().mapToDouble(Row::constant).toArray();
        first = new int[assets + 1];
        var entries = new ArrayList<int[]>();
        for (int j = 0; j < assets; j++) {
            for (int r = 0; r < rows; r++) {
                if (given.get(r).perWeight()[j] != 0 || given.get(r).perTrade()[j] != 0) {
                    entries.add(new int[] {r, j});
                }
            }
            first[j + 1] = entries.size();
        }
        row = entries.stream().mapToInt(entry -> entry[0]).toArray();
        perWeight = entries.stream()
                .mapToDouble(entry -> given.get(entry[0]).perWeight()[entry[1]])
                .toArray();
        perTrade = entries.stream()
                .mapToDouble(entry -> given.get(entry[0]).perTrade()[entry[1]])
                .toArray();
    }

    /**
     * One row: Σ over mandates of capital · (perWeight·w + perTrade·|w − start| + constant).
     *
     * @param perWeight shape {@code [assets]}, any sign
     * @param perTrade shape {@code [assets]}, 0 or more, so that the row is convex
     * @param constant per unit of capital; a limit of a share of the capital has minus that share here and 0 as its cap
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Row(double[] perWeight, double[] perTrade, double constant) {}

    /**
     * Takes rows over a universe.
     *
     * @throws IllegalArgumentException if a row has another number of assets, or a trade relieves it */
    public static FirmRows of(List<Row> rows, int assets) {
        for (int r = 0; r < rows.size(); r++) {
            Row given = rows.get(r);
            if (given.perWeight().length != assets || given.perTrade().length != assets) {
                throw new IllegalArgumentException("Row %d must have one number per asset (%d).".formatted(r, assets));
            }
            for (double trade : given.perTrade()) {
                if (!(trade >= 0)) {
                    throw new IllegalArgumentException(
                            "What a trade adds to row %d (%s) must be 0 or more.".formatted(r, trade));
                }
            }
        }
        return new FirmRows(rows, assets);
    }

    public int rows() {
        return rows;
    }

    public int assets() {
        return first.length - 1;
    }

    double constant(int index) {
        return constant[index];
    }

    /** Where the entries of an asset begin; those of the next one begin where they end. */
    int first(int asset) {
        return first[asset];
    }

    int row(int entry) {
        return row[entry];
    }

    double perWeight(int entry) {
        return perWeight[entry];
    }

    double perTrade(int entry) {
        return perTrade[entry];
    }

    /** Subtracts what the rows charge for a weight from {@code gain} and adds what they charge for a trade to {@code tradePrice}. */
    void price(double[] price, double[] gain, double[] tradePrice) {
        for (int j = 0; j < assets(); j++) {
            for (int e = first[j]; e < first[j + 1]; e++) {
                gain[j] -= price[row[e]] * perWeight[e];
                tradePrice[j] += price[row[e]] * perTrade[e];
            }
        }
    }
}
