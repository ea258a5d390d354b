package io.nqba.compute.kernel.portfolio;

import io.nqba.compute.kernel.annealing.SplitMix;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns weights into whole shares for a given capital, by annealing.
 *
 * <p>What is minimised is the loss against the ideal weights w: (x - w)'Q(x - w) + d'x for the weights x that the shares make, with d
 * the reduced costs of w. For the optimum w of a convex programme with Hessian 2Q this is exactly what the shares' objective exceeds
 * the optimum by when uninvested cash is valued at the budget's shadow price; so 0 is the proven bound, and the loss is the gap.
 * Without reduced costs the loss is the variance of the difference.
 */
public final class LotOptimiser {
    private final SymmetricMatrix risk;
    private final double[] target;
    private final double[] reduced;
    private final double[] step;
    private final int[] least;
    private final int[] most;
    private final double leastCash;

    /**
     * Long only, without a reserve.
     *
     * @param risk Q, such as the covariance
     * @param target ideal weights, not below 0, summing to at most 1
     * @param reducedCosts d, not below 0; null for none
     * @param prices of one share, in the unit of the capital
     * @param capital what may be spent
     * @throws NqbaException if a shape differs, a price is not above 0, or a weight is negative
     */
    public LotOptimiser(
            SymmetricMatrix risk, double[] target, double @Nullable [] reducedCosts, double[] prices, double capital) {
        this(risk, target, reducedCosts, prices, capital, Bounds.longOnly(target.length));
        for (int j = 0; j < target.length; j++) {
            if (!(target[j] >= 0)) {
                throw refused("The weight (%s) of asset %d must not be below 0.".formatted(target[j], j));
            }
        }
        if (Arrays.stream(target).sum() > 1 + 1e-9) {
            throw refused("The weights sum to %s, more than the whole (1)."
                    .formatted(Arrays.stream(target).sum()));
        }
    }

    /**
     * What whole shares must keep to.
     *
     * @param lower least weight per asset; negative allows short positions
     * @param upper greatest weight per asset
     * @param leastCash share of the capital that must be left
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Bounds(double[] lower, double[] upper, double leastCash) {
        static Bounds longOnly(int assets) {
            double[] upper = new double[assets];
            Arrays.fill(upper, 1);
            return new Bounds(new double[assets], upper, 0);
        }
    }

    /**
     * @param prices of the smallest number of shares that is traded, in the unit of the capital
     * @param bounds of the weights that the shares make
     * @throws NqbaException if a shape differs or a price is not above 0
     */
    public LotOptimiser(
            SymmetricMatrix risk,
            double[] target,
            double @Nullable [] reducedCosts,
            double[] prices,
            double capital,
            Bounds bounds) {
        this.risk = risk;
        this.target = target.clone();
        reduced = reducedCosts == null ? new double[target.length] : reducedCosts.clone();
        if (risk.size() != target.length || prices.length != target.length || reduced.length != target.length) {
            throw refused("There are %d weights, %d prices and a risk matrix of %d assets."
                    .formatted(target.length, prices.length, risk.size()));
        }
        if (!(capital > 0 && capital < Double.POSITIVE_INFINITY)) {
            throw refused("The capital (%s) must be above 0.".formatted(capital));
        }
        step = new double[target.length];
        least = new int[target.length];
        most = new int[target.length];
        leastCash = bounds.leastCash();
        for (int j = 0; j < step.length; j++) {
            if (!(prices[j] > 0 && prices[j] < Double.POSITIVE_INFINITY) || !Double.isFinite(target[j])) {
                throw refused("The price (%s) of asset %d must be above 0 and its weight (%s) a number."
                        .formatted(prices[j], j, target[j]));
            }
            step[j] = prices[j] / capital;
            least[j] = (int) Math.ceil(bounds.lower()[j] / step[j] - 1e-9);
            // An interval that holds no whole share is left as near as shares go.
            most[j] = (int) Math.max(
                    least[j], Math.min(Integer.MAX_VALUE, Math.floor(bounds.upper()[j] / step[j] + 1e-9)));
        }
    }

    /**
     * Whole shares.
     *
     * @param shares per asset
     * @param weights that they make
     * @param cash share of the capital that is left
     * @param loss what the shares lose against the ideal weights; at least 0
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Lots(int[] shares, double[] weights, double cash, double loss) {}

    /**
     * Searches.
     *
     * @param sweeps proposals per asset; 0 gives the rounded down weights, improved by single steps and exchanges
     */
    public Lots search(int sweeps, long seed) {
        State state = new State();
        state.descend();
        State best = state.copy();
        SplitMix random = new SplitMix(seed);
        long proposals = (long) sweeps * step.length;
        double hot = state.typicalChange();
        for (long k = 0; k < proposals; k++) {
            double temperature = hot * Math.pow(1e-4, k / (double) proposals);
            state.propose(random, temperature);
            if (state.loss < best.loss) {
                best = state.copy();
            }
        }
        best.descend();
        return best.answer();
    }

    private final class State {
        final int[] shares;
        final double[] slope;
        double cash;
        double loss;

        State() {
            shares = new int[step.length];
            slope = new double[step.length];
            for (int j = 0; j < step.length; j++) {
                shares[j] = Math.max(least[j], Math.min(most[j], (int) Math.floor(target[j] / step[j] + 1e-9)));
            }
            recompute();
            reserve();
        }

        /** Sells what loses least per unit of weight until the reserve is there. */
        private void reserve() {
            while (cash < leastCash - 1e-12) {
                int best = -1;
                for (int j = 0; j < step.length; j++) {
                    boolean better = best < 0 || gain(j, -1) / step[j] < gain(best, -1) / step[best];
                    if (possible(j, -1) && better) {
                        best = j;
                    }
                }
                if (best < 0) {
                    return;
                }
                apply(best, -1);
            }
        }

        private State(State other) {
            shares = other.shares.clone();
            slope = other.slope.clone();
            cash = other.cash;
            loss = other.loss;
        }

        State copy() {
            return new State(this);
        }

        private double[] weights() {
            double[] weights = new double[shares.length];
            Arrays.setAll(weights, j -> shares[j] * step[j]);
            return weights;
        }

        /** Running sums from scratch, so that rounding does not pile up. */
        private void recompute() {
            double[] weights = weights();
            cash = 1 - Arrays.stream(weights).sum();
            double[] away = weights.clone();
            Vectors.add(away, -1, target);
            double[] pull = risk.times(away);
            loss = Vectors.dot(pull, away) + Vectors.dot(reduced, weights);
            Arrays.setAll(slope, j -> 2 * pull[j] + reduced[j]);
        }

        double typicalChange() {
            double sum = 0;
            for (int j = 0; j < step.length; j++) {
                sum += step[j] * step[j] * risk.get(j, j);
            }
            return sum / step.length;
        }

        /** Change of the loss by {@code change} shares of one asset. */
        private double gain(int asset, int change) {
            double moved = change * step[asset];
            return moved * slope[asset] + moved * moved * risk.get(asset, asset);
        }

        private boolean possible(int asset, int change) {
            int after = shares[asset] + change;
            return after >= least[asset] && after <= most[asset];
        }

        /** Less than before is always affordable: whoever starts with too little gets back to enough. */
        private boolean affordable(double spent) {
            return spent <= 0 || spent <= cash - leastCash + 1e-12;
        }

        private double together(int first, int change, int second, int other) {
            return 2 * change * step[first] * other * step[second] * risk.get(first, second);
        }

        private void apply(int asset, int change) {
            double moved = change * step[asset];
            shares[asset] += change;
            cash -= moved;
            loss += gain(asset, change);
            for (int j = 0; j < slope.length; j++) {
                slope[j] += 2 * moved * risk.get(asset, j);
            }
        }

        void propose(SplitMix random, double temperature) {
            int first = random.nextInt(step.length);
            int change = random.nextInt(2) == 0 ? 1 : -1;
            boolean pair = step.length > 1 && random.nextInt(2) == 0;
            int second = pair ? (first + 1 + random.nextInt(step.length - 1)) % step.length : first;
            double spent = change * step[first] - (pair ? change * step[second] : 0);
            if (!possible(first, change) || (pair && !possible(second, -change)) || !affordable(spent)) {
                return;
            }
            double difference = gain(first, change);
            if (pair) {
                difference += gain(second, -change) + together(first, change, second, -change);
            }
            if (difference <= 0 || random.nextDouble() < Math.exp(-difference / temperature)) {
                apply(first, change);
                if (pair) {
                    apply(second, -change);
                }
            }
        }

        /** Takes the best single step or exchange until none helps. */
        void descend() {
            recompute();
            boolean better = true;
            while (better) {
                better = improve();
            }
            recompute();
        }

        private boolean improve() {
            double best = -1e-15 * (1 + loss);
            int bestFirst = -1;
            int bestSecond = -1;
            int bestChange = 0;
            for (int i = 0; i < step.length; i++) {
                for (int change = -1; change <= 1; change += 2) {
                    if (!possible(i, change)) {
                        continue;
                    }
                    double single = gain(i, change);
                    if (single < best && affordable(change * step[i])) {
                        best = single;
                        bestFirst = i;
                        bestSecond = -1;
                        bestChange = change;
                    }
                    for (int j = 0; change > 0 && j < step.length; j++) {
                        double both = single + gain(j, -1) + together(i, 1, j, -1);
                        if (j != i && both < best && possible(j, -1) && affordable(step[i] - step[j])) {
                            best = both;
                            bestFirst = i;
                            bestSecond = j;
                            bestChange = 1;
                        }
                    }
                }
            }
            if (bestFirst < 0) {
                return false;
            }
            apply(bestFirst, bestChange);
            if (bestSecond >= 0) {
                apply(bestSecond, -1);
            }
            return true;
        }

        Lots answer() {
            return new Lots(shares, weights(), Math.max(0, cash), loss);
        }
    }

    private static NqbaException refused(String problem) {
        return new NqbaException(ErrorCode.INVALID_PROBLEM, problem, "Correct the weights, prices or the capital.");
    }
}
