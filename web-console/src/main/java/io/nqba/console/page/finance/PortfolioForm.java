package io.nqba.console.page.finance;

import io.nqba.console.finance.PortfolioHead;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.finance.CovarianceEstimate;
import io.nqba.model.finance.GroupBound;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.finance.ReturnEstimate;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.springframework.util.MultiValueMap;

/**
 * The form that starts a portfolio run, as the reader typed it: what is wrong comes back beside the field, with the text kept. Shares are
 * typed in per cent; empty fields leave the choice to the mandate.
 *
 * @param runId identifier of the run to be, so that a form sent twice starts one run
 * @param objective key of the objective
 * @param target target return or volatility, per cent per year
 * @param returns key of the estimate of expected returns
 * @param covariance key of the estimate of the covariance
 * @param mostWeight greatest weight, per cent
 * @param mostNames greatest number of instruments
 * @param leastHolding least weight of an instrument that is held, per cent
 * @param sector a sector to limit
 * @param sectorMost its greatest weight, per cent
 * @param mostTurnover greatest sum of buys and sells, per cent
 * @param wholeShares whether whole lots are bought
 * @param frontierPoints points of the frontier
 * @param riskFree risk-free return, per cent per year
 * @param seconds time limit, seconds
 */
public record PortfolioForm(
        String runId,
        String objective,
        String target,
        String returns,
        String covariance,
        String mostWeight,
        String mostNames,
        String leastHolding,
        String sector,
        String sectorMost,
        String mostTurnover,
        boolean wholeShares,
        String frontierPoints,
        String riskFree,
        String seconds) {
    private static final double PERCENT = 100;
    private static final int LONGEST_SECONDS = 86_400;

    static PortfolioForm suggested(String runId) {
        return new PortfolioForm(
                runId, "max-sharpe", "", "historical", "ledoit-wolf", "", "", "", "", "", "", false, "40", "2", "60");
    }

    static PortfolioForm of(MultiValueMap<String, String> fields) {
        return new PortfolioForm(
                text(fields, "runId"),
                text(fields, "objective"),
                text(fields, "target"),
                text(fields, "returns"),
                text(fields, "covariance"),
                text(fields, "mostWeight"),
                text(fields, "mostNames"),
                text(fields, "leastHolding"),
                text(fields, "sector"),
                text(fields, "sectorMost"),
                text(fields, "mostTurnover"),
                fields.containsKey("wholeShares"),
                text(fields, "frontierPoints"),
                text(fields, "riskFree"),
                text(fields, "seconds"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /**
     * One choice of a list.
     *
     * @param key its name in requests
     * @param words what people call it
     */
    public record Choice(String key, String words) {}

    static final List<Choice> OBJECTIVES = List.of(
            new Choice("max-sharpe", "Greatest Sharpe ratio"),
            new Choice("min-volatility", "Least volatility"),
            new Choice("target-return", "Least volatility at a target return"),
            new Choice("target-risk", "Greatest return at a target volatility"),
            new Choice("quadratic-utility", "Return against variance, by the mandate"),
            new Choice("min-cvar", "Least expected shortfall"),
            new Choice("cvar-at-target-return", "Least expected shortfall at a target return"),
            new Choice("risk-parity", "Equal risk from each"),
            new Choice("hrp", "Hierarchical risk parity"),
            new Choice("equal-weight", "Equal weights"));

    static final List<Choice> RETURNS = List.of(
            new Choice("historical", "Compounded history"),
            new Choice("historical-mean", "Arithmetic mean"),
            new Choice("ewma", "Recent days count more"),
            new Choice("capm", "From the market (CAPM)"));

    static final List<Choice> COVARIANCES = List.of(
            new Choice("ledoit-wolf", "Shrunk (Ledoit–Wolf)"),
            new Choice("sample", "Sample"),
            new Choice("ewma", "Recent days count more"));

    /** What became of the form: either a request, or what is wrong with which field. */
    sealed interface Checked {}

    /** All fields are good. */
    record Good(PortfolioRequest request) implements Checked {}

    /** Some are not. */
    record Refused(ProblemBox problem) implements Checked {}

    Checked check(PortfolioHead portfolio) {
        FormFields fields = new FormFields();
        PortfolioObjective wanted = PortfolioObjective.of(objective).orElse(PortfolioObjective.MAX_SHARPE);
        if (!wanted.key().equals(objective)) {
            fields.refuse("objective", "(%s) is no objective. Choose one of the list.".formatted(objective));
        }
        PortfolioRequest.Builder request = PortfolioRequest.of(wanted).portfolioId(portfolio.id());
        if (wanted.wantsTarget() && target.isEmpty()) {
            fields.refuse("target", "This objective needs a target. Write per cent per year, such as 8.");
        }
        share(fields, "target", target, -1_000, 1_000, request::target);
        share(fields, "mostWeight", mostWeight, 0.01, 10_000, request::mostWeight);
        share(fields, "leastHolding", leastHolding, 0, 100, request::leastHolding);
        share(fields, "mostTurnover", mostTurnover, 0, 10_000, request::mostTurnover);
        request.riskFree(fields.number("riskFree", riskFree, -100, 100, "per cent") / PERCENT);
        if (!mostNames.isEmpty()) {
            request.mostNames((int) fields.whole("mostNames", mostNames, 1, 5_000));
        }
        putSector(fields, request);
        long points = fields.whole("frontierPoints", frontierPoints, 0, PortfolioRequest.MAX_FRONTIER_POINTS);
        if (points == 1) {
            fields.refuse("frontierPoints", "One point is no frontier. Write 0 for none, or at least 2.");
        }
        double limit = fields.number("seconds", seconds, 1, LONGEST_SECONDS, "seconds");
        if (!fields.good()) {
            return new Refused(fields.problem("The run was not started"));
        }
        return new Good(request.returns(ReturnEstimate.of(returns).orElse(ReturnEstimate.HISTORICAL))
                .covariance(CovarianceEstimate.of(covariance).orElse(CovarianceEstimate.LEDOIT_WOLF))
                .wholeShares(wholeShares)
                .frontierPoints((int) points)
                .timeLimitMillis(Math.round(limit * 1_000))
                .build());
    }

    private void putSector(FormFields fields, PortfolioRequest.Builder request) {
        if (sector.isEmpty() && sectorMost.isEmpty()) {
            return;
        }
        if (sector.isEmpty()) {
            fields.refuse("sector", "The limit is given, the sector is not. Choose one.");
            return;
        }
        double most = fields.number("sectorMost", sectorMost, 0, 10_000, "per cent");
        if (Double.isFinite(most)) {
            request.groups(List.of(new GroupBound(
                    GroupBound.Kind.SECTOR, sector, List.of(), Double.NEGATIVE_INFINITY, most / PERCENT)));
        }
    }

    private static void share(
            FormFields fields, String name, String text, double least, double most, DoubleConsumer into) {
        if (!text.isEmpty()) {
            double value = fields.number(name, text, least, most, "per cent");
            if (Double.isFinite(value)) {
                into.accept(value / PERCENT);
            }
        }
    }
}
