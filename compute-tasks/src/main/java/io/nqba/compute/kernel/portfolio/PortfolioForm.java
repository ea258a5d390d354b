package io.nqba.compute.kernel.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes portfolios as convex programmes. Without trade rules the variables are the weights; with them every weight is the current
 * one + what is bought - what is sold, so that cost and turnover are linear. Extra variables, such as the loss level of an expected
 * shortfall, come last.
 */
final class PortfolioForm {
    static final String BUDGET = "sum of the weights";

    private final PortfolioLimits limits;
    private final int assets;
    private final int extra;
    private final double[] start;
    private final boolean trading;
    private final boolean quiet;

    PortfolioForm(PortfolioLimits limits, int extra) {
        this(limits, extra, false);
    }

    /** @param quiet whether a contradiction needs no explanation, because a search goes on without it */
    PortfolioForm(PortfolioLimits limits, int extra, boolean quiet) {
        this.limits = limits;
        this.extra = extra;
        this.quiet = quiet;
        assets = limits.size();
        TradeRules trades = limits.trades();
        trading = trades != null;
        start = trades != null ? trades.currentWeights() : new double[assets];
    }

    int variables() {
        return (trading ? 2 : 1) * assets + extra;
    }

    /** The rows that follow from the limits themselves. */
    List<NamedRow> rows() {
        List<NamedRow> rows = new ArrayList<>();
        for (GroupLimit group : limits.groups()) {
            if (group.most() < Double.POSITIVE_INFINITY) {
                rows.add(NamedRow.atMost(group.name(), group.exposures(), group.most()));
            }
            if (group.least() > Double.NEGATIVE_INFINITY) {
                rows.add(NamedRow.atLeast(group.name(), group.exposures(), group.least()));
            }
        }
        TradeRules trades = limits.trades();
        if (trades != null && trades.mostTurnover() < Double.POSITIVE_INFINITY) {
            rows.add(new NamedRow("turnover", NamedRow.Side.AT_MOST, new double[assets], 0, 1, trades.mostTurnover()));
        }
        return rows;
    }

    /**
     * Builds the programme: minimise ½w'Rw + linear·w + costPrice · cost.
     *
     * @param risk R; null for a linear objective
     */
    ConvexProgram program(@Nullable SymmetricMatrix risk, double[] linear, double costPrice, List<NamedRow> rows) {
        double[] costs = variables(linear, costPrice, 0);
        if (risk != null) {
            Vectors.add(costs, 1, variables(risk.times(start), 0, 0));
        }
        double[] ones = new double[assets];
        Arrays.fill(ones, 1);
        double[][] rowCells = new double[rows.size()][];
        double[] rowLimits = new double[rows.size()];
        double[] prices = new double[rows.size()];
        for (int i = 0; i < rowCells.length; i++) {
            NamedRow row = rows.get(i);
            rowCells[i] = cells(row);
            rowLimits[i] = limit(row);
            prices[i] = Double.POSITIVE_INFINITY;
        }
        return new ConvexProgram(
                risk == null ? null : spread(risk),
                costs,
                bounds(true),
                bounds(false),
                new double[][] {variables(ones, 0, 0)},
                new double[] {limits.budget() - Arrays.stream(start).sum()},
                rowCells,
                rowLimits,
                prices);
    }

    double[] cells(NamedRow row) {
        return variables(row.exposures(), row.costShare(), row.turnoverShare());
    }

    double limit(NamedRow row) {
        return row.limit() - atStart(row.exposures());
    }

    /** The value of a function of the weights where all variables are 0. */
    double atStart(double[] perWeight) {
        return Vectors.dot(perWeight, start);
    }

    int assets() {
        return assets;
    }

    boolean quiet() {
        return quiet;
    }

    double budget() {
        return limits.budget();
    }

    /** A function of the weights, the cost and the turnover, as coefficients of the variables. */
    double[] variables(double[] perWeight, double costShare, double turnoverShare) {
        double[] cells = new double[variables()];
        for (int j = 0; j < assets; j++) {
            cells[j] = perWeight[j];
            if (trading) {
                double perTrade = turnoverShare + costShare * costPerUnit(j);
                cells[j] += perTrade;
                cells[assets + j] = perTrade - perWeight[j];
            }
        }
        return cells;
    }

    private double costPerUnit(int asset) {
        TradeRules trades = limits.trades();
        return trades == null ? 0 : trades.costPerUnit()[asset];
    }

    private double[] bounds(boolean lower) {
        double[] bounds = new double[variables()];
        for (int j = 0; j < assets; j++) {
            double low = limits.lower()[j] - start[j];
            double high = limits.upper()[j] - start[j];
            bounds[j] = lower ? low : high;
            if (trading) {
                bounds[j] = Math.max(0, bounds[j]);
                bounds[assets + j] = Math.max(0, lower ? -high : -low);
            }
        }
        return bounds;
    }

    /** The risk matrix over the variables, of which some are the negative of others and some carry no risk. */
    private SymmetricMatrix spread(SymmetricMatrix risk) {
        int size = variables();
        if (size == assets) {
            return risk;
        }
        double[] cells = new double[size * size];
        int copies = trading ? 2 : 1;
        for (int i = 0; i < copies * assets; i++) {
            for (int j = 0; j < copies * assets; j++) {
                double sign = i / assets == j / assets ? 1 : -1;
                cells[i * size + j] = sign * risk.get(i % assets, j % assets);
            }
        }
        return new SymmetricMatrix(size, cells);
    }

    /** Returns the weights of a solution. */
    double[] weights(double[] x) {
        double[] weights = new double[assets];
        for (int j = 0; j < assets; j++) {
            weights[j] = start[j] + x[j] - (trading ? x[assets + j] : 0);
        }
        return weights;
    }

    double cost(double[] weights) {
        TradeRules trades = limits.trades();
        return trades == null ? 0 : trades.cost(weights);
    }
}
