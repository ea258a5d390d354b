package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact portfolios of mean and variance under limits. Risk is the variance plus the ridge; return is net of trading cost wherever it
 * is weighed or asked for. Each answer starts from the one before. Not for several threads.
 */
public final class MeanVariance {
    private static final int MOST_TURNS = 60;
    private static final double SETTLED = 1e-13;

    private final Universe universe;
    private final PortfolioLimits limits;
    private final SymmetricMatrix risk;
    private final PortfolioForm form;
    private final List<NamedRow> rows;
    private @Nullable ProgramSolution last;

    /** @throws NqbaException if universe and limits are of different size */
    public MeanVariance(Universe universe, PortfolioLimits limits) {
        this(universe, limits, false);
    }

    MeanVariance(Universe universe, PortfolioLimits limits, boolean quiet) {
        if (universe.size() != limits.size()) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The universe has %d assets, the limits name %d.".formatted(universe.size(), limits.size()),
                    "Give bounds for every asset of the universe.");
        }
        this.universe = universe;
        this.limits = limits;
        risk = limits.ridge() == 0
                ? universe.covariance()
                : universe.covariance().scaled(1, limits.ridge());
        form = new PortfolioForm(limits, 0, quiet);
        rows = form.rows();
    }

    /** A point of the family min ½·risk - tilt·(net return): its answer and its two measures. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Point(double tilt, ProgramSolution solution, double[] weights, double variance, double netReturn) {}

    /** Least volatility; trading cost is added to the variance. Value and bound are volatilities. */
    public PortfolioAnswer minimumVolatility() {
        ConvexProgram program = form.program(risk, new double[universe.size()], 0.5, rows);
        ProgramSolution solution = solve(program, rows);
        double[] weights = form.weights(solution.x());
        double variance = risk.form(weights) + form.cost(weights);
        return answer(weights, Math.sqrt(variance), root(variance - 2 * solution.gap()), solution, rows);
    }

    /**
     * Least volatility at an expected net return of at least {@code target} per year.
     *
     * @throws NqbaException with code INFEASIBLE if no portfolio within the limits expects that much; the text says how much is possible
     */
    public PortfolioAnswer targetReturn(double target) {
        List<NamedRow> withTarget = withReturn(target);
        ConvexProgram program = form.program(risk, new double[universe.size()], 0, withTarget);
        ProgramSolution solution = solve(program, withTarget);
        double[] weights = form.weights(solution.x());
        double variance = risk.form(weights);
        return answer(weights, Math.sqrt(variance), root(variance - 2 * solution.gap()), solution, withTarget);
    }

    private List<NamedRow> withReturn(double target) {
        List<NamedRow> extended = new ArrayList<>(rows);
        extended.add(returnOfAtLeast(universe, target));
        return extended;
    }

    static NamedRow returnOfAtLeast(Universe universe, double target) {
        double[] loss = NamedRow.negative(universe.expectedReturns());
        return new NamedRow("expected net return", NamedRow.Side.AT_LEAST, loss, 1, 0, -target);
    }

    /**
     * Greatest net return - ½ · aversion · risk.
     *
     * @param aversion above 0
     */
    public PortfolioAnswer quadraticUtility(double aversion) {
        if (!(aversion > 0 && aversion < Double.POSITIVE_INFINITY)) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The risk aversion (%s) must be above 0.".formatted(aversion),
                    "Send a number such as 1 for an even hand or 10 for great caution.");
        }
        Point point = point(1 / aversion);
        double utility = point.netReturn - aversion * point.variance / 2;
        return answer(point.weights, utility, utility + aversion * point.solution.gap(), point.solution, rows);
    }

    /** Greatest expected net return. */
    public PortfolioAnswer maximumReturn() {
        double[] loss = NamedRow.negative(universe.expectedReturns());
        ProgramSolution solution = ProgramSolver.solve(form.program(null, loss, 1, rows), null)
                .orElseThrow(() -> Contradiction.explain(form, rows));
        double[] weights = form.weights(solution.x());
        double net = net(weights);
        return answer(weights, net, net + solution.gap(), solution, rows);
    }

    /**
     * Greatest (net return - riskFree) / risk. Value and bound are Sharpe ratios.
     *
     * @param riskFree return per year
     * @throws NqbaException with code INFEASIBLE if no portfolio within the limits expects more than the risk-free return
     */
    public PortfolioAnswer maximumSharpe(double riskFree) {
        double hurdle = riskFree * limits.budget();
        double most = maximumReturn().value();
        if (most <= hurdle) {
            throw new NqbaException(
                    ErrorCode.INFEASIBLE,
                    "No portfolio within the limits expects more (%s) than the risk-free return (%s)."
                            .formatted(NamedRow.shown(most), NamedRow.shown(hurdle)),
                    "Lower the risk-free return, or minimise the volatility instead.");
        }
        Point least = point(0);
        Point found = search(least, point -> point.tilt * (point.netReturn - hurdle) - point.variance, (a, b) -> {
            double pull = (b.netReturn - a.netReturn) / (b.tilt - a.tilt);
            return (b.variance - b.tilt * b.tilt * pull) / (b.netReturn - hurdle - b.tilt * pull);
        });
        double value = (found.netReturn - hurdle) / Math.sqrt(found.variance);
        double shortBy = Math.min(0, tangent(found) + found.tilt * hurdle);
        double calmest = root(least.variance - 2 * least.solution.gap());
        double bound = (Math.sqrt(found.variance) - shortBy / calmest) / found.tilt;
        return answer(found.weights, value, bound, found.solution, rows);
    }

    /**
     * Greatest net return at a volatility of at most {@code target} per year. Value and bound are returns.
     *
     * @throws NqbaException with code INFEASIBLE if every portfolio within the limits is riskier; the text says how calm one can be
     */
    public PortfolioAnswer targetRisk(double target) {
        Point least = point(0);
        if (!(least.variance <= target * target)) {
            throw new NqbaException(
                    ErrorCode.INFEASIBLE,
                    "No portfolio within the limits is as calm as %s; the least volatility is %s."
                            .formatted(NamedRow.shown(target), NamedRow.shown(Math.sqrt(least.variance))),
                    "Raise the target risk to at least %s, or widen the limits."
                            .formatted(NamedRow.shown(Math.sqrt(least.variance))));
        }
        PortfolioAnswer greatest = maximumReturn();
        if (risk.form(greatest.weights()) <= target * target) {
            return greatest;
        }
        Point found = search(least, point -> target * target - point.variance, (a, b) -> {
            double pull = (b.netReturn - a.netReturn) / (b.tilt - a.tilt);
            return Math.sqrt((target * target - b.variance + b.tilt * b.tilt * pull) / pull);
        });
        double bound = (Math.sqrt(found.variance) * target - tangent(found)) / found.tilt;
        return answer(found.weights, found.netReturn, bound, found.solution, rows);
    }

    /**
     * Portfolios of least volatility at evenly spaced returns, from the calmest to the one of the greatest return.
     *
     * @param points at least 2
     */
    public List<PortfolioAnswer> frontier(int points) {
        PortfolioAnswer calmest = minimumVolatility();
        double from = net(calmest.weights());
        double to = maximumReturn().value();
        List<PortfolioAnswer> frontier = new ArrayList<>();
        frontier.add(calmest);
        for (int k = 1; k < points; k++) {
            double share = k / (points - 1.0);
            // A hair below the greatest return, which rounding could make unreachable.
            frontier.add(targetReturn(from + share * (to - from) - (k == points - 1 ? 1e-12 * Math.abs(to) : 0)));
        }
        return frontier;
    }

    private interface Excess {
        double of(Point point);
    }

    private interface Guess {
        double of(Point a, Point b);
    }

    /**
     * Finds the tilt at which a falling measure is 0. Between two tilts with the same active set weights are linear in the tilt, so
     * that the guess from two points on one piece is exact; bisection keeps it safe.
     */
    private Point search(Point least, Excess excess, Guess guess) {
        boolean upwards = excess.of(least) < 0;
        Point low = least;
        double high = Double.POSITIVE_INFINITY;
        double scale = Math.sqrt(least.variance) + Double.MIN_NORMAL;
        double tilt = Math.max(scale * 1e-3, least.variance);
        Point before = least;
        Point now = point(tilt);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            double rest = excess.of(now);
            if (Math.abs(rest) <= SETTLED * now.variance) {
                return now;
            }
            if (rest < 0 == upwards) {
                low = now;
            } else {
                high = now.tilt;
            }
            double next = guess.of(before, now);
            if (!(next > low.tilt && next < high)) {
                next = high == Double.POSITIVE_INFINITY
                        ? now.tilt * 8
                        : low.tilt > 0 ? Math.sqrt(low.tilt * high) : high / 8;
            }
            if (next == now.tilt || (turn > 3 && Math.abs(next - now.tilt) <= 1e-15 * next)) {
                return now;
            }
            before = now;
            now = point(next);
        }
        return now;
    }

    private Point point(double tilt) {
        double[] linear = universe.expectedReturns().clone();
        for (int j = 0; j < linear.length; j++) {
            linear[j] *= -tilt;
        }
        ProgramSolution solution = solve(form.program(risk, linear, tilt, rows), rows);
        double[] weights = form.weights(solution.x());
        return new Point(tilt, solution, weights, risk.form(weights), net(weights));
    }

    /** Proven least value of (R·w)·v - tilt · (net return of v) over all portfolios v, where w are the point's weights. */
    private double tangent(Point point) {
        return point.variance - point.tilt * point.netReturn - point.solution.gap();
    }

    private double net(double[] weights) {
        return universe.expectedReturn(weights) - form.cost(weights);
    }

    private ProgramSolution solve(ConvexProgram program, List<NamedRow> named) {
        ProgramSolution similar = last != null && last.lambda().length == named.size() ? last : null;
        ProgramSolution solution =
                ProgramSolver.solve(program, similar).orElseThrow(() -> Contradiction.explain(form, named));
        last = solution;
        return solution;
    }

    private PortfolioAnswer answer(
            double[] weights, double value, double bound, ProgramSolution solution, List<NamedRow> named) {
        return new PortfolioAnswer(
                weights,
                universe.expectedReturn(weights),
                universe.volatility(weights),
                form.cost(weights),
                value,
                bound,
                shadowPrices(named, solution),
                solution.steps());
    }

    static List<PortfolioAnswer.ShadowPrice> shadowPrices(List<NamedRow> named, ProgramSolution solution) {
        List<PortfolioAnswer.ShadowPrice> prices = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            if (solution.lambda()[i] > 1e-12) {
                prices.add(new PortfolioAnswer.ShadowPrice(named.get(i).words(), solution.lambda()[i]));
            }
        }
        return prices;
    }

    private static double root(double square) {
        return Math.sqrt(Math.max(0, square));
    }
}
