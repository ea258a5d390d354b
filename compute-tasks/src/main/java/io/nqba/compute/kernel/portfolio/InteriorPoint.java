package io.nqba.compute.kernel.portfolio;

import java.util.Arrays;

/**
 * Primal-dual interior point method with predictor and corrector for {@link ConvexProgram}. One object per solve, one thread.
 *
 * <p>Slacks of rows, their multipliers and the bounds are eliminated, so that each step factorises one matrix of the size of x, however
 * many rows there are: a hinge row enters with the weight 1 / (s/λ + u/ν). Cost per step n³/3 + m·n²/2. Same input, same bits.
 *
 * <p>Source: S. Mehrotra, "On the implementation of a primal-dual interior point method", SIAM J. Optimization 2 (1992),
 * doi:10.1137/0802028.
 */
final class InteriorPoint {
    private static final int MOST_STEPS = 100;
    private static final int MOST_STALE_STEPS = 15;
    private static final double DONE = 1e-14;
    private static final double TO_THE_WALL = 0.995;

    private final ConvexProgram program;
    private final double scale;
    private final int n;
    private final int m;
    private final int equalities;

    private final double[] x;
    private final double[] below;
    private final double[] above;
    private final double[] zBelow;
    private final double[] zAbove;
    private final double[] y;
    private final double[] slack;
    private final double[] excess;
    private final double[] lambda;
    private final double[] price;

    private final double[] dualResidual;
    private final double[] equalityResidual;
    private final double[] rowResidual;
    private final double[] rowWeight;
    private final Direction step;
    private final Direction predicted;

    /** A step in every unknown. */
    private static final class Direction {
        final double[] x;
        final double[] zBelow;
        final double[] zAbove;
        final double[] y;
        final double[] slack;
        final double[] excess;
        final double[] lambda;

        Direction(int n, int equalities, int m) {
            x = new double[n];
            zBelow = new double[n];
            zAbove = new double[n];
            y = new double[equalities];
            slack = new double[m];
            excess = new double[m];
            lambda = new double[m];
        }
    }

    private InteriorPoint(ConvexProgram program) {
        this.program = program;
        n = program.size();
        m = program.rows().length;
        equalities = program.totals().length;
        x = new double[n];
        below = new double[n];
        above = new double[n];
        zBelow = new double[n];
        zAbove = new double[n];
        y = new double[equalities];
        slack = new double[m];
        excess = new double[m];
        lambda = new double[m];
        price = new double[m];
        dualResidual = new double[n];
        equalityResidual = new double[equalities];
        rowResidual = new double[m];
        rowWeight = new double[m];
        step = new Direction(n, equalities, m);
        predicted = new Direction(n, equalities, m);
        start();
        scale = objectiveScale();
        startMultipliers();
    }

    /**
     * Solves. Every variable must have room between its bounds.
     *
     * @return the best answer found; it is infeasible, or its gap is large, where no solution exists
     */
    static ProgramSolution solve(ConvexProgram program) {
        return new InteriorPoint(program).run();
    }

    /** Starts on the line from one corner of the box to the opposite one, where the first equality holds. */
    private void start() {
        double fraction = 0.5;
        boolean uniform =
                equalities > 0 && Arrays.stream(program.equalities()[0]).allMatch(cell -> cell >= 0);
        if (uniform) {
            double[] row = program.equalities()[0];
            double least = Vectors.dot(row, program.lower());
            double most = Vectors.dot(row, program.upper());
            double wanted = (program.totals()[0] - least) / (most - least);
            fraction = Double.isNaN(wanted) ? 0.5 : Math.min(0.9, Math.max(1e-3, wanted));
        }
        for (int j = 0; j < n; j++) {
            x[j] = program.lower()[j] + fraction * (program.upper()[j] - program.lower()[j]);
        }
    }

    private double objectiveScale() {
        double largest = Vectors.largest(program.gradient(x));
        for (double rowPrice : program.prices()) {
            if (rowPrice < Double.POSITIVE_INFINITY) {
                largest = Math.max(largest, rowPrice);
            }
        }
        return largest > 0 ? 1 / largest : 1;
    }

    private void startMultipliers() {
        double meanRoom = 0;
        for (int j = 0; j < n; j++) {
            below[j] = x[j] - program.lower()[j];
            above[j] = program.upper()[j] - x[j];
            meanRoom += Math.min(below[j], above[j]) / n;
        }
        for (int j = 0; j < n; j++) {
            zBelow[j] = meanRoom / below[j];
            zAbove[j] = meanRoom / above[j];
        }
        double rowScale = meanRoom;
        for (int i = 0; i < m; i++) {
            rowScale = Math.max(rowScale, 0.1 * Math.abs(overshoot(i)));
        }
        for (int i = 0; i < m; i++) {
            double over = overshoot(i);
            price[i] = program.prices()[i] * scale;
            boolean hard = price[i] == Double.POSITIVE_INFINITY;
            excess[i] = hard ? 0 : Math.max(over, 0) + rowScale;
            slack[i] = hard ? Math.max(-over, rowScale) : excess[i] - over;
            lambda[i] = hard ? meanRoom / slack[i] : price[i] / 2;
        }
    }

    private double overshoot(int i) {
        return Vectors.dot(program.rows()[i], x) - program.limits()[i];
    }

    private boolean soft(int i) {
        return price[i] < Double.POSITIVE_INFINITY;
    }

    private ProgramSolution run() {
        double best = Double.POSITIVE_INFINITY;
        double bestProof = Double.POSITIVE_INFINITY;
        ProgramSolution answer = answer(0);
        int stale = 0;
        for (int count = 1; count <= MOST_STEPS && stale < MOST_STALE_STEPS && best >= DONE; count++) {
            residuals();
            double mu = complementarity();
            double merit = merit(mu);
            stale = merit < 0.9 * best ? 0 : stale + 1;
            best = Math.min(best, merit);
            ProgramSolution now = answer(count - 1);
            double proof = (Math.abs(now.gap()) * scale) + 100 * program.violation(now.x());
            if (proof < bestProof) {
                bestProof = proof;
                answer = now;
            }
            Cholesky factor = factorise();
            newton(factor, predicted, 0, 0);
            double cut = Math.min(1, Math.min(primalRoom(predicted), dualRoom(predicted)));
            double sigma = Math.pow(complementarityAfter(predicted, cut) / mu, 3);
            newton(factor, step, Math.min(1, sigma) * mu, cut * cut);
            advance();
        }
        return answer;
    }

    private double merit(double mu) {
        return Math.max(
                mu,
                Math.max(
                        Vectors.largest(dualResidual) * 1e-2,
                        Math.max(Vectors.largest(equalityResidual), Vectors.largest(rowResidual)) * 1e-1));
    }

    private ProgramSolution answer(int count) {
        double[] duals = Arrays.stream(y).map(v -> v / scale).toArray();
        double[] rowDuals = Arrays.stream(lambda).map(v -> v / scale).toArray();
        return ProgramSolution.of(program, x.clone(), duals, rowDuals, count);
    }

    private void residuals() {
        double[] gradient = program.gradient(x);
        for (int j = 0; j < n; j++) {
            dualResidual[j] = gradient[j] * scale - zBelow[j] + zAbove[j];
        }
        for (int i = 0; i < equalities; i++) {
            Vectors.add(dualResidual, y[i], program.equalities()[i]);
            equalityResidual[i] = program.totals()[i] - Vectors.dot(program.equalities()[i], x);
        }
        for (int i = 0; i < m; i++) {
            Vectors.add(dualResidual, lambda[i], program.rows()[i]);
            rowResidual[i] = -overshoot(i) + excess[i] - slack[i];
        }
    }

    private double complementarity() {
        return complementarityAfter(step, 0);
    }

    private double complementarityAfter(Direction by, double length) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += (below[j] + length * by.x[j]) * (zBelow[j] + length * by.zBelow[j]);
            sum += (above[j] - length * by.x[j]) * (zAbove[j] + length * by.zAbove[j]);
        }
        int pairs = 2 * n + m;
        for (int i = 0; i < m; i++) {
            double multiplier = lambda[i] + length * by.lambda[i];
            sum += (slack[i] + length * by.slack[i]) * multiplier;
            if (soft(i)) {
                sum += (excess[i] + length * by.excess[i]) * (price[i] - multiplier);
                pairs++;
            }
        }
        return sum / pairs;
    }

    private Cholesky factorise() {
        double[] matrix = new double[n * n];
        SymmetricMatrix hessian = program.hessian();
        if (hessian != null) {
            double[] cells = hessian.cells();
            for (int k = 0; k < matrix.length; k++) {
                matrix[k] = cells[k] * scale;
            }
        }
        for (int j = 0; j < n; j++) {
            matrix[j * n + j] += zBelow[j] / below[j] + zAbove[j] / above[j];
        }
        for (int i = 0; i < m; i++) {
            double[] row = program.rows()[i];
            double spread = soft(i) ? excess[i] / (price[i] - lambda[i]) : 0;
            rowWeight[i] = 1 / (slack[i] / lambda[i] + spread);
            for (int j = 0; j < n; j++) {
                double weighted = rowWeight[i] * row[j];
                int at = j * n;
                if (weighted != 0) {
                    for (int k = 0; k <= j; k++) {
                        matrix[at + k] += weighted * row[k];
                    }
                }
            }
        }
        return Cholesky.factorise(n, matrix, 1e-15);
    }

    /**
     * One Newton step towards complementarity {@code target}. The share of the predicted step's second order that is taken off is the
     * square of how far that step can go; a long one that the walls stop would mislead.
     */
    private void newton(Cholesky factor, Direction into, double target, double share) {
        double[] wantedBelow = new double[n];
        double[] wantedAbove = new double[n];
        double[] right = new double[n];
        for (int j = 0; j < n; j++) {
            double second = share * predicted.x[j] * predicted.zBelow[j];
            double secondAbove = -share * predicted.x[j] * predicted.zAbove[j];
            wantedBelow[j] = target - below[j] * zBelow[j] - second;
            wantedAbove[j] = target - above[j] * zAbove[j] - secondAbove;
            right[j] = -dualResidual[j] + wantedBelow[j] / below[j] - wantedAbove[j] / above[j];
        }
        double[] wantedExcess = new double[m];
        double[] constant = rowConstants(target, share, wantedExcess);
        for (int i = 0; i < m; i++) {
            Vectors.add(right, -constant[i], program.rows()[i]);
        }
        solve(factor, right, into);
        for (int j = 0; j < n; j++) {
            into.zBelow[j] = (wantedBelow[j] - zBelow[j] * into.x[j]) / below[j];
            into.zAbove[j] = (wantedAbove[j] + zAbove[j] * into.x[j]) / above[j];
        }
        for (int i = 0; i < m; i++) {
            double moved = Vectors.dot(program.rows()[i], into.x);
            into.lambda[i] = constant[i] + rowWeight[i] * moved;
            into.excess[i] = soft(i) ? (wantedExcess[i] + excess[i] * into.lambda[i]) / (price[i] - lambda[i]) : 0;
            into.slack[i] = rowResidual[i] - moved + into.excess[i];
        }
    }

    /** The part of each row's multiplier step that does not depend on the step in x; fills what the excesses are to become. */
    private double[] rowConstants(double target, double share, double[] wantedExcess) {
        double[] constant = new double[m];
        for (int i = 0; i < m; i++) {
            double second = share * predicted.slack[i] * predicted.lambda[i];
            double wanted = target - slack[i] * lambda[i] - second;
            double shift = rowResidual[i];
            if (soft(i)) {
                double other = price[i] - lambda[i];
                double secondExcess = -share * predicted.excess[i] * predicted.lambda[i];
                wantedExcess[i] = target - excess[i] * other - secondExcess;
                shift += wantedExcess[i] / other;
            }
            constant[i] = (wanted / lambda[i] - shift) * rowWeight[i];
        }
        return constant;
    }

    /** Solves the bordered system M·dx + A'dy = right, A·dx = residual by the Schur complement of the equalities. */
    private void solve(Cholesky factor, double[] right, Direction into) {
        factor.solve(right);
        System.arraycopy(right, 0, into.x, 0, n);
        if (equalities == 0) {
            return;
        }
        double[][] columns = new double[equalities][];
        double[] schur = new double[equalities * equalities];
        for (int i = 0; i < equalities; i++) {
            columns[i] = program.equalities()[i].clone();
            factor.solve(columns[i]);
            for (int k = 0; k < equalities; k++) {
                schur[k * equalities + i] = Vectors.dot(program.equalities()[k], columns[i]);
            }
            into.y[i] = Vectors.dot(program.equalities()[i], into.x) - equalityResidual[i];
        }
        Cholesky.factorise(equalities, schur, 1e-13).solve(into.y);
        for (int i = 0; i < equalities; i++) {
            Vectors.add(into.x, -into.y[i], columns[i]);
        }
    }

    private double primalRoom(Direction by) {
        double room = 1 / TO_THE_WALL;
        for (int j = 0; j < n; j++) {
            room = Math.min(room, by.x[j] < 0 ? -below[j] / by.x[j] : room);
            room = Math.min(room, by.x[j] > 0 ? above[j] / by.x[j] : room);
        }
        for (int i = 0; i < m; i++) {
            room = Math.min(room, by.slack[i] < 0 ? -slack[i] / by.slack[i] : room);
            room = Math.min(room, by.excess[i] < 0 ? -excess[i] / by.excess[i] : room);
        }
        return room;
    }

    private double dualRoom(Direction by) {
        double room = 1 / TO_THE_WALL;
        for (int j = 0; j < n; j++) {
            room = Math.min(room, by.zBelow[j] < 0 ? -zBelow[j] / by.zBelow[j] : room);
            room = Math.min(room, by.zAbove[j] < 0 ? -zAbove[j] / by.zAbove[j] : room);
        }
        for (int i = 0; i < m; i++) {
            double change = by.lambda[i];
            room = Math.min(room, change < 0 ? -lambda[i] / change : room);
            room = Math.min(room, change > 0 && soft(i) ? (price[i] - lambda[i]) / change : room);
        }
        return room;
    }

    /** Steps as far as the walls allow; the two sides may differ only where the objective is linear. */
    private void advance() {
        double primal = TO_THE_WALL * primalRoom(step);
        double dual = TO_THE_WALL * dualRoom(step);
        if (program.hessian() != null) {
            primal = Math.min(primal, dual);
            dual = primal;
        }
        for (int j = 0; j < n; j++) {
            x[j] += primal * step.x[j];
            below[j] += primal * step.x[j];
            above[j] -= primal * step.x[j];
            zBelow[j] += dual * step.zBelow[j];
            zAbove[j] += dual * step.zAbove[j];
        }
        for (int i = 0; i < equalities; i++) {
            y[i] += dual * step.y[i];
        }
        for (int i = 0; i < m; i++) {
            slack[i] += primal * step.slack[i];
            excess[i] += primal * step.excess[i];
            lambda[i] += dual * step.lambda[i];
        }
    }
}
