package io.nqba.compute.kernel.annealing;

/**
 * The pairs of a problem in their final order, to which coefficients are added without another copy: for readers of problems that fill
 * most of the heap. Everybody else takes {@link ProblemBuilder}. Arrays handed in are taken over.
 */
public final class ProblemRows {
    private final Sense sense;
    private final Domain domain;
    private final int[] start;
    private final int[] column;
    private final long divisor;

    /**
     * Checks the order in O(n + m).
     *
     * @param start first pair of each row, then the number of pairs, shape {@code [n + 1]}
     * @param column second variable of each pair, rising in each row and higher than the row, shape {@code [m]}
     * @param divisor what all coefficients are to be divided by, 1 or more
     * @throws IllegalArgumentException if the pairs are not in that order
     */
    public ProblemRows(Sense sense, Domain domain, int[] start, int[] column, long divisor) {
        this.sense = sense;
        this.domain = domain;
        this.start = start;
        this.column = column;
        this.divisor = divisor;
        require(start.length > 0 && start[0] == 0, "first row", start.length);
        require(start[start.length - 1] == column.length, "number of pairs", column.length);
        require(divisor > 0, "divisor", divisor);
        for (int row = 0; row + 1 < start.length; row++) {
            checkRow(row);
        }
    }

    private void checkRow(int row) {
        require(start[row] <= start[row + 1], "start of row", start[row + 1]);
        int before = row;
        for (int k = start[row]; k < start[row + 1]; k++) {
            require(column[k] > before, "column", column[k]);
            before = column[k];
        }
        require(before < start.length - 1, "column", before);
    }

    /** Returns the problem with integer coefficients, numerators of the divisor; none may be 0. */
    public QuadraticProblem exact(long offset, long[] linear, int[] coupling) {
        return exact(offset, linear, Coefficients.exact(coupling));
    }

    /** Returns the problem with integer coefficients, numerators of the divisor; none may be 0. */
    public QuadraticProblem exact(long offset, long[] linear, long[] coupling) {
        return exact(offset, linear, Coefficients.exact(coupling));
    }

    private QuadraticProblem exact(long offset, long[] linear, Coefficients coupling) {
        return problem(Coefficients.exact(new long[] {offset}), Coefficients.exact(linear), coupling);
    }

    /** Returns the problem with finite real coefficients. */
    public QuadraticProblem real(double offset, double[] linear, double[] coupling) {
        return problem(
                Coefficients.real(new double[] {offset}), Coefficients.real(linear), Coefficients.real(coupling));
    }

    private QuadraticProblem problem(Coefficients offset, Coefficients linear, Coefficients coupling) {
        require(linear.size() == start.length - 1, "number of linear coefficients", linear.size());
        require(coupling.size() == column.length, "number of couplings", coupling.size());
        return new QuadraticProblem(sense, domain, offset, linear, start, column, coupling, divisor);
    }

    private static void require(boolean condition, String name, long value) {
        if (!condition) {
            throw new IllegalArgumentException("The %s (%d) must keep the order of rows.".formatted(name, value));
        }
    }
}
