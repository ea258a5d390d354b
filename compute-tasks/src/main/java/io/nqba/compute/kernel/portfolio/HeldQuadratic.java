package io.nqba.compute.kernel.portfolio;

/**
 * Best weights for a few names that are all held: minimise x'Qx + c'x over Σx = 1, least ≤ x ≤ most, by a primal active set method.
 * Workspace of one thread; nothing is allocated per solve. Cost O(k³) per change of the active set, with k names.
 *
 * <p>A tiny ridge keeps the equations definite where Q is singular; objective and multipliers leave it out.
 */
final class HeldQuadratic {
    private static final double RIDGE = 1e-11;
    private static final double WRONG_SIGN = 1e-10;

    private final int most;
    private final double leastHolding;
    private final double mostHolding;
    private final double[] risk;
    private final double[] gradient;
    private final double[] factor;
    private final double[] left;
    private final double[] ones;
    private final int[] free;
    private final boolean[] held;
    private final double[] linear;

    HeldQuadratic(int most, double leastHolding, double mostHolding) {
        this.most = most;
        this.leastHolding = leastHolding;
        this.mostHolding = mostHolding;
        risk = new double[most * most];
        gradient = new double[most];
        factor = new double[most * most];
        left = new double[most];
        ones = new double[most];
        free = new int[most];
        held = new boolean[most];
        linear = new double[most];
    }

    /**
     * Solves.
     *
     * @param scale factor of {@code matrix} that gives Q
     * @param matrix shape {@code [assets · assets]}
     * @param costs c, shape {@code [assets]}
     * @param names the assets held
     * @param count how many they are
     * @param x weights by position in {@code names}: where to start, and the answer
     * @return the objective
     */
    double solve(double scale, double[] matrix, double[] costs, int[] names, int count, double[] x) {
        double size = gather(scale, matrix, costs, names, count);
        makeFeasible(x, count);
        for (int turn = 0; turn < 20 * count; turn++) {
            int open = 0;
            for (int i = 0; i < count; i++) {
                if (held[i]) {
                    free[open++] = i;
                }
            }
            differentiate(x, count);
            double price = newton(open, size);
            if (!step(x, open) && !release(x, count, price, size)) {
                break;
            }
        }
        double value = 0;
        for (int i = 0; i < count; i++) {
            value += x[i] * (linear[i] + product(x, i, count));
        }
        return value;
    }

    private double gather(double scale, double[] matrix, double[] costs, int[] names, int count) {
        int assets = costs.length;
        double size = 0;
        for (int i = 0; i < count; i++) {
            int row = names[i] * assets;
            for (int j = 0; j <= i; j++) {
                double cell = scale * matrix[row + names[j]];
                risk[i * most + j] = cell;
                risk[j * most + i] = cell;
            }
            linear[i] = costs[names[i]];
            size = Math.max(size, Math.abs(linear[i]) + risk[i * most + i]);
        }
        return size;
    }

    /** Clips the start to the bounds and makes it sum to 1; what lies inside its bounds is free. */
    private void makeFeasible(double[] x, int count) {
        double rest = 1;
        for (int i = 0; i < count; i++) {
            x[i] = Math.min(mostHolding, Math.max(leastHolding, x[i]));
            rest -= x[i];
        }
        int largest = 0;
        for (int i = 0; i < count; i++) {
            double before = x[i];
            x[i] = Math.min(mostHolding, Math.max(leastHolding, before + rest));
            rest -= x[i] - before;
            largest = x[i] > x[largest] ? i : largest;
        }
        for (int i = 0; i < count; i++) {
            held[i] = x[i] > leastHolding && x[i] < mostHolding;
        }
        held[largest] = true;
    }

    private double product(double[] x, int i, int count) {
        double sum = 0;
        int row = i * most;
        for (int j = 0; j < count; j++) {
            sum += risk[row + j] * x[j];
        }
        return sum;
    }

    private void differentiate(double[] x, int count) {
        for (int i = 0; i < count; i++) {
            gradient[i] = 2 * product(x, i, count) + linear[i];
        }
    }

    /** Fills {@code left} with the Newton step of the free names; returns the price of the budget. */
    private double newton(int open, double size) {
        for (int a = 0; a < open; a++) {
            int row = free[a] * most;
            for (int b = 0; b <= a; b++) {
                double rest = 2 * risk[row + free[b]] + (a == b ? RIDGE * size : 0);
                for (int k = 0; k < b; k++) {
                    rest -= factor[a * most + k] * factor[b * most + k];
                }
                factor[a * most + b] =
                        a == b ? 1 / Math.sqrt(Math.max(rest, RIDGE * size)) : rest * factor[b * most + b];
            }
            left[a] = gradient[free[a]];
            ones[a] = 1;
            for (int k = 0; k < a; k++) {
                left[a] -= factor[a * most + k] * left[k];
                ones[a] -= factor[a * most + k] * ones[k];
            }
            left[a] *= factor[a * most + a];
            ones[a] *= factor[a * most + a];
        }
        double across = 0;
        double along = 0;
        for (int a = 0; a < open; a++) {
            across += left[a] * ones[a];
            along += ones[a] * ones[a];
        }
        double price = across / along;
        for (int a = open - 1; a >= 0; a--) {
            double sum = price * ones[a] - left[a];
            for (int k = a + 1; k < open; k++) {
                sum -= factor[k * most + a] * left[k];
            }
            left[a] = sum * factor[a * most + a];
        }
        return price;
    }

    /** Goes along the Newton step to its end or the first wall; true where a wall stopped it. */
    private boolean step(double[] x, int open) {
        if (open == 1) {
            // The budget leaves one name no room; what Newton gives it is rounding.
            return false;
        }
        double length = 1;
        int wall = -1;
        for (int a = 0; a < open; a++) {
            double change = left[a];
            double room = change < 0 ? (leastHolding - x[free[a]]) / change : (mostHolding - x[free[a]]) / change;
            if (change != 0 && room < length) {
                length = room;
                wall = a;
            }
        }
        for (int a = 0; a < open; a++) {
            x[free[a]] += length * left[a];
        }
        if (wall < 0) {
            return false;
        }
        int name = free[wall];
        x[name] = left[wall] < 0 ? leastHolding : mostHolding;
        held[name] = false;
        return true;
    }

    /** Frees the name that most wants to leave its bound; false where none does. */
    private boolean release(double[] x, int count, double price, double size) {
        differentiate(x, count);
        int worst = -1;
        double most = WRONG_SIGN * size;
        for (int i = 0; i < count; i++) {
            if (!held[i]) {
                double pull = x[i] <= leastHolding ? price - gradient[i] : gradient[i] - price;
                if (pull > most) {
                    most = pull;
                    worst = i;
                }
            }
        }
        if (worst >= 0) {
            held[worst] = true;
        }
        return worst >= 0;
    }
}
