package io.nqba.compute.kernel.storage;

import io.nqba.compute.kernel.coordination.SmoothResponse;

/**
 * One site with a logarithmic barrier on its own limits: the minimiser of cost + Σ price · net − smoothing · Σ log(slacks), and how
 * its net draw reacts to prices and smoothing. Reusable workspace for one thread; nothing is allocated once it has grown.
 *
 * <p>The pieces of a slot ({@link SlotPieces}) are variables between 0 and their width, the states of charge lie between their floor
 * and the capacity, and one equation per slot ties them, whose multiplier is the marginal value of stored energy. A primal-dual
 * interior-point method follows the central path down to the wanted smoothing and stops there. Everything but the multipliers is
 * eliminated slot by slot, which leaves one symmetric tridiagonal system per step, O(slots), factorised without subtractions. The
 * curvature needs the inverse of its matrix, O(slots²).
 *
 * <p>A missed final state of charge is one more stage that supplies what is missing at the price of violation.
 *
 * <p>The start depends on the problem and the question only, so the answer is the same on every node. Predictor and corrector after
 * S. Mehrotra, "On the Implementation of a Primal-Dual Interior Point Method", SIAM J. Optim. 2 (1992), 575-601,
 * doi:10.1137/0802028.
 */
final class SmoothedSite {
    private static final int MOST_STEPS = 100;
    /** Pieces narrower than this, in kWh, are left out: the barrier would pin them to their middle at no use to anybody. */
    private static final double NARROWEST = 1e-7;

    private static final double CENTRED = 1e-7;
    private static final double EXACT = 1e-11;
    private static final double TO_THE_WALL = 0.99;

    private final SlotPieces pieces = new SlotPieces();

    private int slots;
    private int stages;
    private int variables;
    private double scale;
    private double capacity;

    /** Pieces come first, stage by stage, then the state of charge after each stage. */
    private int[] first = new int[0];

    private double[] cost = new double[0];
    private double[] usage = new double[0];
    private BarrierWalls walls = new BarrierWalls(0);
    /** Arrays of the walls. */
    private double[] low = walls.low();

    private double[] high = walls.high();
    private double[] lowDual = walls.lowDual();
    private double[] highDual = walls.highDual();
    private double[] move = walls.move();
    private double[] give = walls.give();
    private double[] push = walls.push();
    private double[] residual = walls.residual();

    /** Per stage. */
    private double[] start = new double[0];

    private double[] floor = new double[0];
    private double[] startNet = new double[0];
    private double[] value = new double[0];
    private double[] valueMove = new double[0];
    private double[] shortfall = new double[0];
    private double[] stageGive = new double[0];
    private double[] excess = new double[0];
    private double[] right = new double[0];
    private double[] response = new double[0];
    private double[] inverse = new double[0];
    private int steps;

    /** Moves to the minimiser. The battery must be able to move. */
    void solve(SiteProblem site, double[] price, double smoothing) {
        load(site, price);
        begin(smoothing);
        for (steps = 0; steps < MOST_STEPS; steps++) {
            measure(site.battery().initialKwh());
            double average = walls.averageProduct();
            if (isCentred(smoothing)) {
                return;
            }
            double goal = smoothing;
            boolean far = average > 1.5 * smoothing;
            if (far) {
                direction(0, false);
                double primal = Math.min(1, walls.longestPrimal());
                double dual = Math.min(1, walls.longestDual());
                double share = walls.averageAfter(primal, dual) / average;
                goal = Math.max(smoothing, share * share * share * average);
            }
            direction(goal, far);
            advance(Math.min(1, TO_THE_WALL * walls.longestPrimal()), Math.min(1, TO_THE_WALL * walls.longestDual()));
        }
    }

    /** Interior-point steps of the last solution. */
    int steps() {
        return steps;
    }

    /** State of charge at the end of each slot in the last solution, kWh; the first {@code slots} values are written. */
    void writePath(double[] path) {
        int socs = first[stages];
        for (int t = 0; t < slots; t++) {
            path[t] = floor[t] + low[socs + t];
        }
    }

    /** Adds usage, drift and curvature of the last solution. */
    void addResponse(double smoothing, int[] active, SmoothResponse sum) {
        walls.stiffen(smoothing);
        factorise();
        addUsage(active, sum.usage());
        addDrift(active, sum.drift());
        addCurvature(active, sum.curvature());
    }

    private void load(SiteProblem site, double[] price) {
        Battery battery = site.battery();
        boolean endBound = battery.finalMinKwh() > 0;
        slots = site.slots();
        stages = slots + (endBound ? 1 : 0);
        capacity = battery.capacityKwh();
        reserve();
        int n = 0;
        scale = 0;
        for (int t = 0; t < slots; t++) {
            first[t] = n;
            pieces.fill(site, t, price[t]);
            for (int k = 0; k < pieces.count; k++) {
                if (pieces.width[k] > NARROWEST) {
                    n = addPiece(n, pieces.slope[k], pieces.width[k], pieces.usage[k]);
                }
            }
            startNet[t] = pieces.startNet;
            start[t] = -battery.mostTakenKwh();
            floor[t] = 0;
        }
        if (endBound) {
            first[slots] = n;
            n = addPiece(n, site.violationPrice(), battery.finalMinKwh(), 0);
            start[slots] = 0;
            // Half open at a full battery, where the last state of charge would have no inside.
            floor[slots] = Math.min(battery.finalMinKwh(), capacity * (1 - 1e-6));
        }
        first[stages] = n;
        variables = n + stages;
    }

    private int addPiece(int n, double slope, double width, double netPerStored) {
        cost[n] = slope;
        usage[n] = netPerStored;
        low[n] = width / 2;
        high[n] = width / 2;
        scale = Math.max(scale, Math.abs(slope));
        return n + 1;
    }

    private void begin(double smoothing) {
        int socs = first[stages];
        double mean = 0;
        for (int j = 0; j < socs; j++) {
            mean += cost[j] / socs;
        }
        for (int t = 0; t < stages; t++) {
            low[socs + t] = (capacity - floor[t]) / 2;
            high[socs + t] = low[socs + t];
            value[t] = mean;
        }
        double product = Math.max(smoothing, 0.1 * scale * capacity);
        walls.begin(variables, product);
    }

    /** Residuals of the balances and of the stationarity of every variable. */
    private void measure(double initial) {
        int socs = first[stages];
        double before = initial;
        for (int t = 0; t < stages; t++) {
            double soc = floor[t] + low[socs + t];
            double sum = soc - before - start[t];
            for (int j = first[t]; j < first[t + 1]; j++) {
                sum -= low[j];
                residual[j] = cost[j] - value[t] - lowDual[j] + highDual[j];
            }
            shortfall[t] = sum;
            double next = t + 1 < stages ? value[t + 1] : 0;
            residual[socs + t] = value[t] - next - lowDual[socs + t] + highDual[socs + t];
            before = soc;
        }
    }

    private boolean isCentred(double smoothing) {
        if (!walls.isCentred(smoothing, CENTRED * smoothing, EXACT, scale)) {
            return false;
        }
        for (int t = 0; t < stages; t++) {
            if (Math.abs(shortfall[t]) > EXACT * capacity) {
                return false;
            }
        }
        return true;
    }

    /** Newton direction towards products of {@code goal}; the second-order terms are those of the previous direction. */
    private void direction(double goal, boolean secondOrder) {
        walls.aim(goal, secondOrder);
        if (!secondOrder) {
            factorise();
        }
        solveBalances(true);
        walls.followMove();
    }

    /**
     * Pivots of the tridiagonal matrix of the multipliers: diagonal {@code stageGive + socGive before + socGive after}, off-diagonal
     * {@code −socGive}. What a pivot exceeds its off-diagonal by is carried instead of the pivot, so nothing cancels.
     */
    private void factorise() {
        int socs = first[stages];
        double carried = 0;
        for (int t = 0; t < stages; t++) {
            double sum = 0;
            for (int j = first[t]; j < first[t + 1]; j++) {
                sum += give[j];
            }
            stageGive[t] = sum;
            excess[t] = sum + carried;
            double after = give[socs + t];
            carried = after * (excess[t] / (excess[t] + after));
        }
    }

    /** From {@code push} and {@code give} to {@code valueMove} and {@code move}. */
    private void solveBalances(boolean withShortfall) {
        int socs = first[stages];
        double before = 0;
        double carried = 0;
        for (int t = 0; t < stages; t++) {
            double after = give[socs + t];
            double sum = (withShortfall ? shortfall[t] : 0) + push[socs + t] * after - before;
            for (int j = first[t]; j < first[t + 1]; j++) {
                sum -= push[j] * give[j];
            }
            right[t] = sum + carried;
            before = push[socs + t] * after;
            carried = right[t] * (after / (excess[t] + after));
        }
        double next = 0;
        for (int t = stages - 1; t >= 0; t--) {
            double after = give[socs + t];
            double here = (right[t] + after * next) / (excess[t] + after);
            valueMove[t] = here;
            move[socs + t] = (next - here + push[socs + t]) * after;
            for (int j = first[t]; j < first[t + 1]; j++) {
                move[j] = (here + push[j]) * give[j];
            }
            next = here;
        }
    }

    private void advance(double primal, double dual) {
        walls.advance(primal, dual);
        for (int t = 0; t < stages; t++) {
            value[t] += dual * valueMove[t];
        }
    }

    private void addUsage(int[] active, double[] sum) {
        for (int a = 0; a < active.length; a++) {
            int t = active[a];
            double net = startNet[t];
            for (int j = first[t]; j < first[t + 1]; j++) {
                net += usage[j] * low[j];
            }
            sum[a] += net;
        }
    }

    private void addDrift(int[] active, double[] sum) {
        walls.pushBySmoothing();
        solveBalances(false);
        for (int a = 0; a < active.length; a++) {
            for (int j = first[active[a]]; j < first[active[a] + 1]; j++) {
                sum[a] += usage[j] * move[j];
            }
        }
    }

    /** With W the matrix of {@link #factorise}: diagonal of Σ usage²·give, minus b·W⁻¹·b with b = Σ usage·give per slot. */
    private void addCurvature(int[] active, double[] sum) {
        invertDiagonal();
        int socs = first[stages];
        for (int a = 0; a < active.length; a++) {
            int t = active[a];
            double linear = 0;
            double square = 0;
            for (int j = first[t]; j < first[t + 1]; j++) {
                linear += usage[j] * give[j];
                square += usage[j] * usage[j] * give[j];
            }
            response[a] = linear;
            int row = a * (a + 1) / 2;
            sum[row + a] += square - linear * linear * inverse[t];
            double entry = linear * inverse[t];
            int other = a - 1;
            for (int i = t - 1; other >= 0; i--) {
                double after = give[socs + i];
                entry *= after / (excess[i] + after);
                if (i == active[other]) {
                    sum[row + other] -= entry * response[other];
                    other--;
                }
            }
        }
    }

    /** Diagonal of the inverse: what comes from the left is in {@code excess}, what comes from the right is carried. */
    private void invertDiagonal() {
        int socs = first[stages];
        double carried = give[socs + stages - 1];
        for (int t = stages - 1; t >= 0; t--) {
            inverse[t] = 1 / (excess[t] + carried);
            double before = t > 0 ? give[socs + t - 1] : 0;
            double fromRight = stageGive[t] + carried;
            carried = before * (fromRight / (fromRight + before));
        }
    }

    private void reserve() {
        if (start.length >= stages) {
            return;
        }
        int most = stages * (SlotPieces.MOST + 1);
        first = new int[stages + 1];
        cost = new double[most];
        usage = new double[most];
        walls = new BarrierWalls(most);
        low = walls.low();
        high = walls.high();
        lowDual = walls.lowDual();
        highDual = walls.highDual();
        move = walls.move();
        give = walls.give();
        push = walls.push();
        residual = walls.residual();
        start = new double[stages];
        floor = new double[stages];
        startNet = new double[stages];
        value = new double[stages];
        valueMove = new double[stages];
        shortfall = new double[stages];
        stageGive = new double[stages];
        excess = new double[stages];
        right = new double[stages];
        response = new double[stages];
        inverse = new double[stages];
    }
}
