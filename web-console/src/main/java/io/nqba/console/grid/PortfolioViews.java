package io.nqba.console.grid;

import static io.nqba.console.grid.RunViews.known;

import io.nqba.console.finance.FrontierPointView;
import io.nqba.console.finance.PortfolioHead;
import io.nqba.console.finance.ProposalView;
import io.nqba.console.finance.ProposalView.Figures;
import io.nqba.console.finance.ProposalView.LimitPriceView;
import io.nqba.console.finance.ProposalView.PositionView;
import io.nqba.console.finance.ProposalView.Trial;
import io.nqba.model.finance.FrontierPoint;
import io.nqba.model.finance.PastTrial;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.PortfolioFigures;
import io.nqba.model.finance.PortfolioProposal;
import io.nqba.model.finance.ProposedPosition;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns stored answers of portfolio runs into what the API shows: days for epoch days, null for what is not known. */
final class PortfolioViews {
    private PortfolioViews() {}

    static PortfolioHead of(Portfolio portfolio, List<String> sectors) {
        return new PortfolioHead(
                portfolio.portfolioId(),
                portfolio.name(),
                portfolio.owner(),
                portfolio.universeId(),
                portfolio.currency(),
                portfolio.cash(),
                portfolio.mandate().maxWeight(),
                portfolio.mandate().costPerUnit(),
                sectors);
    }

    static ProposalView of(PortfolioProposal proposal) {
        return new ProposalView(
                proposal.runId(),
                proposal.portfolioId(),
                proposal.universeId(),
                proposal.objective(),
                proposal.currency(),
                proposal.capital(),
                proposal.cashNow(),
                proposal.cashProposed(),
                proposal.tradingCost(),
                proposal.turnover(),
                LocalDate.ofEpochDay(proposal.pricesOfDay()),
                LocalDate.ofEpochDay(proposal.historyFromDay()),
                proposal.historyDays(),
                proposal.riskFree(),
                proposal.level(),
                proposal.now() == null ? null : figures(proposal.now()),
                figures(proposal.proposed()),
                figures(proposal.equal()),
                proposal.trial() == null ? null : trial(proposal.trial()),
                proposal.positions().stream().map(PortfolioViews::position).toList(),
                proposal.limitPrices().stream()
                        .map(price -> new LimitPriceView(price.limit(), price.perUnit()))
                        .toList(),
                proposal.binding());
    }

    private static Figures figures(PortfolioFigures figures) {
        return new Figures(
                known(figures.objective()),
                figures.expectedReturn(),
                figures.volatility(),
                known(figures.sharpe()),
                known(figures.shortfall()),
                figures.names());
    }

    private static Trial trial(PastTrial trial) {
        return new Trial(
                trial.windows(),
                trial.failed(),
                trial.days(),
                trial.growth(),
                trial.volatility(),
                known(trial.sharpe()),
                trial.equalGrowth(),
                trial.equalVolatility(),
                known(trial.equalSharpe()),
                trial.equalWon());
    }

    private static PositionView position(ProposedPosition position) {
        return new PositionView(
                position.instrumentId(),
                position.name(),
                position.sector(),
                position.price(),
                position.sharesNow(),
                position.sharesProposed(),
                position.weightNow(),
                position.weightProposed(),
                known(position.riskShareProposed()),
                position.tradeShares(),
                position.tradeValue(),
                position.cost(),
                position.reason());
    }

    static FrontierPointView of(int index, @Nullable FrontierPoint point, List<String> instrumentIds) {
        if (point == null) {
            throw new IllegalStateException("The point %d of a frontier must be there.".formatted(index));
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        double[] found = point.weights();
        for (int j = 0; j < Math.min(found.length, instrumentIds.size()); j++) {
            if (found[j] != 0) {
                weights.put(instrumentIds.get(j), found[j]);
            }
        }
        return new FrontierPointView(
                index, point.expectedReturn(), point.volatility(), point.risk(), point.bound(), point.names(), weights);
    }
}
