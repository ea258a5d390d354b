package io.nqba.compute.kernel.portfolio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns a near-optimal point, or the answer of a similar programme, into the exact optimum: guesses which bounds and rows are active,
 * solves the equations that are left, and moves what has the wrong sign to the other side until nothing moves (primal-dual active set).
 *
 * <p>Works for hard rows and a positive definite Hessian over the free variables. Not guaranteed to settle; the caller then keeps the
 * interior point. Cost per turn k³/3 + n·k for k free variables. Source: M. Hintermüller, K. Ito, K. Kunisch, "The primal-dual active
 * set strategy as a semismooth Newton method" (2002), doi:10.1137/S1052623401383558.
 */
final class ActiveSetFinish {
    private static final int MOST_TURNS = 15;
    private static final double TOLERANCE = 1e-12;

    private final ConvexProgram program;
    private final boolean[] free;
    private final boolean[] active;
    private final double[] x;
    private final double[] y;
    private final double[] lambda;
    private double priceScale;

    private ActiveSetFinish(ConvexProgram program, ProgramSolution guess) {
        this.program = program;
        x = guess.x().clone();
        y = guess.y().clone();
        lambda = guess.lambda().clone();
        free = new boolean[x.length];
        active = new boolean[lambda.length];
        priceScale = Math.max(Vectors.largest(program.gradient(x)), Double.MIN_NORMAL);
        guess();
    }

    /** Returns the exact optimum, or null where the active set does not settle. */
    static @Nullable ProgramSolution from(ConvexProgram program, ProgramSolution guess) {
        if (program.hessian() == null || !allHard(program)) {
            return null;
        }
        ActiveSetFinish finish = new ActiveSetFinish(program, guess);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            if (!finish.solve()) {
                return null;
            }
            if (!finish.moved()) {
                return ProgramSolution.of(program, finish.x, finish.y, finish.lambda, guess.steps() + turn + 1);
            }
        }
        return null;
    }

    private static boolean allHard(ConvexProgram program) {
        return Arrays.stream(program.prices()).allMatch(price -> price == Double.POSITIVE_INFINITY);
    }

    private void guess() {
        double[] reduced = program.reducedCosts(x, y, lambda);
        for (int j = 0; j < x.length; j++) {
            double pull = reduced[j] / priceScale;
            double below = x[j] - program.lower()[j];
            double above = program.upper()[j] - x[j];
            free[j] = below >= pull && above >= -pull && below > 0 && above > 0;
            if (!free[j]) {
                x[j] = below <= above ? program.lower()[j] : program.upper()[j];
            }
        }
        for (int i = 0; i < active.length; i++) {
            double slack = program.limits()[i] - Vectors.dot(program.rows()[i], x);
            active[i] = lambda[i] / priceScale > slack;
        }
    }

    /** Solves the equations of the present active set; false where they have no definite answer. */
    private boolean solve() {
        int[] chosen = indices(free);
        int[] rows = indices(active);
        ConvexProgram part = program.restrict(chosen, x);
        int border = y.length + rows.length;
        if (chosen.length == 0 || border > chosen.length || part.hessian() == null) {
            return false;
        }
        double[][] sides = new double[border][];
        double[] totals = new double[border];
        for (int i = 0; i < border; i++) {
            boolean equality = i < y.length;
            sides[i] = equality ? part.equalities()[i] : part.rows()[rows[i - y.length]];
            totals[i] = equality ? part.totals()[i] : part.limits()[rows[i - y.length]];
        }
        double[] solution = new double[chosen.length];
        double[] multipliers = new double[border];
        if (!new BorderedSystem(part.hessian(), sides).solve(part.linear(), totals, solution, multipliers)) {
            return false;
        }
        for (int k = 0; k < chosen.length; k++) {
            x[chosen[k]] = solution[k];
        }
        Arrays.fill(lambda, 0);
        System.arraycopy(multipliers, 0, y, 0, y.length);
        for (int i = 0; i < rows.length; i++) {
            lambda[rows[i]] = multipliers[y.length + i];
        }
        return true;
    }

    /** Moves what has the wrong sign; false when everything is right. */
    private boolean moved() {
        boolean moved = false;
        double[] reduced = program.reducedCosts(x, y, lambda);
        for (int j = 0; j < x.length; j++) {
            double low = program.lower()[j];
            double high = program.upper()[j];
            if (free[j] && (x[j] < low - TOLERANCE || x[j] > high + TOLERANCE)) {
                free[j] = false;
                moved = true;
            } else if (!free[j] && (x[j] == low ? -reduced[j] : reduced[j]) > TOLERANCE * priceScale) {
                free[j] = true;
                moved = true;
            }
            x[j] = Math.min(high, Math.max(low, x[j]));
        }
        for (int i = 0; i < active.length; i++) {
            double slack = program.limits()[i] - Vectors.dot(program.rows()[i], x);
            boolean wrong = active[i] ? lambda[i] < -TOLERANCE * priceScale : slack < -TOLERANCE;
            active[i] ^= wrong;
            lambda[i] = Math.max(0, lambda[i]);
            moved |= wrong;
        }
        return moved;
    }

    private static int[] indices(boolean[] set) {
        int[] found = new int[set.length];
        int count = 0;
        for (int i = 0; i < set.length; i++) {
            if (set[i]) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
