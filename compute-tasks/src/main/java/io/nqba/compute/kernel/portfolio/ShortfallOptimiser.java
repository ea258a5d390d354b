package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Exact portfolios of least expected shortfall (CVaR) over historical or simulated scenarios, as a linear programme whose tail losses
 * are hinge rows: cost per step O(scenarios · assets²).
 *
 * <p>Source: R. T. Rockafellar, S. Uryasev, "Optimization of conditional value-at-risk", Journal of Risk 2 (2000),
 * doi:10.21314/JOR.2000.038.
 */
public final class ShortfallOptimiser {
    private final Universe universe;
    private final ReturnMatrix scenarios;
    private final double level;
    private final PortfolioForm form;
    private final PortfolioLimits limits;

    /**
     * @param scenarios returns per period without gaps
     * @param level share of the scenarios that are not the tail, such as 0.95
     * @throws NqbaException if a shape differs, a scenario has a gap, or the level is outside 0 to 1
     */
    public ShortfallOptimiser(Universe universe, ReturnMatrix scenarios, double level, PortfolioLimits limits) {
        this(universe, scenarios, level, limits, false);
    }

    ShortfallOptimiser(Universe universe, ReturnMatrix scenarios, double level, PortfolioLimits limits, boolean quiet) {
        if (universe.size() != limits.size() || universe.size() != scenarios.assets()) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The universe has %d assets, the scenarios %d, the limits %d."
                            .formatted(universe.size(), scenarios.assets(), limits.size()),
                    "Give scenarios and bounds for every asset of the universe.");
        }
        if (!(level > 0 && level < 1)) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The level (%s) of the expected shortfall must be between 0 and 1.".formatted(level),
                    "Send a level such as 0.95.");
        }
        if (scenarios.periods() == 0 || scenarios.completePeriods().periods() != scenarios.periods()) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The scenarios (%d periods) must be there and have no gaps.".formatted(scenarios.periods()),
                    "Use the periods in which every asset was listed.");
        }
        this.universe = universe;
        this.scenarios = scenarios;
        this.level = level;
        this.limits = limits;
        form = new PortfolioForm(limits, 1, quiet);
    }

    /** Least expected shortfall per period; trading cost counts as a loss. Value and bound are losses as a share of the capital. */
    public PortfolioAnswer minimumShortfall() {
        return solve(form.rows());
    }

    /**
     * Least expected shortfall at an expected net return of at least {@code target} per year.
     *
     * @throws NqbaException with code INFEASIBLE if no portfolio within the limits expects that much; the text says how much is possible
     */
    public PortfolioAnswer targetReturn(double target) {
        List<NamedRow> rows = new ArrayList<>(form.rows());
        rows.add(MeanVariance.returnOfAtLeast(universe, target));
        return solve(rows);
    }

    /** Returns the mean loss of the worst periods at given weights, before trading cost; a share of the capital. */
    public static double shortfall(ReturnMatrix scenarios, double level, double[] weights) {
        double[] losses = scenarios.portfolio(weights);
        for (int t = 0; t < losses.length; t++) {
            losses[t] = -losses[t];
        }
        Arrays.sort(losses);
        double tail = (1 - level) * losses.length;
        double rest = tail;
        double sum = 0;
        for (int t = losses.length - 1; t >= 0 && rest > 0; t--) {
            double share = Math.min(1, rest);
            sum += share * losses[t];
            rest -= share;
        }
        return sum / tail;
    }

    private PortfolioAnswer solve(List<NamedRow> rows) {
        ProgramSolution solution =
                ProgramSolver.solve(program(rows), null).orElseThrow(() -> Contradiction.explain(form, rows));
        double[] weights = form.weights(solution.x());
        List<PortfolioAnswer.ShadowPrice> prices = MeanVariance.shadowPrices(rows, solution);
        return new PortfolioAnswer(
                weights,
                universe.expectedReturn(weights),
                universe.volatility(weights),
                form.cost(weights),
                solution.value(),
                solution.bound(),
                prices,
                solution.steps());
    }

    private ConvexProgram program(List<NamedRow> rows) {
        ConvexProgram plain = form.program(null, new double[universe.size()], 1, rows);
        int periods = scenarios.periods();
        int named = rows.size();
        double[][] all = Arrays.copyOf(plain.rows(), named + periods);
        double[] allLimits = Arrays.copyOf(plain.limits(), named + periods);
        double[] prices = Arrays.copyOf(plain.prices(), named + periods);
        int loss = form.variables() - 1;
        double[] returns = new double[universe.size()];
        double worst = 0;
        for (int t = 0; t < periods; t++) {
            double most = 0;
            for (int j = 0; j < returns.length; j++) {
                returns[j] = -scenarios.get(j, t);
                most += Math.abs(returns[j]) * Math.max(Math.abs(limits.lower()[j]), Math.abs(limits.upper()[j]));
            }
            all[named + t] = form.variables(returns, 0, 0);
            all[named + t][loss] = -1;
            allLimits[named + t] = -form.atStart(returns);
            prices[named + t] = 1 / ((1 - level) * periods);
            worst = Math.max(worst, most);
        }
        plain.linear()[loss] = 1;
        plain.lower()[loss] = -worst;
        plain.upper()[loss] = worst;
        return new ConvexProgram(
                null,
                plain.linear(),
                plain.lower(),
                plain.upper(),
                plain.equalities(),
                plain.totals(),
                all,
                allLimits,
                prices);
    }
}
