package io.nqba.compute.kernel.storage;

/**
 * Variables between two walls each, on their way through a logarithmic barrier: distances, multipliers and the steps of a primal-dual
 * method that do not depend on what ties the variables together. Who uses it solves the equations: from {@link #give} and {@link #push}
 * to {@link #move}. Arrays are the workspace itself, not copies; shape {@code [most]}, of which the first {@link #begin variables} count.
 *
 * <p>Every method is O(variables) and allocates nothing. For one thread.
 */
public final class BarrierWalls {
    private final double[] low;
    private final double[] high;
    private final double[] lowDual;
    private final double[] highDual;
    private final double[] move;
    private final double[] lowDualMove;
    private final double[] highDualMove;
    private final double[] give;
    private final double[] push;
    private final double[] residual;
    private int variables;

    /**
     * @param most variables there is room for
     */
    public BarrierWalls(int most) {
        low = new double[most];
        high = new double[most];
        lowDual = new double[most];
        highDual = new double[most];
        move = new double[most];
        lowDualMove = new double[most];
        highDualMove = new double[most];
        give = new double[most];
        push = new double[most];
        residual = new double[most];
    }

    /** Returns the distances to the lower walls. */
    public double[] low() {
        return low;
    }

    /** Returns the distances to the upper walls. */
    public double[] high() {
        return high;
    }

    /** Returns the multipliers of the lower walls. */
    public double[] lowDual() {
        return lowDual;
    }

    /** Returns the multipliers of the upper walls. */
    public double[] highDual() {
        return highDual;
    }

    /** Returns the direction of the variables, to be written by who solves the equations. */
    public double[] move() {
        return move;
    }

    /** Returns by how much a variable gives way per unit of its marginal cost. */
    public double[] give() {
        return give;
    }

    /** Returns the marginal cost that pushes a variable. */
    public double[] push() {
        return push;
    }

    /** Returns the residuals of stationarity, to be written by who knows the costs. */
    public double[] residual() {
        return residual;
    }

    /** Starts from the distances written before, with multipliers whose products with them are {@code product}. */
    public void begin(int count, double product) {
        variables = count;
        for (int j = 0; j < variables; j++) {
            lowDual[j] = product / low[j];
            highDual[j] = product / high[j];
        }
    }

    /**
     * Returns whether all products are the smoothing and all residuals vanish.
     *
     * @param off how far a product may be off
     * @param exact how far a residual may be off, as a share of scale and multipliers
     */
    public boolean isCentred(double smoothing, double off, double exact, double scale) {
        for (int j = 0; j < variables; j++) {
            if (Math.abs(low[j] * lowDual[j] - smoothing) > off
                    || Math.abs(high[j] * highDual[j] - smoothing) > off
                    || Math.abs(residual[j]) > exact * (scale + lowDual[j] + highDual[j])) {
                return false;
            }
        }
        return true;
    }

    /** Aims at products of {@code goal}; the second-order terms are those of the previous direction, and keep its {@link #give}. */
    public void aim(double goal, boolean secondOrder) {
        for (int j = 0; j < variables; j++) {
            double toLow = goal - low[j] * lowDual[j];
            double toHigh = goal - high[j] * highDual[j];
            if (secondOrder) {
                toLow -= move[j] * lowDualMove[j];
                toHigh += move[j] * highDualMove[j];
            } else {
                give[j] = 1 / (lowDual[j] / low[j] + highDual[j] / high[j]);
            }
            lowDualMove[j] = toLow / low[j];
            highDualMove[j] = toHigh / high[j];
            push[j] = lowDualMove[j] - highDualMove[j] - residual[j];
        }
    }

    /** Completes the direction of the multipliers once {@link #move} is known. */
    public void followMove() {
        for (int j = 0; j < variables; j++) {
            lowDualMove[j] -= lowDual[j] * move[j] / low[j];
            highDualMove[j] += highDual[j] * move[j] / high[j];
        }
    }

    /** Returns how far the variables can go until the first meets a wall, in lengths of their direction. */
    public double longestPrimal() {
        double inverse = 0;
        for (int j = 0; j < variables; j++) {
            inverse = Math.max(inverse, Math.max(-move[j] / low[j], move[j] / high[j]));
        }
        return 1 / inverse;
    }

    /** Returns how far the multipliers can go until the first is 0, in lengths of their direction. */
    public double longestDual() {
        double inverse = 0;
        for (int j = 0; j < variables; j++) {
            inverse = Math.max(inverse, Math.max(-lowDualMove[j] / lowDual[j], -highDualMove[j] / highDual[j]));
        }
        return 1 / inverse;
    }

    /** Returns the mean product of distance and multiplier. */
    public double averageProduct() {
        double sum = 0;
        for (int j = 0; j < variables; j++) {
            sum += low[j] * lowDual[j] + high[j] * highDual[j];
        }
        return sum / (2 * variables);
    }

    /** Returns the mean product after a step of these lengths. */
    public double averageAfter(double primal, double dual) {
        double sum = 0;
        for (int j = 0; j < variables; j++) {
            sum += (low[j] + primal * move[j]) * (lowDual[j] + dual * lowDualMove[j])
                    + (high[j] - primal * move[j]) * (highDual[j] + dual * highDualMove[j]);
        }
        return sum / (2 * variables);
    }

    /** Goes a step of these lengths. */
    public void advance(double primal, double dual) {
        for (int j = 0; j < variables; j++) {
            low[j] += primal * move[j];
            high[j] -= primal * move[j];
            lowDual[j] += dual * lowDualMove[j];
            highDual[j] += dual * highDualMove[j];
        }
    }

    /** Writes to {@link #give} what it is at the minimiser for a smoothing, whatever the multipliers. */
    public void stiffen(double smoothing) {
        for (int j = 0; j < variables; j++) {
            give[j] = 1 / (smoothing / (low[j] * low[j]) + smoothing / (high[j] * high[j]));
        }
    }

    /** Writes to {@link #push} what one more unit of smoothing pushes by. */
    public void pushBySmoothing() {
        for (int j = 0; j < variables; j++) {
            push[j] = 1 / low[j] - 1 / high[j];
        }
    }
}
