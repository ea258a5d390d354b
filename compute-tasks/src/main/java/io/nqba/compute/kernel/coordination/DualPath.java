package io.nqba.compute.kernel.coordination;

import io.nqba.compute.kernel.linear.PackedCholesky;
import java.io.Serial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The prices of the shared limits on their way along the central path. Crosses the grid wire as part of its owner.
 *
 * <p>Every shared row has a price and a slack whose product should equal the smoothing. The prices of the peak rows and what is left
 * of the peak charge pay for the peak itself; the price of a capped row and what is left of the penalty pay for the excess over the
 * cap. Newton's method for these products, with the summed reaction of the subproblems as the only thing known about them, is one
 * dense symmetric positive definite system per round. Where the slacks then agree with the usage, the smoothing shrinks with the
 * step; else the step only centres: its right side is the gradient of the smoothed dual, a concave self-concordant function, so it
 * goes uphill. A step whose end shows that it was too long, by slacks far off or by a slope that leads back, is shortened, and the
 * smoothing shrinks more gently from then on.
 *
 * <p>Lagrangian dual smoothed by barriers on the subproblems: M. Kojima, N. Megiddo, S. Mizuno, S. Shindoh, "Horizontal and Vertical
 * Decomposition in Interior Point Methods for Linear Programs" (1993); I. Necoara, J. Suykens, "Interior-Point Lagrangian
 * Decomposition Method for Separable Convex Optimization", J. Optim. Theory Appl. 143 (2009), 567-588,
 * doi:10.1007/s10957-009-9566-4. We differ in the drift term, which lets one step change prices and smoothing together.
 */
final class DualPath implements PricePath {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Smoothing at the start, as a share of the mean cost of a subproblem and row. */
    private static final double START = 0.5;
    /** Largest relative error of a slack at which the smoothing shrinks on, and from which the last step counts as too long. */
    private static final double NEAR = 20;

    private static final double FAR = 80;

    /** What remains of the smoothing after a step, at least and at most. */
    private static final double BOLDEST = 0.5;

    private static final double GENTLEST = 0.9;
    private static final double SHORTER = 0.5;

    /** Up to this many rows all of them are priced for the peak; longer windows begin with the highest and adopt others. */
    private static final int ALL_ROWS = 1000;

    private static final int FIRST_ROWS = 400;
    private static final int ROWS_AT_ONCE = 150;
    private static final int MOST_ROWS = 1500;
    private static final double CLOSE = 0.03;

    private static final double SMALLEST = 1e-10;
    private static final double TO_THE_WALL = 0.95;
    private static final double OVERSHOT = 0.5;
    private static final int MOST_SHORTENINGS = 8;

    private final double peakCharge;
    private final double capPenalty;
    private final int rows;
    /** Shared row of each entry: the peak rows first, then the capped ones. */
    private int[] row = {};

    private int peakRows;
    private double[] cap = {};
    /** Position of each entry's row among the active rows, ascending and without repetition. */
    private int[] place = {};

    private int[] active = {};

    /** Products of prices and slacks aim at this many times the smoothing: as many as there are subproblems behind each row. */
    private double weight;

    private double smoothing;
    private double smallest;
    private double[] price = {};
    private double[] slack = {};
    private double[] over = {};
    private double peak;
    private double rest;

    private double[] priceMove = {};
    private double[] slackMove = {};
    private double[] overMove = {};
    private double peakMove;
    private double restMove;
    private double priceLength;
    private double slackLength;
    private double smoothingMove;
    private double uphill;
    private double shrink = BOLDEST;
    private int shortenings;

    DualPath(SharedLimits limits) {
        peakCharge = limits.peakCharge();
        capPenalty = limits.capPenalty();
        rows = limits.rows();
        double[] caps = limits.cap();
        int[] capped = IntStream.range(0, rows)
                .filter(t -> caps[t] < Double.POSITIVE_INFINITY)
                .toArray();
        insert(0, capped);
        for (int i = 0; i < capped.length; i++) {
            cap[i] = caps[capped[i]];
        }
    }

    /** Makes room for new entries at {@code at}; their prices and slacks are still 0. */
    private void insert(int at, int[] newRows) {
        int more = newRows.length;
        int[] rowsBefore = row;
        row = new int[rowsBefore.length + more];
        System.arraycopy(rowsBefore, 0, row, 0, at);
        System.arraycopy(newRows, 0, row, at, more);
        System.arraycopy(rowsBefore, at, row, at + more, rowsBefore.length - at);
        cap = widened(cap, at, more);
        price = widened(price, at, more);
        slack = widened(slack, at, more);
        over = widened(over, at, more);
        priceMove = new double[row.length];
        slackMove = new double[row.length];
        overMove = new double[row.length];
        active = Arrays.stream(row).sorted().distinct().toArray();
        place = Arrays.stream(row).map(t -> Arrays.binarySearch(active, t)).toArray();
    }

    private static double[] widened(double[] values, int at, int more) {
        double[] wider = new double[values.length + more];
        System.arraycopy(values, 0, wider, 0, at);
        System.arraycopy(values, at, wider, at + more, values.length - at);
        return wider;
    }

    @Override
    public boolean isEmpty() {
        return (peakCharge == 0 || rows == 0) && row.length == 0;
    }

    @Override
    public int[] active() {
        return active.clone();
    }

    @Override
    public double smoothing() {
        return smoothing;
    }

    @Override
    public void addPeakPrice(double[] sum) {
        for (int i = 0; i < peakRows; i++) {
            sum[row[i]] += price[i];
        }
    }

    @Override
    public void addCapPrice(double[] sum) {
        for (int i = peakRows; i < row.length; i++) {
            sum[row[i]] += price[i];
        }
    }

    @Override
    public double pricedCaps() {
        double sum = 0;
        for (int i = peakRows; i < row.length; i++) {
            sum += price[i] * cap[i];
        }
        return sum;
    }

    @Override
    public void move(Answer answer, double highest) {
        SmoothResponse response = answer.response();
        if (response == null) {
            double cells = rows * (double) Math.max(1, answer.items());
            begin(answer.usage(), (Math.abs(answer.lagrangian()) + peakCharge * highest) / cells, (double)
                    answer.items());
        } else {
            step(answer.usage(), response);
        }
    }

    /** Sets out from the usage of the subproblems alone: every entry exactly on the central path for that usage. */
    private void begin(double[] usage, double meanCost, double items) {
        weight = Math.max(1, items);
        smoothing = START * Math.max(meanCost, Double.MIN_NORMAL);
        smallest = SMALLEST * smoothing;
        double product = weight * smoothing;
        if (peakCharge > 0) {
            int[] first = highest(usage, Double.NEGATIVE_INFINITY, rows <= ALL_ROWS ? rows : FIRST_ROWS);
            peakRows = first.length;
            insert(0, first);
            beginPeak(Arrays.stream(first).mapToDouble(t -> usage[t]).toArray(), product);
        }
        for (int i = peakRows; i < row.length; i++) {
            beginCap(i, usage[row[i]], product);
        }
    }

    /** The peak at which the prices smoothing / (peak − usage) and smoothing / peak use up the peak charge. */
    private void beginPeak(double[] usage, double product) {
        double lower = Math.max(0, Arrays.stream(usage).max().orElse(0));
        double upper = lower + (usage.length + 1) * product / peakCharge;
        for (int i = 0; i < 200 && upper - lower > 1e-15 * upper; i++) {
            double middle = (lower + upper) / 2;
            double paid = product / middle;
            for (double used : usage) {
                paid += product / (middle - used);
            }
            if (paid > peakCharge) {
                lower = middle;
            } else {
                upper = middle;
            }
        }
        peak = upper;
        rest = product / peak;
        double paid = 0;
        for (int i = 0; i < peakRows; i++) {
            slack[i] = Math.max(peak - usage[i], 1e-12 * peak);
            price[i] = product / slack[i];
            paid += price[i];
        }
        double scale = (peakCharge - rest) / paid;
        for (int i = 0; i < peakRows; i++) {
            price[i] *= scale;
        }
    }

    /** The excess at which product / (cap + excess − usage) and product / excess use up the penalty. */
    private void beginCap(int entry, double used, double product) {
        // With a = cap − usage: penalty·x·(a + x) = product·(a + 2x), of which the larger root is the one with both
        // slacks positive.
        double a = cap[entry] - used;
        double step = product / capPenalty;
        double half = step - a / 2;
        over[entry] = half + Math.sqrt(half * half + step * a);
        if (a > 0) {
            over[entry] = step * a / (Math.sqrt(half * half + step * a) - half);
        }
        slack[entry] = a > 0 ? a + over[entry] : product / (capPenalty - product / over[entry]);
        price[entry] = product / slack[entry];
    }

    /** Peak rows that are not active yet and use more than {@code floor}: at most {@code most}, the highest ones, ascending. */
    private int[] highest(double[] usage, double floor, int most) {
        boolean[] known = new boolean[rows];
        for (int i = 0; i < peakRows; i++) {
            known[row[i]] = true;
        }
        return IntStream.range(0, rows)
                .filter(t -> !known[t] && usage[t] > floor)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> -usage[t]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** In a long window prices the rows that have come near the peak, unless there are too many already. */
    private void adopt(double[] usage) {
        int most = Math.min(ROWS_AT_ONCE, MOST_ROWS - peakRows);
        if (peakRows == 0 || peakRows == rows || most <= 0) {
            return;
        }
        int[] found = highest(usage, (1 - CLOSE) * peak, most);
        if (found.length == 0) {
            return;
        }
        int from = peakRows;
        insert(from, found);
        peakRows += found.length;
        double paid = 0;
        for (int i = from; i < peakRows; i++) {
            slack[i] = Math.max(peak - usage[row[i]], CLOSE * CLOSE * peak);
            price[i] = weight * smoothing / slack[i];
            paid += price[i];
        }
        // The newcomers may take half of what is left of the peak charge; the next steps give them more.
        double share = Math.min(1, rest / (2 * paid));
        for (int i = from; i < peakRows; i++) {
            price[i] *= share;
        }
        rest -= share * paid;
        uphill = 0;
        smoothingMove = 0;
    }

    /** One step from the reaction of the subproblems to the present prices. */
    private void step(double[] usage, SmoothResponse response) {
        double[] gradient = gradient(response.usage());
        double off = farthest(response.usage());
        if (wentTooFar(gradient, off)) {
            return;
        }
        shortenings = 0;
        boolean onward = off < NEAR;
        double goal = onward ? Math.max(smallest, shrink * smoothing) : smoothing;
        direct(response, gradient, goal);
        uphill = onward ? 0 : dot(gradient, priceMove);
        smoothingMove = goal - smoothing;
        priceLength = Math.min(1, TO_THE_WALL * priceRoom());
        slackLength = Math.min(1, TO_THE_WALL * slackRoom());
        advance(1);
        adopt(usage);
    }

    /** Goes back part of the last step where its end shows that it was too long. */
    private boolean wentTooFar(double[] gradient, double off) {
        if (shortenings >= MOST_SHORTENINGS) {
            return false;
        }
        boolean shrunk = smoothingMove < 0;
        if (shrunk && off > FAR) {
            shrink = Math.min(GENTLEST, Math.sqrt(shrink));
        } else if (shrunk && off < NEAR) {
            shrink = Math.max(BOLDEST, shrink * shrink);
        }
        boolean tooFar = shrunk ? off > FAR : uphill > 0 && dot(gradient, priceMove) < -OVERSHOT * uphill;
        if (tooFar) {
            advance(SHORTER - 1);
            priceLength *= SHORTER;
            slackLength *= SHORTER;
            shortenings++;
        }
        return tooFar;
    }

    /** Gradient of the smoothed dual. */
    private double[] gradient(double[] usage) {
        double[] gradient = new double[row.length];
        double product = weight * smoothing;
        for (int i = 0; i < row.length; i++) {
            double other = i < peakRows ? product / rest : product / (capPenalty - price[i]) + cap[i];
            gradient[i] = usage[place[i]] + product / price[i] - other;
        }
        return gradient;
    }

    /** Largest relative error of a slack. */
    private double farthest(double[] usage) {
        double most = 0;
        for (int i = 0; i < row.length; i++) {
            double room = (i < peakRows ? peak : cap[i] + over[i]) - usage[place[i]];
            most = Math.max(most, Math.abs(room / slack[i] - 1));
            most = Math.max(most, Math.abs(price[i] * slack[i] / (weight * smoothing) - 1));
        }
        return most;
    }

    /** Newton direction for products of {@code goal}. */
    private void direct(SmoothResponse response, double[] gradient, double goal) {
        int n = row.length;
        double change = goal - smoothing;
        double[] move = new double[n];
        double[] matrix = new double[n * (n + 1) / 2];
        double shared = peakRows > 0 ? peak / rest : 0;
        double[] curvature = response.curvature();
        for (int i = 0, at = 0; i < n; i++) {
            for (int j = 0; j <= i; j++, at++) {
                int high = Math.max(place[i], place[j]);
                int low = Math.min(place[i], place[j]);
                matrix[at] = curvature[high * (high + 1) / 2 + low] + (i < peakRows ? shared : 0);
            }
            double left = i < peakRows ? rest : capPenalty - price[i];
            matrix[at - 1] += slack[i] / price[i] + (i < peakRows ? 0 : over[i] / left);
            move[i] = gradient[i] + change * (weight / price[i] - weight / left + response.drift()[place[i]]);
        }
        PackedCholesky.factorise(n, matrix).solve(move);
        System.arraycopy(move, 0, priceMove, 0, n);
        restMove = 0;
        for (int i = 0; i < n; i++) {
            slackMove[i] = weight * goal / price[i] - slack[i] - slack[i] / price[i] * move[i];
            if (i < peakRows) {
                restMove -= move[i];
            } else {
                double left = capPenalty - price[i];
                overMove[i] = weight * goal / left - over[i] + over[i] / left * move[i];
            }
        }
        peakMove = peakRows > 0 ? weight * goal / rest - peak - peak / rest * restMove : 0;
    }

    private double priceRoom() {
        double inverse = peakRows > 0 ? Math.max(0, -restMove / rest) : 0;
        for (int i = 0; i < row.length; i++) {
            inverse = Math.max(inverse, -priceMove[i] / price[i]);
            if (i >= peakRows) {
                inverse = Math.max(inverse, priceMove[i] / (capPenalty - price[i]));
            }
        }
        return 1 / inverse;
    }

    private double slackRoom() {
        double inverse = peakRows > 0 ? Math.max(0, -peakMove / peak) : 0;
        for (int i = 0; i < row.length; i++) {
            inverse = Math.max(inverse, -slackMove[i] / slack[i]);
            if (i >= peakRows) {
                inverse = Math.max(inverse, -overMove[i] / over[i]);
            }
        }
        return 1 / inverse;
    }

    /** Moves by a share of the last direction's lengths; a negative share goes back. */
    private void advance(double share) {
        for (int i = 0; i < row.length; i++) {
            price[i] += share * priceLength * priceMove[i];
            slack[i] += share * slackLength * slackMove[i];
            over[i] += share * slackLength * overMove[i];
        }
        rest += share * priceLength * restMove;
        peak += share * slackLength * peakMove;
        smoothing += share * Math.min(priceLength, slackLength) * smoothingMove;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
