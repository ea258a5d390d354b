package io.nqba.compute.kernel.portfolio;

import io.nqba.compute.kernel.annealing.SplitMix;
import java.util.Arrays;

/**
 * Local search for the names to hold: minimise riskWeight · x'Σx - (1 - riskWeight) · μ'x under {@link HoldingRules}. Workspace of one
 * thread.
 *
 * <p>A swap of one name for another is first judged by what moving just the leaving weight would do, which costs a few operations per
 * pair; the most promising pairs are solved exactly. Moves are tried until none of them helps.
 */
final class CardinalitySearch {
    private static final int TRIED_SWAPS = 14;
    private static final double GAIN = 1e-13;

    private final SymmetricMatrix covariance;
    private final double[] expected;
    private final HoldingRules rules;
    private final HeldQuadratic quadratic;
    private final int assets;
    private final double[] costs;
    private final double[] slope;
    private final boolean[] inside;
    private final double[] promise;
    private final int[] leaving;
    private final int[] entering;
    private final int[] trialNames;
    private final double[] trial;
    private double riskWeight;
    private long solved;

    CardinalitySearch(SymmetricMatrix covariance, double[] expected, HoldingRules rules) {
        this.covariance = covariance;
        this.expected = expected;
        this.rules = rules;
        assets = expected.length;
        quadratic = new HeldQuadratic(rules.most() + 1, rules.leastHolding(), rules.mostHolding());
        costs = new double[assets];
        slope = new double[assets];
        inside = new boolean[assets];
        promise = new double[TRIED_SWAPS];
        leaving = new int[TRIED_SWAPS];
        entering = new int[TRIED_SWAPS];
        trialNames = new int[rules.most() + 1];
        trial = new double[rules.most() + 1];
    }

    /** Sets the objective. */
    void weigh(double newRiskWeight) {
        riskWeight = newRiskWeight;
        for (int j = 0; j < assets; j++) {
            costs[j] = (newRiskWeight - 1) * expected[j];
        }
    }

    /** Small problems solved so far. */
    long solved() {
        return solved;
    }

    /** Weighs the names of a holding anew under the present objective. */
    void evaluate(Holding holding) {
        holding.value =
                quadratic.solve(riskWeight, covariance.cells(), costs, holding.names, holding.count, holding.weights);
        solved++;
    }

    /** Improves a holding until no move that is tried helps. */
    void improve(Holding holding) {
        evaluate(holding);
        boolean better = true;
        while (better) {
            differentiate(holding);
            better = swap(holding) || drop(holding) || add(holding);
        }
    }

    /** Replaces names by random ones. */
    void kick(Holding holding, int changes, SplitMix random) {
        mark(holding);
        for (int k = 0; k < changes && holding.count < assets; k++) {
            int position = random.nextInt(holding.count);
            int name = random.nextInt(assets);
            while (inside[name]) {
                name = random.nextInt(assets);
            }
            inside[holding.names[position]] = false;
            inside[name] = true;
            holding.names[position] = name;
        }
    }

    /** A holding of random names. */
    Holding random(SplitMix random) {
        Holding holding = new Holding(rules.most());
        int count = Math.min(assets, rules.most());
        while (holding.count < count) {
            int name = random.nextInt(assets);
            if (!holding.holds(name)) {
                holding.names[holding.count] = name;
                holding.weights[holding.count++] = 1.0 / count;
            }
        }
        return holding;
    }

    /** The names of greatest weight in a relaxed answer. */
    Holding heaviest(double[] relaxed) {
        Holding holding = new Holding(rules.most());
        double[] rest = relaxed.clone();
        int count = Math.min(assets, rules.most());
        while (holding.count < count) {
            int best = 0;
            for (int j = 1; j < assets; j++) {
                best = rest[j] > rest[best] ? j : best;
            }
            if (rest[best] <= 1e-9 && holding.count >= Math.min(assets, rules.fewest())) {
                break;
            }
            holding.names[holding.count] = best;
            holding.weights[holding.count++] = Math.max(0, rest[best]);
            rest[best] = -1;
        }
        return holding;
    }

    private void mark(Holding holding) {
        Arrays.fill(inside, false);
        for (int i = 0; i < holding.count; i++) {
            inside[holding.names[i]] = true;
        }
    }

    private void differentiate(Holding holding) {
        mark(holding);
        double[] cells = covariance.cells();
        System.arraycopy(costs, 0, slope, 0, assets);
        for (int i = 0; i < holding.count; i++) {
            double factor = 2 * riskWeight * holding.weights[i];
            int row = holding.names[i] * assets;
            for (int j = 0; j < assets; j++) {
                slope[j] += factor * cells[row + j];
            }
        }
    }

    private boolean swap(Holding holding) {
        int found = rank(holding);
        for (int k = 0; k < found; k++) {
            copy(holding);
            trialNames[leaving[k]] = entering[k];
            if (accept(holding, holding.count)) {
                return true;
            }
        }
        return false;
    }

    /** Fills the most promising swaps, best first. */
    private int rank(Holding holding) {
        double[] cells = covariance.cells();
        int found = 0;
        for (int i = 0; i < holding.count; i++) {
            int out = holding.names[i];
            double weight = holding.weights[i];
            double square = riskWeight * weight * weight;
            double base = square * cells[out * assets + out] - weight * slope[out];
            for (int j = 0; j < assets; j++) {
                if (!inside[j]) {
                    double change =
                            base + weight * slope[j] + square * (cells[j * assets + j] - 2 * cells[out * assets + j]);
                    if (found < TRIED_SWAPS || change < promise[found - 1]) {
                        found = insert(found, change, i, j);
                    }
                }
            }
        }
        return found;
    }

    private int insert(int found, double change, int out, int in) {
        int at = Math.min(found, TRIED_SWAPS - 1);
        while (at > 0 && promise[at - 1] > change) {
            promise[at] = promise[at - 1];
            leaving[at] = leaving[at - 1];
            entering[at] = entering[at - 1];
            at--;
        }
        promise[at] = change;
        leaving[at] = out;
        entering[at] = in;
        return Math.min(found + 1, TRIED_SWAPS);
    }

    /** Tries to do without a name that is held at its least. */
    private boolean drop(Holding holding) {
        if (holding.count <= rules.fewest()) {
            return false;
        }
        for (int i = 0; i < holding.count; i++) {
            if (holding.weights[i] <= rules.leastHolding()) {
                copy(holding);
                trialNames[i] = trialNames[holding.count - 1];
                trial[i] = trial[holding.count - 1];
                if (accept(holding, holding.count - 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean add(Holding holding) {
        if (holding.count >= rules.most()) {
            return false;
        }
        int best = -1;
        for (int j = 0; j < assets; j++) {
            if (!inside[j] && (best < 0 || slope[j] < slope[best])) {
                best = j;
            }
        }
        if (best < 0) {
            return false;
        }
        copy(holding);
        trialNames[holding.count] = best;
        trial[holding.count] = rules.leastHolding();
        return accept(holding, holding.count + 1);
    }

    private void copy(Holding holding) {
        System.arraycopy(holding.names, 0, trialNames, 0, holding.count);
        System.arraycopy(holding.weights, 0, trial, 0, holding.count);
    }

    private boolean accept(Holding holding, int count) {
        double value = quadratic.solve(riskWeight, covariance.cells(), costs, trialNames, count, trial);
        solved++;
        if (value >= holding.value - GAIN * Math.abs(holding.value)) {
            return false;
        }
        holding.count = count;
        holding.value = value;
        System.arraycopy(trialNames, 0, holding.names, 0, count);
        System.arraycopy(trial, 0, holding.weights, 0, count);
        return true;
    }

    /** Names with their weights; mutable, one thread. */
    static final class Holding {
        final int[] names;
        final double[] weights;
        int count;
        double value = Double.POSITIVE_INFINITY;

        Holding(int most) {
            names = new int[most];
            weights = new double[most];
        }

        void set(Holding other) {
            System.arraycopy(other.names, 0, names, 0, other.count);
            System.arraycopy(other.weights, 0, weights, 0, other.count);
            count = other.count;
            value = other.value;
        }

        boolean holds(int name) {
            for (int i = 0; i < count; i++) {
                if (names[i] == name) {
                    return true;
                }
            }
            return false;
        }

        double[] spread(int assets) {
            double[] all = new double[assets];
            for (int i = 0; i < count; i++) {
                all[names[i]] = weights[i];
            }
            return all;
        }
    }
}
