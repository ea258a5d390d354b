package io.nqba.compute.kernel.coordination;

import java.util.Arrays;

/**
 * The small master of the coordination: asks one question per round, learns from the summed answer, and knows at any time the best
 * value, a proven bound and the prices behind it. A state machine without threads, clock or randomness; it is its own saved state,
 * so another coordinator that reads it back goes on at the last round. Crosses the grid wire.
 *
 * <p>The first question prices nothing: every subproblem alone. It is the optimum when nothing is shared.
 */
public final class CoordinationMaster {
    private final double targetGap;
    private final int rows;
    private final boolean peakPriced;
    private final int[] capped;
    private final double[] cap;
    private final double peakCharge;
    private final double capPenalty;

    private int round;
    private double smoothing;
    double[] peakPrice;
    private double[] peakSlack;
    private double peakRest;
    private double peak;
    private double[] capPrice;
    private double[] capSlack;
    private double[] capOver;

    private double value = Double.POSITIVE_INFINITY;
    private double bound = Double.NEGATIVE_INFINITY;
    private Question best;
    private double[] bestPeakPrice;
    private double[] bestCapPrice;
    private double bestPeak;
    private double bestOverCap;
    private double bestOwnViolation;
    private double aloneValue = Double.NaN;

    public CoordinationMaster(SharedLimits limits, double targetGap) {
        this.targetGap = targetGap;
        rows = limits.rows();
        cap = limits.cap();
        peakCharge = limits.peakCharge();
        capPenalty = limits.capPenalty();
        peakPriced = peakCharge > 0 && rows > 0;
        int n = 0;
        int[] c = new int[rows];
        for (int t = 0; t < rows; t++) {
            if (cap[t] < Double.POSITIVE_INFINITY) c[n++] = t;
        }
        capped = Arrays.copyOf(c, n);
        peakPrice = new double[rows];
        peakSlack = new double[rows];
        capPrice = new double[n];
        capSlack = new double[n];
        capOver = new double[n];
        best = new Question(new double[rows], 0);
        bestPeakPrice = new double[rows];
        bestCapPrice = new double[rows];
    }

    public Question question() {
        double[] price = peakPrice.clone();
        for (int c = 0; c < capped.length; c++) price[capped[c]] += capPrice[c];
        return new Question(price, smoothing);
    }

    /** Least value found: Σ cost + peak charge + penalised excess over caps. Infinite before the first answer. */
    public double value() {
        return value;
    }

    /** Greatest proven lower bound of the value. Minus infinity before the first answer. */
    public double bound() {
        return bound;
    }

    /** What value and bound differ by, as a share of the value. */
    public double gap() {
        return (value - bound) / Math.max(1e-9, Math.abs(value));
    }

    /** Whether the gap is at most the target. */
    public boolean closed() {
        return gap() <= targetGap;
    }

    /** Answers absorbed so far. */
    public int round() {
        return round;
    }

    /** The question whose answers make up {@link #value()}; asking it again gives the schedules. */
    public Question best() {
        return best;
    }

    /** Value when every subproblem minds itself only; not a number before the first answer. */
    public double aloneValue() {
        return aloneValue;
    }

    /** Highest usage of the best answer, 0 or more. */
    public double peak() {
        return bestPeak;
    }

    /** Σ usage above caps in the best answer. */
    public double overCap() {
        return bestOverCap;
    }

    /** Σ violation of the subproblems' own limits in the best answer. */
    public double ownViolation() {
        return bestOwnViolation;
    }

    /** The part of the price per row that the peak charge makes up, at the best bound. */
    public double[] peakPrice() {
        return bestPeakPrice.clone();
    }

    /** The part of the price per row that the caps make up, at the best bound. */
    public double[] capPrice() {
        return bestCapPrice.clone();
    }

    /**
     * Takes the summed answer to {@link #question()}.
     *
     * @throws IllegalArgumentException if the answer's shape is not that of the question
     */
    public void absorb(Answer answer) {
        round++;
        updateValue(answer);
        updateBound(answer.lagrangian());
        if (closed()) {
            return;
        }
        SmoothResponse r = answer.response();
        if (r == null) {
            begin(answer, Math.max(0, Arrays.stream(answer.usage()).max().orElse(0)));
        } else {
            step(r);
        }
    }

    private void updateValue(Answer answer) {
        double top = 0;
        for (double used : answer.usage()) {
            top = Math.max(top, used);
        }
        double over = 0;
        for (int t : capped) {
            over += Math.max(0, answer.usage()[t] - cap[t]);
        }
        double newValue = answer.cost() + peakCharge * top + capPenalty * over;
        if (round == 1) {
            aloneValue = newValue;
        }
        if (newValue < value) {
            value = newValue;
            best = question();
            bestPeak = top;
            bestOverCap = over;
            bestOwnViolation = answer.violation();
        }
    }

    private void updateBound(double lagrangian) {
        double newBound = lagrangian;
        for (int c = 0; c < capped.length; c++) {
            newBound -= capPrice[c] * cap[capped[c]];
        }
        if (newBound > bound) {
            bound = newBound;
            bestPeakPrice = peakPrice.clone();
            bestCapPrice = new double[rows];
            for (int c = 0; c < capped.length; c++) {
                bestCapPrice[capped[c]] = capPrice[c];
            }
        }
    }

    public String trace = "";

    static double START = Double.parseDouble(System.getProperty("start", "0.1"));
    static double SIGMA = Double.parseDouble(System.getProperty("sigma", "0.1"));
    static double GOOD = Double.parseDouble(System.getProperty("good", "0.5"));

    private void begin(Answer answer, double top) {
        double[] u = answer.usage();
        double scale =
                (Math.abs(answer.lagrangian()) + peakCharge * top) / (rows * (double) Math.max(1, answer.items()));
        smoothing = START * scale;
        if (peakPriced) {
            double lo = top, hi = 2 * top + 1;
            while (sum(u, hi) > 0) hi *= 2;
            for (int i = 0; i < 100; i++) {
                double mid = (lo + hi) / 2;
                if (sum(u, mid) > 0) lo = mid;
                else hi = mid;
            }
            peak = hi;
            double total = 0;
            for (int t = 0; t < rows; t++) {
                peakSlack[t] = peak - u[t];
                peakPrice[t] = smoothing / peakSlack[t];
                total += peakPrice[t];
            }
            peakRest = peakCharge - total;
        }
        for (int c = 0; c < capped.length; c++) {
            int t = capped[c];
            // price = mu/(cap+v-u) = penalty - mu/v
            double lo = Math.max(0, u[t] - cap[t]), hi = lo + 1;
            while (smoothing / (cap[t] + hi - u[t]) + smoothing / hi > capPenalty) hi = lo + 2 * (hi - lo);
            for (int i = 0; i < 100; i++) {
                double mid = (lo + hi) / 2;
                if (smoothing / (cap[t] + mid - u[t]) + smoothing / mid > capPenalty) lo = mid;
                else hi = mid;
            }
            capOver[c] = hi;
            capSlack[c] = cap[t] + hi - u[t];
            capPrice[c] = smoothing / capSlack[c];
        }
    }

    private double sum(double[] u, double z) {
        double s = smoothing / z;
        for (double x : u) s += smoothing / (z - x);
        return s - peakCharge;
    }

    private void step(SmoothResponse response) {
        int k = peakPriced ? rows : 0;
        int n = k + capped.length;
        double[] u = response.usage();
        double[] h = response.curvature();
        double off = 0;
        for (int t = 0; t < k; t++) {
            double res = peak - u[t] - peakSlack[t];
            off = Math.max(off, Math.abs(res) / peakSlack[t]);
            off = Math.max(off, Math.abs(peakPrice[t] * peakSlack[t] / smoothing - 1));
        }
        for (int c = 0; c < capped.length; c++) {
            double res = cap[capped[c]] + capOver[c] - u[capped[c]] - capSlack[c];
            off = Math.max(off, Math.abs(res) / capSlack[c]);
        }
        double goal = off < GOOD ? SIGMA * smoothing : off < 2 ? Math.sqrt(SIGMA) * smoothing : smoothing;
        double change = goal - smoothing;
        double[] m = new double[n * (n + 1) / 2];
        double[] rhs = new double[n];
        for (int i = 0; i < n; i++) {
            int ri = i < k ? i : capped[i - k];
            for (int j = 0; j <= i; j++) {
                int rj = j < k ? j : capped[j - k];
                int a = Math.max(ri, rj), b = Math.min(ri, rj);
                m[i * (i + 1) / 2 + j] = h[a * (a + 1) / 2 + b] + (i < k ? peak / peakRest : 0);
            }
            int d = i * (i + 1) / 2 + i;
            if (i < k) {
                m[d] += peakSlack[i] / peakPrice[i];
                double res = peak - u[i] - peakSlack[i];
                rhs[i] = goal / peakPrice[i]
                        - peakSlack[i]
                        - res
                        + response.drift()[i] * change
                        - (goal / peakRest - peak);
            } else {
                int c = i - k;
                double y = capPenalty - capPrice[c];
                double res = cap[ri] + capOver[c] - u[ri] - capSlack[c];
                m[d] += capSlack[c] / capPrice[c] + capOver[c] / y;
                rhs[i] = goal / capPrice[c]
                        - capSlack[c]
                        - res
                        + response.drift()[ri] * change
                        - (goal / y - capOver[c]);
            }
        }
        PackedCholesky.factorise(n, m).solve(rhs);
        double[] dPrice = new double[rows];
        double sumP = 0;
        for (int i = 0; i < n; i++) {
            dPrice[i < k ? i : capped[i - k]] += rhs[i];
            if (i < k) sumP += rhs[i];
        }
        // primal directions by complementarity
        double dual = 1e9, primal = 1e9;
        double[] ds = new double[k];
        for (int t = 0; t < k; t++) {
            ds[t] = goal / peakPrice[t] - peakSlack[t] - peakSlack[t] / peakPrice[t] * rhs[t];
            if (rhs[t] < 0) dual = Math.min(dual, -peakPrice[t] / rhs[t]);
            if (ds[t] < 0) primal = Math.min(primal, -peakSlack[t] / ds[t]);
        }
        double dz = 0;
        if (peakPriced) {
            if (sumP > 0) dual = Math.min(dual, peakRest / sumP);
            dz = (goal - peakRest * peak + peak * sumP) / peakRest;
            if (dz < 0) primal = Math.min(primal, -peak / dz);
        }
        double[] dr = new double[capped.length], dv = new double[capped.length];
        for (int c = 0; c < capped.length; c++) {
            double dl = rhs[k + c];
            double y = capPenalty - capPrice[c];
            dr[c] = goal / capPrice[c] - capSlack[c] - capSlack[c] / capPrice[c] * dl;
            dv[c] = goal / y - capOver[c] + capOver[c] / y * dl;
            if (dl < 0) dual = Math.min(dual, -capPrice[c] / dl);
            if (dl > 0) dual = Math.min(dual, y / dl);
            if (dr[c] < 0) primal = Math.min(primal, -capSlack[c] / dr[c]);
            if (dv[c] < 0) primal = Math.min(primal, -capOver[c] / dv[c]);
        }
        double ad = Math.min(1, 0.95 * dual), ap = Math.min(1, 0.95 * primal);
        trace = "off=%.3g goal=%.3g ad=%.3f ap=%.3f z=%.4f rest=%.3g".formatted(off, goal, ad, ap, peak, peakRest);
        for (int t = 0; t < k; t++) {
            peakPrice[t] += ad * rhs[t];
            peakSlack[t] += ap * ds[t];
        }
        if (peakPriced) {
            peakRest -= ad * sumP;
            peak += ap * dz;
        }
        for (int c = 0; c < capped.length; c++) {
            capPrice[c] += ad * rhs[k + c];
            capSlack[c] += ap * dr[c];
            capOver[c] += ap * dv[c];
        }
        smoothing += Math.min(ad, ap) * change;
    }
}
