package io.nqba.compute.finance.portfolio;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.portfolio.PortfolioLimits;
import io.nqba.compute.kernel.portfolio.PortfolioProblem;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.compute.kernel.portfolio.ShortfallOptimiser;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Mandate;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.PortfolioFigures;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.finance.ReturnEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** One request as a problem of the kernels, with the data as they were when it was read. The same on every node. Immutable. */
final class PortfolioModel {
    /** An expected shortfall over fewer days has no tail. */
    private static final int LEAST_SCENARIOS = 60;

    private static final double HELD = 1e-7;

    private final PortfolioRequest request;
    private final String universeId;
    private final String currency;
    private final AssetList assets;
    private final ReturnMatrix returns;
    private final ReturnMatrix completeDays;
    private final Estimates estimates;
    private final PortfolioProblem problem;
    private final PortfolioLimits limits;
    private final double capital;
    private final double cash;
    private final double costPerUnit;
    private final double[] weightsNow;
    private final boolean present;
    private final long lastDay;
    private final long firstDay;
    private final long revision;
    private final double @Nullable [] market;

    private PortfolioModel(Ignite ignite, PortfolioRequest request) {
        this.request = request;
        List<FieldProblem> problems = new ArrayList<>();
        Portfolio portfolio =
                request.portfolioId().isBlank() ? null : PortfolioBook.requirePortfolio(ignite, request.portfolioId());
        PriceHistory history = PriceHistory.of(ignite, universeId(request, portfolio));
        universeId = history.universe().universeId();
        currency = portfolio == null ? history.universe().currency() : portfolio.currency();
        present = portfolio != null;
        assets = AssetList.of(ignite, request, portfolio, history, problems);
        if (problems.isEmpty() && assets.chosen() < 1) {
            problems.add(nothingToChoose());
        }
        refuse(problems);
        double held = held();
        capital = capital(portfolio, held, problems);
        cash = capital - held;
        weightsNow = IntStream.range(0, size())
                .mapToDouble(j -> assets.shares()[j] * assets.prices()[j] / capital)
                .toArray();
        Mandate mandate = portfolio == null ? null : portfolio.mandate();
        LimitReader reader = new LimitReader(request, mandate, assets, problems);
        costPerUnit = reader.costPerUnit();
        limits = reader.read(weightsNow);
        ReturnMatrix withMarket = history.returns(withMarket(history), request.fromDay(), request.toDay());
        returns = withMarket.select(IntStream.range(0, size()).toArray());
        completeDays = returns.completePeriods();
        if (request.objective().overScenarios() && completeDays.periods() < LEAST_SCENARIOS) {
            problems.add(tooFewDays());
        }
        refuse(problems);
        lastDay = history.lastDay();
        firstDay = history.days()[Math.min(history.days().length - 1, history.indexFrom(request.fromDay()))];
        estimates = new Estimates(request, reader.riskAversion());
        revision = history.universe().revision();
        market = withMarket.assets() > size() ? withMarket.copyOf(size()) : null;
        problem = estimates.problem(assets.ids(), returns, market);
    }

    /**
     * Reads what a request names.
     *
     * @throws NqbaException naming each field that does not fit, its value and the remedy
     */
    static PortfolioModel of(Ignite ignite, PortfolioRequest request) {
        return new PortfolioModel(ignite, request);
    }

    private static String universeId(PortfolioRequest request, @Nullable Portfolio portfolio) {
        return request.universeId().isBlank() && portfolio != null ? portfolio.universeId() : request.universeId();
    }

    private List<String> withMarket(PriceHistory history) {
        String market = history.universe().marketId();
        boolean wanted = request.returns() == ReturnEstimate.CAPM && history.row(market) >= 0;
        return wanted ? Stream.concat(assets.ids().stream(), Stream.of(market)).toList() : assets.ids();
    }

    private double held() {
        double held = 0;
        for (int j = 0; j < size(); j++) {
            held += assets.shares()[j] * assets.prices()[j];
        }
        return held;
    }

    private double capital(@Nullable Portfolio portfolio, double held, List<FieldProblem> problems) {
        if (!Double.isNaN(request.capital())) {
            return request.capital();
        }
        double value = portfolio == null ? 0 : portfolio.cash() + held;
        if (value > 0) {
            return value;
        }
        problems.add(new FieldProblem(
                "capital",
                portfolio == null ? "" : Double.toString(value),
                portfolio == null ? "There is no capital to invest." : "The portfolio is worth nothing.",
                "Send the money to invest as capital, such as 100000."));
        return 1;
    }

    private FieldProblem nothingToChoose() {
        return new FieldProblem(
                "instrumentIds",
                String.join(", ", assets.leftOut().stream().limit(5).toList()),
                "None of the instruments can be judged or bought.",
                "Widen the window (fromDay, toDay), or name other instruments.");
    }

    private FieldProblem tooFewDays() {
        return new FieldProblem(
                "instrumentIds",
                Integer.toString(size()),
                "Only %d days have a price of every instrument, an expected shortfall needs %d."
                        .formatted(completeDays.periods(), LEAST_SCENARIOS),
                "Leave out instruments that were listed late.");
    }

    private static void refuse(List<FieldProblem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        FieldProblem first = problems.get(0);
        String more = problems.size() == 1 ? "" : " There are %d such problems.".formatted(problems.size());
        throw new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                "%s (%s): %s%s".formatted(first.field(), first.value(), first.problem(), more),
                first.remedy(),
                problems,
                null);
    }

    PortfolioRequest request() {
        return request;
    }

    String universeId() {
        return universeId;
    }

    String currency() {
        return currency;
    }

    AssetList assets() {
        return assets;
    }

    int size() {
        return assets.ids().size();
    }

    ReturnMatrix returns() {
        return returns;
    }

    Estimates estimates() {
        return estimates;
    }

    PortfolioProblem problem() {
        return problem;
    }

    PortfolioLimits limits() {
        return limits;
    }

    double capital() {
        return capital;
    }

    /** Money that is not invested now. */
    double cash() {
        return cash;
    }

    double costPerUnit() {
        return costPerUnit;
    }

    double[] weightsNow() {
        return weightsNow.clone();
    }

    /** Returns whether there is a portfolio that something is held in. */
    boolean holdsSomething() {
        return present && Arrays.stream(assets.shares()).anyMatch(shares -> shares != 0);
    }

    /** Returns the revision of the prices that it was read at. */
    long revision() {
        return revision;
    }

    long lastDay() {
        return lastDay;
    }

    long firstDay() {
        return firstDay;
    }

    /** The same weight for each instrument to choose from. */
    double[] equalWeights() {
        double[] weights = new double[size()];
        Arrays.fill(weights, 0, assets.chosen(), 1.0 / assets.chosen());
        return weights;
    }

    /** The weights that the rule of the request gives; nothing of what must be sold. */
    PortfolioProblem problemOfChosen() {
        if (assets.chosen() == size()) {
            return problem;
        }
        int[] chosen = IntStream.range(0, assets.chosen()).toArray();
        return estimates.problem(assets.ids().subList(0, assets.chosen()), returns.select(chosen), market);
    }

    /** The measure that the objective is named after, without the cost of trading. */
    double measure(PortfolioProblem judge, double[] weights) {
        return PortfolioProblem.withoutCost(request.objective(), judge.measure(weights, limits), tradingCost(weights));
    }

    /** Cost of trading to some weights, share of the capital; 0 for a rule, which knows of no trades. */
    double tradingCost(double[] weights) {
        return limits.trades() == null ? 0 : limits.trades().cost(weights);
    }

    /** Whether trading costs something and the objective minds it. */
    boolean addsCost() {
        return costPerUnit > 0 && request.objective().addsCost();
    }

    PortfolioFigures figures(double[] weights, double objective) {
        double expected = problem.universe().expectedReturn(weights);
        double volatility = problem.universe().volatility(weights);
        double invested = Arrays.stream(weights).sum();
        return new PortfolioFigures(
                objective,
                expected,
                volatility,
                volatility > 0 ? (expected - request.riskFree() * invested) / volatility : Double.NaN,
                completeDays.periods() < LEAST_SCENARIOS
                        ? Double.NaN
                        : ShortfallOptimiser.shortfall(completeDays, request.level(), weights),
                (int) Arrays.stream(weights)
                        .filter(weight -> Math.abs(weight) > HELD)
                        .count());
    }
}
