package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.coordination.SmoothResponse;
import io.nqba.compute.kernel.storage.BarrierWalls;
import java.util.Arrays;

/**
 * The relaxation of a site with a logarithmic barrier on all its limits: the minimiser, the marginal price of energy at the site that
 * comes with it, and how the net draw reacts to coordination prices and smoothing.
 *
 * <p>A primal-dual interior-point method follows the central path down to the wanted smoothing and stops there. A step solves one
 * banded system with a border, O(slots · band²); the curvature takes one more solution per active row. The start depends on the problem
 * and the question only, so the answer is the same on every node. Predictor and corrector after S. Mehrotra, "On the Implementation of
 * a Primal-Dual Interior Point Method", SIAM J. Optim. 2 (1992), 575-601, doi:10.1137/0802028.
 */
final class RelaxedSite {
    private static final int MOST_STEPS = 80;
    private static final double CENTRED = 1e-6;
    private static final double EXACT = 1e-9;
    private static final double TO_THE_WALL = 0.99;

    private final RelaxedProgram program;
    private final RelaxedRows rows;
    private final BorderedBand matrix = new BorderedBand();
    private final int variables;
    private final BarrierWalls walls;
    private final double[] low;
    private final double[] high;
    private final double[] lowDual;
    private final double[] highDual;
    private final double[] give;
    private final double[] push;
    private final double[] move;
    private final double[] transposed;
    private final double[] multiplier;
    private final double[] multiplierMove;
    private final double[] right;
    private final double[] shortfall;
    private final double[] residual;

    RelaxedSite(RelaxedProgram program) {
        this.program = program;
        rows = new RelaxedRows(program);
        variables = program.variables;
        walls = new BarrierWalls(variables);
        low = walls.low();
        high = walls.high();
        lowDual = walls.lowDual();
        highDual = walls.highDual();
        give = walls.give();
        push = walls.push();
        move = walls.move();
        transposed = new double[program.cost.length];
        residual = walls.residual();
        multiplier = new double[rows.count()];
        multiplierMove = new double[rows.count()];
        shortfall = new double[rows.count()];
        right = new double[rows.count()];
    }

    /** Moves to the minimiser for a smoothing above 0. */
    void solve(double smoothing) {
        begin(smoothing);
        for (int step = 0; step < MOST_STEPS; step++) {
            measure();
            double average = walls.averageProduct();
            if (isCentred(smoothing)) {
                return;
            }
            double goal = smoothing;
            boolean far = average > 1.5 * smoothing;
            if (far) {
                direct(0, false);
                double share = walls.averageAfter(Math.min(1, walls.longestPrimal()), Math.min(1, walls.longestDual()))
                        / average;
                goal = Math.max(smoothing, share * share * share * average);
            }
            direct(goal, far);
            advance(Math.min(1, TO_THE_WALL * walls.longestPrimal()), Math.min(1, TO_THE_WALL * walls.longestDual()));
        }
    }

    private void begin(double smoothing) {
        double meanWidth = 0;
        for (int j = 0; j < variables; j++) {
            low[j] = program.width[j] / 2;
            high[j] = low[j];
            meanWidth += program.width[j] / variables;
        }
        for (int d = 0; d < program.loads.size(); d++) {
            FlexibleLoad load = program.loads.get(d);
            double share = load.chosen() / load.options();
            for (int o = 0; o < load.options(); o++) {
                low[program.firstWeight[d] + o] = share;
                high[program.firstWeight[d] + o] = 1 - share;
            }
        }
        double product = Math.max(smoothing, 0.1 * program.scale * meanWidth);
        walls.begin(variables, product);
    }

    /** Residuals of the rows and of the stationarity of every variable. */
    private void measure() {
        rows.rightSide(shortfall);
        for (int i = 0; i < shortfall.length; i++) {
            shortfall[i] = -shortfall[i];
        }
        rows.addProduct(low, 1, shortfall);
        rows.transposed(multiplier, transposed);
        for (int j = 0; j < variables; j++) {
            residual[j] = program.cost[j] - transposed[j] - lowDual[j] + highDual[j];
        }
    }

    private boolean isCentred(double smoothing) {
        if (!walls.isCentred(smoothing, CENTRED * smoothing, EXACT, program.scale)) {
            return false;
        }
        for (double missing : shortfall) {
            if (Math.abs(missing) > EXACT) {
                return false;
            }
        }
        return true;
    }

    /** Newton direction towards products of {@code goal}; the second-order terms are those of the previous direction. */
    private void direct(double goal, boolean secondOrder) {
        walls.aim(goal, secondOrder);
        if (!secondOrder) {
            factorise();
        }
        solveRows(true);
        walls.followMove();
    }

    private void factorise() {
        rows.normal(give, matrix);
        matrix.factorise();
    }

    /** From {@code push} and {@code give} to {@code multiplierMove} and {@code move}. */
    private void solveRows(boolean withShortfall) {
        for (int j = 0; j < variables; j++) {
            move[j] = give[j] * push[j];
        }
        for (int i = 0; i < right.length; i++) {
            right[i] = withShortfall ? -shortfall[i] : 0;
        }
        rows.addProduct(move, -1, right);
        for (int t = 0; t < program.slots; t++) {
            if (program.isEmpty(t)) {
                right[program.stride * t] = 0;
            }
        }
        matrix.solve(right);
        System.arraycopy(right, 0, multiplierMove, 0, right.length);
        rows.transposed(multiplierMove, transposed);
        for (int j = 0; j < variables; j++) {
            move[j] = give[j] * (push[j] + transposed[j]);
        }
    }

    private void advance(double primal, double dual) {
        walls.advance(primal, dual);
        for (int i = 0; i < multiplier.length; i++) {
            multiplier[i] += dual * multiplierMove[i];
        }
    }

    /** Returns the marginal price of energy at the site per slot, coordination price included. */
    double[] marginalPrice() {
        double[] price = new double[program.slots];
        for (int t = 0; t < price.length; t++) {
            price[t] = multiplier[program.stride * t];
        }
        return price;
    }

    /** Returns the net draw per slot. */
    double[] netKwh() {
        double[] net = program.startNet.clone();
        for (int t = 0; t < net.length; t++) {
            for (int j = program.firstPiece[t]; j < program.firstPiece[t + 1]; j++) {
                net[t] += low[j];
            }
        }
        return net;
    }

    /** Returns the values of all variables; the weights of a load start at {@link RelaxedProgram#firstWeight}. */
    double[] values() {
        return low;
    }

    /** Returns where the weights of a load that is not fixed begin. */
    int firstWeight(int load) {
        return program.firstWeight[load];
    }

    /** Returns cost and penalties of the minimiser, coordination prices not counted. */
    double cost() {
        double[] net = netKwh();
        double sum = new SlotCosts(program.site, null).sum(net);
        for (int j = program.charge; j < program.firstWeight[0]; j++) {
            sum += program.cost[j] * low[j];
        }
        return sum;
    }

    /** Adds usage, drift and curvature at the minimiser. */
    void addResponse(double smoothing, int[] active, SmoothResponse sum) {
        walls.stiffen(smoothing);
        factorise();
        addDrift(active, sum);
        double[] usage = netKwh();
        for (int a = 0; a < active.length; a++) {
            sum.usage()[a] += usage[active[a]];
            addCurvature(a, active, sum.curvature());
        }
    }

    private void addDrift(int[] active, SmoothResponse sum) {
        walls.pushBySmoothing();
        solveRows(false);
        for (int a = 0; a < active.length; a++) {
            sum.drift()[a] += sumOfPieces(move, active[a]);
        }
    }

    /** How much the net draw of earlier active rows and of this one falls per unit of this row's price. */
    private void addCurvature(int a, int[] active, double[] curvature) {
        int slot = active[a];
        double own = sumOfPieces(give, slot);
        if (own == 0) {
            return;
        }
        Arrays.fill(right, 0);
        right[program.stride * slot] = own;
        matrix.solve(right);
        int row = a * (a + 1) / 2;
        for (int b = 0; b <= a; b++) {
            double other = sumOfPieces(give, active[b]);
            curvature[row + b] += (a == b ? own : 0) - other * right[program.stride * active[b]];
        }
    }

    private double sumOfPieces(double[] values, int slot) {
        double sum = 0;
        for (int j = program.firstPiece[slot]; j < program.firstPiece[slot + 1]; j++) {
            sum += values[j];
        }
        return sum;
    }
}
