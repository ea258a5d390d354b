package io.nqba.compute.kernel.portfolio;

import java.util.Arrays;

/** A dense symmetric matrix, such as a covariance. Immutable as seen from outside the package. */
public final class SymmetricMatrix {
    private final int size;
    private final double[] cells;

    /** @param cells row by row, shape {@code [size · size]}; kept, not copied */
    SymmetricMatrix(int size, double[] cells) {
        this.size = size;
        this.cells = cells;
    }

    /**
     * Copies rows.
     *
     * @param rows shape {@code [size][size]}
     * @throws IllegalArgumentException if the shape is not square, a cell is not a number, or the two halves differ
     */
    public static SymmetricMatrix of(double[][] rows) {
        int size = rows.length;
        double[] cells = new double[size * size];
        for (int i = 0; i < size; i++) {
            if (rows[i].length != size) {
                throw new IllegalArgumentException(
                        "Row %d (%d cells) of a symmetric matrix must have as many cells as there are rows (%d)."
                                .formatted(i, rows[i].length, size));
            }
            for (int j = 0; j < size; j++) {
                double cell = rows[i][j];
                if (!Double.isFinite(cell) || Math.abs(cell - rows[j][i]) > 1e-9 * (Math.abs(cell) + 1e-12)) {
                    throw new IllegalArgumentException(
                            "Cell %d, %d (%s) of a symmetric matrix must be a number equal to cell %d, %d."
                                    .formatted(i, j, cell, j, i));
                }
                cells[i * size + j] = i <= j ? cell : rows[j][i];
            }
        }
        return new SymmetricMatrix(size, cells);
    }

    public int size() {
        return size;
    }

    public double get(int i, int j) {
        return cells[i * size + j];
    }

    /** The cells themselves, row by row; read only by agreement within the package. */
    double[] cells() {
        return cells;
    }

    /** Returns M·x. Cost O(n²). */
    public double[] times(double[] x) {
        double[] product = new double[size];
        for (int i = 0; i < size; i++) {
            product[i] = Vectors.dot(cells, i * size, x, size);
        }
        return product;
    }

    /** Returns x'Mx. */
    public double form(double[] x) {
        return Vectors.dot(times(x), x);
    }

    /** Returns the rows and columns named, in that order. */
    public SymmetricMatrix select(int[] chosen) {
        int count = chosen.length;
        double[] part = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                part[i * count + j] = cells[chosen[i] * size + chosen[j]];
            }
        }
        return new SymmetricMatrix(count, part);
    }

    /** Returns factor · this + addend · I. */
    public SymmetricMatrix scaled(double factor, double addend) {
        double[] result = new double[cells.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = factor * cells[k];
        }
        for (int i = 0; i < size; i++) {
            result[i * size + i] += addend;
        }
        return new SymmetricMatrix(size, result);
    }

    public double[] diagonal() {
        double[] diagonal = new double[size];
        Arrays.setAll(diagonal, i -> cells[i * size + i]);
        return diagonal;
    }
}
