package io.nqba.compute.kernel.portfolio;

/**
 * Answer of a convex programme with the multipliers that prove how good it is.
 *
 * @param x shape {@code [n]}
 * @param y multipliers of the equalities
 * @param lambda multipliers of the rows, in [0, price]
 * @param value objective at x
 * @param bound proven lower bound of the objective
 * @param steps Newton steps taken
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record ProgramSolution(double[] x, double[] y, double[] lambda, double value, double bound, int steps) {
    static ProgramSolution of(ConvexProgram program, double[] x, double[] y, double[] lambda, int steps) {
        return new ProgramSolution(x, y, lambda, program.value(x), program.bound(x, y, lambda), steps);
    }

    double gap() {
        return value - bound;
    }
}
