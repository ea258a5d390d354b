package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio must keep to.
 *
 * @param lower least weight per asset; negative allows short positions
 * @param upper greatest weight per asset
 * @param budget sum of all weights: 1 for fully invested, 0 for market neutral
 * @param groups limits on groups of assets
 * @param trades rules of trading; null where the present portfolio does not matter
 * @param ridge weight of the sum of squared weights, added to the variance; 0 for none
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record PortfolioLimits(
        double[] lower,
        double[] upper,
        double budget,
        List<GroupLimit> groups,
        @Nullable TradeRules trades,
        double ridge) {

    /** @throws NqbaException if a bound is not a finite number, a lower one exceeds its upper one, or a shape differs */
    public PortfolioLimits {
        groups = List.copyOf(groups);
        if (lower.length != upper.length) {
            throw refused("There are %d lower and %d upper bounds.".formatted(lower.length, upper.length));
        }
        for (int j = 0; j < lower.length; j++) {
            if (!(Math.abs(lower[j]) <= 1e6 && Math.abs(upper[j]) <= 1e6 && lower[j] <= upper[j])) {
                throw refused("The bounds of asset %d (%s to %s) must be an interval within ±1000000."
                        .formatted(j, lower[j], upper[j]));
            }
        }
        if (!Double.isFinite(budget) || !(ridge >= 0 && ridge < Double.POSITIVE_INFINITY)) {
            throw refused("The sum of the weights (%s) must be a number and the ridge (%s) a number not below 0."
                    .formatted(budget, ridge));
        }
        for (GroupLimit group : groups) {
            checkGroup(group, lower.length);
        }
        if (trades != null) {
            checkTrades(trades, lower.length);
        }
    }

    /** Fully invested, nothing short. */
    public static PortfolioLimits longOnly(int assets) {
        return between(assets, 0, 1);
    }

    /** Fully invested, each weight within the same bounds. */
    public static PortfolioLimits between(int assets, double lower, double upper) {
        double[] low = new double[assets];
        double[] high = new double[assets];
        Arrays.fill(low, lower);
        Arrays.fill(high, upper);
        return new PortfolioLimits(low, high, 1, List.of(), null, 0);
    }

    public PortfolioLimits withBudget(double newBudget) {
        return new PortfolioLimits(lower, upper, newBudget, groups, trades, ridge);
    }

    public PortfolioLimits withGroups(List<GroupLimit> newGroups) {
        return new PortfolioLimits(lower, upper, budget, newGroups, trades, ridge);
    }

    public PortfolioLimits withTrades(TradeRules newTrades) {
        return new PortfolioLimits(lower, upper, budget, groups, newTrades, ridge);
    }

    public PortfolioLimits withRidge(double newRidge) {
        return new PortfolioLimits(lower, upper, budget, groups, trades, newRidge);
    }

    public PortfolioLimits withBounds(double[] newLower, double[] newUpper) {
        return new PortfolioLimits(newLower, newUpper, budget, groups, trades, ridge);
    }

    /** Returns the limits of some assets, in that order, without rules of trading. */
    public PortfolioLimits select(int[] assets) {
        List<GroupLimit> part = groups.stream()
                .map(group -> new GroupLimit(
                        group.name(), ConvexProgram.pick(group.exposures(), assets), group.least(), group.most()))
                .toList();
        return new PortfolioLimits(
                ConvexProgram.pick(lower, assets), ConvexProgram.pick(upper, assets), budget, part, null, ridge);
    }

    int size() {
        return lower.length;
    }

    private static void checkGroup(GroupLimit group, int assets) {
        boolean numbers = Arrays.stream(group.exposures()).allMatch(Double::isFinite);
        if (group.exposures().length != assets || !numbers || !(group.least() <= group.most())) {
            throw refused("The limit '%s' (%d exposures, %s to %s) must give one number per asset (%d) and an interval."
                    .formatted(group.name(), group.exposures().length, group.least(), group.most(), assets));
        }
    }

    private static void checkTrades(TradeRules trades, int assets) {
        boolean numbers = Arrays.stream(trades.currentWeights()).allMatch(Double::isFinite)
                && Arrays.stream(trades.costPerUnit()).allMatch(cost -> cost >= 0 && cost < Double.POSITIVE_INFINITY);
        if (trades.currentWeights().length != assets || trades.costPerUnit().length != assets || !numbers) {
            throw refused("The trade rules must give one current weight and one cost of at least 0 per asset (%d)."
                    .formatted(assets));
        }
        if (!(trades.mostTurnover() >= 0)) {
            throw refused("The turnover limit (%s) must be at least 0.".formatted(trades.mostTurnover()));
        }
    }

    private static NqbaException refused(String problem) {
        return new NqbaException(ErrorCode.INVALID_PROBLEM, problem, "Correct the limits of the portfolio.");
    }
}
