package io.nqba.compute.finance.portfolio;

import static io.nqba.compute.finance.portfolio.TradeReasons.percent;

import io.nqba.model.finance.LimitPrice;
import io.nqba.model.finance.PastTrial;
import io.nqba.model.finance.PortfolioFigures;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioProposal;
import io.nqba.model.finance.ProposedPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a proposal means, in sentences, the most important first. */
final class ProposalFindings {
    private final PortfolioModel model;
    private final PortfolioProposal proposal;

    ProposalFindings(PortfolioModel model, PortfolioProposal proposal) {
        this.model = model;
        this.proposal = proposal;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(figures());
        sentences.add(trades());
        addCost(sentences);
        sentences.add(beside());
        addTrial(sentences);
        addLimits(sentences);
        addShares(sentences);
        addAssets(sentences);
        return sentences;
    }

    private String figures() {
        PortfolioFigures figures = proposal.proposed();
        return String.format(
                Locale.ENGLISH,
                "The proposal holds %d of %d instruments and expects %s a year at a volatility of %s, a Sharpe ratio of %.2f over %s.",
                figures.names(),
                model.assets().chosen(),
                percent(figures.expectedReturn()),
                percent(figures.volatility()),
                figures.sharpe(),
                percent(proposal.riskFree()));
    }

    private String trades() {
        long count =
                proposal.positions().stream().filter(ProposedPosition::traded).count();
        if (count == 0) {
            return "Nothing needs to be traded.";
        }
        return String.format(
                Locale.ENGLISH,
                "%d %s %s of %,.0f %s over and cost %,.2f %s.",
                count,
                count == 1 ? "trade turns" : "trades turn",
                percent(proposal.turnover()),
                proposal.capital(),
                proposal.currency(),
                proposal.tradingCost(),
                proposal.currency());
    }

    private void addCost(List<String> sentences) {
        if (model.addsCost()) {
            sentences.add(String.format(
                    Locale.ENGLISH,
                    "%s plus trading cost was minimised: getting there costs %.3g %% of the capital, and the bound is that of portfolios that cost no more to reach.",
                    proposal.objective().measure(),
                    100 * proposal.tradingCost() / proposal.capital()));
        }
    }

    /** By the estimates, which are the past: the trial says how much of it held. */
    private String beside() {
        PortfolioObjective objective = proposal.objective();
        double ours = proposal.proposed().objective();
        double equal = proposal.equal().objective();
        double better = objective.sense().gain(ours, equal);
        String unit = RunUnits.of(objective);
        String words = String.format(
                Locale.ENGLISH,
                "%s %.4g%s against %.4g%s of equal weights",
                objective.measure(),
                RunUnits.shown(objective, ours),
                unit.isEmpty() ? "" : " " + unit,
                RunUnits.shown(objective, equal),
                unit.isEmpty() ? "" : " " + unit);
        if (objective == PortfolioObjective.EQUAL_WEIGHT) {
            return "These are equal weights: what every other objective has to beat.";
        }
        return better > 0
                ? "By the estimates the proposal is better than equal weights: " + words + "."
                : "By the estimates equal weights are at least as good, though they may break the limits"
                        + (model.addsCost() ? " and their trading cost is not counted: " : ": ")
                        + words
                        + ".";
    }

    private void addTrial(List<String> sentences) {
        PastTrial trial = proposal.trial();
        if (trial == null || proposal.objective() == PortfolioObjective.EQUAL_WEIGHT) {
            return;
        }
        sentences.add(String.format(
                Locale.ENGLISH,
                "Tried on the past %d times, deciding on two years and holding the next quarter, this rule reached a Sharpe ratio of %.2f (%s a year at %s) and equal weights %.2f (%s at %s): %s.",
                trial.windows(),
                trial.sharpe(),
                percent(trial.growth()),
                percent(trial.volatility()),
                trial.equalSharpe(),
                percent(trial.equalGrowth()),
                percent(trial.equalVolatility()),
                trial.equalWon() ? "equal weights won, without any estimate" : "this rule won"));
        if (trial.failed() > 0) {
            sentences.add(
                    "In %d of these %d quarters its limits could not be kept, and equal weights were held instead."
                            .formatted(trial.failed(), trial.windows()));
        }
    }

    private void addLimits(List<String> sentences) {
        if (!proposal.limitPrices().isEmpty()) {
            sentences.add(proposal.limitPrices().stream()
                    .map(LimitPrice::limit)
                    .map("'%s'"::formatted)
                    .collect(Collectors.joining(", ", "These limits bind, and relaxing them would help: ", ".")));
        }
        List<String> binding = proposal.binding();
        if (!binding.isEmpty()) {
            String some = binding.stream().limit(5).collect(Collectors.joining(", "));
            String more = binding.size() > 5 ? " and %d more".formatted(binding.size() - 5) : "";
            sentences.add("Held at a bound of their own: %s%s.".formatted(some, more));
        }
    }

    private void addShares(List<String> sentences) {
        if (model.request().wholeShares()) {
            sentences.add(String.format(
                    Locale.ENGLISH,
                    "In whole shares %,.2f %s stay in cash.",
                    proposal.cashProposed(),
                    proposal.currency()));
        }
    }

    private void addAssets(List<String> sentences) {
        if (!model.assets().leftOut().isEmpty()) {
            sentences.add("Left out: %s.".formatted(some(model.assets().leftOut())));
        }
        if (!model.assets().kept().isEmpty()) {
            sentences.add("Kept as they are and not counted in the capital: %s."
                    .formatted(some(model.assets().kept())));
        }
        if (proposal.objective().rule() && !proposal.portfolioId().isEmpty()) {
            sentences.add("This rule weighs by itself: the bounds of the mandate are not looked at.");
        }
    }

    private static String some(List<String> all) {
        String first = all.stream().limit(5).collect(Collectors.joining("; "));
        return all.size() > 5 ? "%s; and %d more".formatted(first, all.size() - 5) : first;
    }
}
