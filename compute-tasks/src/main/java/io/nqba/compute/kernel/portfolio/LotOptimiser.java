package io.nqba.compute.kernel.portfolio;

import io.nqba.compute.kernel.annealing.SplitMix;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns weights into whole shares for a given capital, by annealing. Every limit is kept: shares start at the rounded weights, are
 * repaired where rounding broke a limit, and from then on make only moves that break none.
 *
 * <p>What is minimised is the loss against the ideal weights w: (x - w)'Q(x - w) + d'x for the weights x that the shares make, with d
 * the reduced costs of w. For the optimum w of a convex programme with Hessian 2Q this is exactly what the shares' objective exceeds
 * the optimum by when uninvested cash is valued at the budget's shadow price; so 0 is the proven bound, and the loss is the gap.
 * Without reduced costs the loss is the variance of the difference.
 */
public final class LotOptimiser {
    /** Below this a sum of weights is rounding. */
    private static final double TOLERANCE = 1e-9;

    /** Weight by which a step of the repair must help at least. */
    private static final double HELPS = 1e-12;

    private static final int REPAIR_SWEEPS = 400;

    private final SymmetricMatrix risk;
    private final double[] target;
    private final double[] reduced;
    private final double[] step;
    private final int[] least;
    private final int[] most;
    private final double leastCash;
    private final List<GroupLimit> groups;
    private final @Nullable TradeRules trades;

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
     * @param groups limits on groups of assets
     * @param trades present weights and the limit on the turnover; null for none
     * @param names of the assets, for what is refused; empty to number them
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Bounds(
            double[] lower,
            double[] upper,
            double leastCash,
            List<GroupLimit> groups,
            @Nullable TradeRules trades,
            List<String> names) {
        public Bounds {
            groups = List.copyOf(groups);
            names = List.copyOf(names);
        }

        /** Bounds of each asset and nothing more. */
        public Bounds(double[] lower, double[] upper, double leastCash) {
            this(lower, upper, leastCash, List.of(), null, List.of());
        }

        static Bounds longOnly(int assets) {
            double[] upper = new double[assets];
            Arrays.fill(upper, 1);
            return new Bounds(new double[assets], upper, 0);
        }
    }

    /**
     * @param prices of the smallest number of shares that is traded, in the unit of the capital
     * @param bounds of the weights that the shares make
     * @throws NqbaException if a shape differs or a price is not above 0; with code INFEASIBLE if the bounds of an asset hold no whole
     *     number of its shares
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
        groups = bounds.groups();
        trades = bounds.trades() != null && bounds.trades().mostTurnover() < Double.POSITIVE_INFINITY
                ? bounds.trades()
                : null;
        for (int j = 0; j < step.length; j++) {
            if (!(prices[j] > 0 && prices[j] < Double.POSITIVE_INFINITY) || !Double.isFinite(target[j])) {
                throw refused("The price (%s) of asset %d must be above 0 and its weight (%s) a number."
                        .formatted(prices[j], j, target[j]));
            }
            step[j] = prices[j] / capital;
            least[j] = (int) Math.ceil(bounds.lower()[j] / step[j] - 1e-9);
            most[j] = (int) Math.min(Integer.MAX_VALUE, Math.floor(bounds.upper()[j] / step[j] + 1e-9));
            if (least[j] > most[j]) {
                throw noShare(j, bounds);
            }
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

    private NqbaException noShare(int asset, Bounds bounds) {
        return new NqbaException(
                ErrorCode.INFEASIBLE,
                "No whole number of lots of %s, each %s of the capital, weighs between %s and %s."
                        .formatted(
                                bounds.names().isEmpty()
                                        ? "asset " + asset
                                        : bounds.names().get(asset),
                                NamedRow.shown(step[asset]),
                                NamedRow.shown(bounds.lower()[asset]),
                                NamedRow.shown(bounds.upper()[asset])),
                "Widen the bounds of its weight, invest more capital, or allow fractions of shares.");
    }

    /**
     * Searches.
     *
     * @param sweeps proposals per asset; 0 gives the rounded weights, improved by single steps and exchanges
     * @throws NqbaException with code INFEASIBLE if no shares were found that keep every limit; the text says which one is broken
     */
    public Lots search(int sweeps, long seed) {
        State state = new State();
        SplitMix random = new SplitMix(seed);
        if (!groups.isEmpty() || trades != null) {
            state.repair(random);
        }
        state.descend();
        State best = state.copy();
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
        /** Sums of the groups, and the turnover as the last one. */
        final double[] use;

        double cash;
        double loss;
        double broken;

        State() {
            use = new double[groups.size() + 1];
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
            use = other.use.clone();
            cash = other.cash;
            loss = other.loss;
            broken = other.broken;
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
            for (int g = 0; g < groups.size(); g++) {
                use[g] = Vectors.dot(groups.get(g).exposures(), weights);
            }
            if (trades != null) {
                use[groups.size()] = 0;
                for (int j = 0; j < weights.length; j++) {
                    use[groups.size()] += Math.abs(weights[j] - trades.currentWeights()[j]);
                }
            }
            broken = broken();
        }

        private double broken() {
            return groups.isEmpty() && trades == null ? 0 : brokenAfter(0, 0, 0, 0);
        }

        /** By how much limits of groups and of the turnover are broken, summed, after two changes. */
        private double brokenAfter(int first, int change, int second, int other) {
            double sum = 0;
            for (int g = 0; g < groups.size(); g++) {
                GroupLimit group = groups.get(g);
                double after = use[g]
                        + change * step[first] * group.exposures()[first]
                        + other * step[second] * group.exposures()[second];
                sum += Math.max(0, Math.max(after - group.most(), group.least() - after) - TOLERANCE);
            }
            if (trades != null) {
                double after = use[groups.size()] + turned(first, change) + turned(second, other);
                sum += Math.max(0, after - trades.mostTurnover() - TOLERANCE);
            }
            return sum;
        }

        /** Change of the turnover by a change of one asset. */
        private double turned(int asset, int change) {
            if (trades == null || change == 0) {
                return 0;
            }
            double now = trades.currentWeights()[asset];
            return Math.abs((shares[asset] + change) * step[asset] - now) - Math.abs(shares[asset] * step[asset] - now);
        }

        /** Whether two changes break no limit more than it is broken now. */
        private boolean keepsLimits(int first, int change, int second, int other) {
            return (groups.isEmpty() && trades == null) || brokenAfter(first, change, second, other) <= broken;
        }

        /** What keeps a portfolio from being allowed: broken limits and missing cash. */
        private double fault() {
            return broken + Math.max(0, leastCash - cash - 1e-12);
        }

        private double faultAfter(int first, int change, int second, int other) {
            double left = cash - change * step[first] - other * step[second];
            return brokenAfter(first, change, second, other) + Math.max(0, leastCash - left - 1e-12);
        }

        /** Gets back within every limit: by the steps that help most, then by annealing away what is left. */
        void repair(SplitMix random) {
            while (fault() > 0 && help()) {
                recompute();
            }
            double hot = Arrays.stream(step).average().orElse(0);
            int proposals = REPAIR_SWEEPS * step.length;
            for (int k = 0; k < proposals && fault() > 0; k++) {
                double temperature = hot * Math.pow(1e-3, k / (double) proposals);
                int first = random.nextInt(step.length);
                int change = random.nextInt(2) == 0 ? 1 : -1;
                boolean pair = step.length > 1 && random.nextInt(2) == 0;
                int second = pair ? (first + 1 + random.nextInt(step.length - 1)) % step.length : first;
                int other = pair ? -change : 0;
                if (!possible(first, change) || !possible(second, pair ? other : change)) {
                    continue;
                }
                double worse = faultAfter(first, change, second, other) - fault();
                if (worse <= 0 || random.nextDouble() < Math.exp(-worse / temperature)) {
                    apply(first, change);
                    if (pair) {
                        apply(second, other);
                    }
                }
            }
            recompute();
            while (fault() > 0 && help()) {
                recompute();
            }
            if (fault() > 0) {
                throw notKept();
            }
        }

        /** Makes the step or exchange that takes away most of the fault; among equals the one that loses least. */
        private boolean help() {
            double before = fault();
            double least = before;
            double leastLoss = Double.POSITIVE_INFINITY;
            int[] best = {-1, 0, 0, 0};
            for (int i = 0; i < step.length; i++) {
                for (int change = -1; change <= 1; change += 2) {
                    if (!possible(i, change)) {
                        continue;
                    }
                    for (int j = 0; j < step.length; j++) {
                        // An asset together with itself stands for the single step.
                        int other = j == i ? 0 : -change;
                        if (other != 0 && !possible(j, other)) {
                            continue;
                        }
                        double fault = faultAfter(i, change, j, other);
                        if (fault > Math.min(least, before - HELPS) + HELPS / 10) {
                            continue;
                        }
                        double worse =
                                gain(i, change) + (other == 0 ? 0 : gain(j, other) + together(i, change, j, other));
                        if (fault < least - HELPS / 10 || worse < leastLoss) {
                            least = Math.min(least, fault);
                            leastLoss = worse;
                            best = new int[] {i, change, j, other};
                        }
                    }
                }
            }
            if (best[0] < 0) {
                return false;
            }
            apply(best[0], best[1]);
            if (best[3] != 0) {
                apply(best[2], best[3]);
            }
            return true;
        }

        private NqbaException notKept() {
            String limit = "the cash to be left of at least %s".formatted(NamedRow.shown(leastCash));
            double worst = leastCash - cash;
            for (int g = 0; g < groups.size(); g++) {
                GroupLimit group = groups.get(g);
                double over = use[g] - group.most();
                double under = group.least() - use[g];
                if (Math.max(over, under) > worst) {
                    worst = Math.max(over, under);
                    limit = "'%s' of at %s %s"
                            .formatted(
                                    group.name(),
                                    over > under ? "most" : "least",
                                    NamedRow.shown(over > under ? group.most() : group.least()));
                }
            }
            if (trades != null && use[groups.size()] - trades.mostTurnover() > worst) {
                limit = "the turnover of at most %s".formatted(NamedRow.shown(trades.mostTurnover()));
            }
            return new NqbaException(
                    ErrorCode.INFEASIBLE,
                    "No whole shares were found that keep every limit: %s is broken.".formatted(limit),
                    "Relax that limit, invest more capital, or allow fractions of shares.");
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
            for (int g = 0; g < groups.size(); g++) {
                use[g] += moved * groups.get(g).exposures()[asset];
            }
            use[groups.size()] += turned(asset, change);
            shares[asset] += change;
            cash -= moved;
            broken = broken();
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
                if (!keepsLimits(first, change, second, pair ? -change : 0)) {
                    return;
                }
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
                    if (single < best && affordable(change * step[i]) && keepsLimits(i, change, i, 0)) {
                        best = single;
                        bestFirst = i;
                        bestSecond = -1;
                        bestChange = change;
                    }
                    for (int j = 0; change > 0 && j < step.length; j++) {
                        double both = single + gain(j, -1) + together(i, 1, j, -1);
                        boolean allowed = j != i && both < best && possible(j, -1) && affordable(step[i] - step[j]);
                        if (allowed && keepsLimits(i, 1, j, -1)) {
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
