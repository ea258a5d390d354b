package io.nqba.compute.finance.portfolio;

import io.nqba.compute.kernel.portfolio.LotOptimiser;
import io.nqba.compute.kernel.portfolio.LotOptimiser.Lots;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is held after the trades, in shares. Trading costs are paid by buying a little less, so that what is not traded stays untouched;
 * whole lots are annealed towards the weights.
 *
 * @param weights that the shares shall make, shape {@code [assets]}
 * @param shares shape {@code [assets]}
 * @param costs of the trades, money, shape {@code [assets]}
 * @param cash that is left, money
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Holdings(double[] weights, double[] shares, double[] costs, double cash) {
    /** Below this share of the capital nothing is traded: rounding of the optimiser. */
    private static final double NO_TRADE = 1e-7;

    private static final int SWEEPS = 400;
    private static final double HELD = 1e-7;

    static Holdings of(PortfolioModel model, double[] ideal) {
        return model.request().wholeShares() ? lots(model, ideal) : fractions(model, ideal);
    }

    private static Holdings fractions(PortfolioModel model, double[] ideal) {
        double[] now = model.weightsNow();
        double buys = 0;
        double sells = 0;
        for (int j = 0; j < now.length; j++) {
            buys += Math.max(0, ideal[j] - now[j]);
            sells += Math.max(0, now[j] - ideal[j]);
        }
        double cost = model.costPerUnit();
        double share = buys > 0 ? Math.max(0, (buys - cost * sells) / (buys * (1 + cost))) : 1;
        double[] shares = model.assets().shares().clone();
        for (int j = 0; j < shares.length; j++) {
            double change = ideal[j] - now[j];
            if (Math.abs(change) > NO_TRADE) {
                boolean closed = Math.abs(ideal[j]) < NO_TRADE;
                double moved = change > 0 ? share * change : change;
                shares[j] = closed
                        ? 0
                        : (now[j] + moved) * model.capital() / model.assets().prices()[j];
            }
        }
        return of(model, ideal, shares);
    }

    private static Holdings lots(PortfolioModel model, double[] ideal) {
        int size = ideal.length;
        boolean few = model.request().few();
        double[] lower = new double[size];
        double[] upper = new double[size];
        double[] prices = new double[size];
        for (int j = 0; j < size; j++) {
            int lot = model.assets().instruments().get(j).lotShares();
            prices[j] = lot * model.assets().prices()[j];
            boolean held = Math.abs(ideal[j]) > HELD;
            double least = model.limits().lower()[j];
            double most = model.limits().upper()[j];
            double step = model.request().leastHolding();
            lower[j] = few && held && ideal[j] > 0 ? Math.max(least, step) : few && !held ? 0 : least;
            upper[j] = few && held && ideal[j] < 0 ? Math.min(most, -step) : few && !held ? 0 : most;
            double share = prices[j] / model.capital();
            boolean none = Math.ceil(lower[j] / share - 1e-9) > Math.floor(upper[j] / share + 1e-9);
            if (few && none && least <= 0 && most >= 0) {
                // A name too dear for its least holding is given up, which the rules on names allow.
                lower[j] = 0;
                upper[j] = 0;
            }
        }
        double[] now = model.weightsNow();
        double turnover = IntStream.range(0, size)
                .mapToDouble(j -> Math.abs(ideal[j] - now[j]))
                .sum();
        double uninvested = 1 - model.limits().budget();
        double reserve = uninvested + model.costPerUnit() * turnover;
        Holdings found = lots(model, ideal, prices, bounds(model, lower, upper, reserve));
        // Whole lots turn over a little more than the weights did: the cost of that must be there as well.
        double missing = uninvested * model.capital() - found.cash();
        return missing <= 0
                ? found
                : lots(model, ideal, prices, bounds(model, lower, upper, reserve + 2 * missing / model.capital()));
    }

    private static LotOptimiser.Bounds bounds(PortfolioModel model, double[] lower, double[] upper, double reserve) {
        return new LotOptimiser.Bounds(
                lower,
                upper,
                reserve,
                model.limits().groups(),
                model.limits().trades(),
                model.assets().ids());
    }

    private static Holdings lots(PortfolioModel model, double[] ideal, double[] prices, LotOptimiser.Bounds bounds) {
        Lots lots = new LotOptimiser(
                        model.problem().universe().covariance(), ideal, null, prices, model.capital(), bounds)
                .search(SWEEPS, model.request().seed());
        double[] shares = new double[ideal.length];
        Arrays.setAll(
                shares,
                j -> (double) lots.shares()[j]
                        * model.assets().instruments().get(j).lotShares());
        return of(model, lots.weights(), shares);
    }

    private static Holdings of(PortfolioModel model, double[] weights, double[] shares) {
        double[] costs = new double[shares.length];
        double cash = model.cash();
        for (int j = 0; j < shares.length; j++) {
            double traded =
                    (shares[j] - model.assets().shares()[j]) * model.assets().prices()[j];
            costs[j] = model.costPerUnit() * Math.abs(traded);
            cash -= traded + costs[j];
        }
        return new Holdings(weights, shares, costs, cash);
    }

    /** Returns the weights of what is invested, brought to the sum that was asked for. */
    double[] invested(double budget) {
        double sum = Arrays.stream(weights).sum();
        double factor = budget == 0 || sum == 0 ? 1 : budget / sum;
        return Arrays.stream(weights).map(weight -> factor * weight).toArray();
    }
}
