package io.nqba.compute.finance.portfolio;

import io.nqba.compute.kernel.portfolio.MeanVariance;
import io.nqba.compute.kernel.portfolio.NameSearch;
import io.nqba.compute.kernel.portfolio.NameSearch.Found;
import io.nqba.compute.kernel.portfolio.PortfolioAnswer;
import io.nqba.compute.kernel.portfolio.PortfolioProblem;
import io.nqba.compute.kernel.portfolio.PortfolioProblem.Goal;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.FrontierPoint;
import io.nqba.model.finance.LimitPrice;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.optimisation.Baseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Solves one request on one node, step by step. */
final class PortfolioSolver {
    /** The portfolio as it is. */
    static final String CURRENT = "current-portfolio";
    /** The same weight for every instrument. */
    static final String EQUAL = "equal-weight";

    private static final int KICKS_PER_ROUND = 6;
    private static final int KICKS_PER_POINT = 4;
    private static final double HELD = 1e-7;

    private final PortfolioModel model;
    private final PortfolioRequest request;
    private @Nullable NameSearch search;

    PortfolioSolver(PortfolioModel model) {
        this.model = model;
        this.request = model.request();
    }

    PortfolioModel model() {
        return model;
    }

    /** Makes one step: the exact answer, or the start or a round of the search for names. */
    synchronized SearchReply step(SearchOrder order, BooleanSupplier stop) {
        if (!request.few()) {
            return reply(new int[0], request.objective().rule() ? rule() : solved(), order);
        }
        NameSearch names = names();
        Found found = order.round() == 0
                ? names.start(request.seed(), stop)
                : names.search(names.resume(order.sides()), KICKS_PER_ROUND, request.seed() + order.round(), stop);
        return reply(found.sides(), found.answer(), order);
    }

    private PortfolioAnswer solved() {
        return model.problem().solve(model.limits());
    }

    /** A rule weighs what may be chosen; what else is held gets nothing. */
    private PortfolioAnswer rule() {
        PortfolioAnswer answer = model.problemOfChosen().solve(model.limits());
        return new PortfolioAnswer(
                Arrays.copyOf(answer.weights(), model.size()),
                answer.expectedReturn(),
                answer.volatility(),
                0,
                answer.value(),
                answer.bound(),
                List.of(),
                answer.steps());
    }

    private NameSearch names() {
        if (search == null) {
            search = new NameSearch(model.problem(), model.limits(), rules());
        }
        return search;
    }

    private NameSearch.Rules rules() {
        return new NameSearch.Rules(request.mostNames(), request.leastHolding());
    }

    private SearchReply reply(int[] sides, PortfolioAnswer answer, SearchOrder order) {
        boolean frontier = order.round() == 0 && request.frontierPoints() > 1;
        return new SearchReply(
                sides,
                answer.weights(),
                answer.value(),
                answer.bound(),
                model.tradingCost(answer.weights()),
                answer.shadowPrices().stream()
                        .map(price -> new LimitPrice(price.limit(), price.perUnit()))
                        .toList(),
                baselines(),
                frontier ? calmest().map(PortfolioSolver::net).orElse(Double.NaN) : Double.NaN,
                frontier
                        ? new MeanVariance(model.problem().universe(), model.limits())
                                .maximumReturn()
                                .value()
                        : Double.NaN,
                model.revision());
    }

    private static double net(PortfolioAnswer answer) {
        return answer.expectedReturn() - answer.tradingCost();
    }

    private List<Baseline> baselines() {
        PortfolioProblem judge = request.objective().rule() ? model.problemOfChosen() : model.problem();
        List<Baseline> baselines = new ArrayList<>();
        if (model.holdsSomething()) {
            baselines.add(new Baseline(CURRENT, model.measure(model.problem(), model.weightsNow())));
        }
        double[] equal = Arrays.copyOf(model.equalWeights(), judge.universe().size());
        baselines.add(new Baseline(EQUAL, model.measure(judge, equal)));
        return baselines.stream()
                .filter(baseline -> Double.isFinite(baseline.value()))
                .toList();
    }

    /**
     * Returns points of the frontier.
     *
     * @param from net return of the first point of the whole frontier
     * @param to net return of the last one
     * @param first index of the first point wanted
     * @param count how many are wanted
     */
    List<FrontierPoint> frontier(double from, double to, int first, int count, BooleanSupplier stop) {
        List<FrontierPoint> points = new ArrayList<>();
        for (int index = first; index < first + count; index++) {
            double share = index / (request.frontierPoints() - 1.0);
            // A hair below the greatest return, which rounding could make unreachable.
            double target =
                    from + share * (to - from) - (index == request.frontierPoints() - 1 ? 1e-12 * Math.abs(to) : 0);
            PortfolioProblem problem = pointProblem(index == 0, target);
            Optional<PortfolioAnswer> answer = stop.getAsBoolean() ? Optional.empty() : point(problem, index == 0);
            points.add(answer.map(found -> point(problem, found)).orElseGet(PortfolioSolver::none));
        }
        return points;
    }

    private static FrontierPoint point(PortfolioProblem problem, PortfolioAnswer answer) {
        int names = (int) Arrays.stream(answer.weights())
                .filter(weight -> Math.abs(weight) > HELD)
                .count();
        double cost = answer.tradingCost();
        PortfolioObjective objective = problem.goal().objective();
        return new FrontierPoint(
                net(answer),
                answer.volatility(),
                PortfolioProblem.withoutCost(objective, answer.value(), cost),
                PortfolioProblem.withoutCost(objective, answer.bound(), cost),
                names,
                answer.weights());
    }

    /** Few names may not reach every return. */
    private static FrontierPoint none() {
        return new FrontierPoint(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, new double[0]);
    }

    private Optional<PortfolioAnswer> calmest() {
        return point(pointProblem(true, Double.NaN), true);
    }

    private PortfolioProblem pointProblem(boolean calmest, double target) {
        boolean tail = request.objective().overScenarios();
        PortfolioObjective objective = calmest
                ? tail ? PortfolioObjective.MIN_CVAR : PortfolioObjective.MIN_VOLATILITY
                : tail ? PortfolioObjective.CVAR_AT_TARGET_RETURN : PortfolioObjective.TARGET_RETURN;
        Goal goal = model.problem().goal();
        return new PortfolioProblem(
                model.problem().universe(),
                model.problem().correlation(),
                model.problem().scenarios(),
                new Goal(objective, target, goal.riskAversion(), goal.riskFree(), goal.level()));
    }

    private Optional<PortfolioAnswer> point(PortfolioProblem problem, boolean calmest) {
        try {
            if (!request.few()) {
                return Optional.of(problem.solve(model.limits()));
            }
            NameSearch names = new NameSearch(problem, model.limits(), rules());
            BooleanSupplier never = () -> false;
            return Optional.of(names.search(names.start(request.seed(), never), KICKS_PER_POINT, request.seed(), never)
                    .answer());
        } catch (NqbaException refusal) {
            if (refusal.code() == ErrorCode.INFEASIBLE && (request.few() || calmest)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
