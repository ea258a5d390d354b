package io.nqba.compute.finance.portfolio;

import io.nqba.compute.kernel.portfolio.PortfolioProblem;
import io.nqba.compute.kernel.portfolio.RiskParity;
import io.nqba.model.finance.PastTrial;
import io.nqba.model.finance.PortfolioFigures;
import io.nqba.model.finance.PortfolioProposal;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.finance.ProposedPosition;
import io.nqba.model.optimisation.ObjectiveSense;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Turns the weights of a run into what people read: shares, trades with their reasons, figures beside the baselines. */
final class ProposalWriter {
    private static final double AT_BOUND = 1e-6;

    private final PortfolioModel model;
    private final PortfolioRequest request;
    private final String runId;
    private final SearchReply best;
    private final Holdings holdings;

    ProposalWriter(PortfolioModel model, String runId, SearchReply best) {
        this.model = model;
        this.request = model.request();
        this.runId = runId;
        this.best = best;
        this.holdings = Holdings.of(model, best.weights());
    }

    ConcludeReply write(BooleanSupplier stop) {
        double[] judged = request.wholeShares() ? holdings.invested(request.invested()) : best.weights();
        double cost = model.tradingCost(judged);
        double value = request.wholeShares() ? model.problem().measure(judged, model.limits()) : best.value();
        // Whole shares may miss a target by a hair; a bound must not look as if it were beaten.
        ObjectiveSense sense = request.objective().sense();
        double bound = sense.gain(best.bound(), value) < 0 ? value : best.bound();
        PastTrial trial = request.walkForward() ? new PastTrials(model).of(stop) : null;
        PortfolioProposal proposal = proposal(PortfolioProblem.withoutCost(request.objective(), value, cost), trial);
        return new ConcludeReply(proposal, new ProposalFindings(model, proposal).sentences(), value, bound, cost);
    }

    private PortfolioProposal proposal(double measure, @Nullable PastTrial trial) {
        double[] equal = model.equalWeights();
        double[] now = model.weightsNow();
        PortfolioFigures present =
                model.holdsSomething() ? model.figures(now, model.measure(model.problem(), now)) : null;
        double cost = Arrays.stream(holdings.costs()).sum();
        return new PortfolioProposal(
                runId,
                request.portfolioId(),
                model.universeId(),
                request.objective(),
                model.currency(),
                model.capital(),
                model.cash(),
                holdings.cash(),
                cost,
                turnover(),
                model.lastDay(),
                model.firstDay(),
                model.returns().periods(),
                request.riskFree(),
                request.level(),
                present,
                model.figures(holdings.weights(), measure),
                model.figures(equal, model.measure(model.problem(), equal)),
                trial,
                positions(),
                best.limitPrices(),
                binding());
    }

    private double turnover() {
        double traded = 0;
        for (int j = 0; j < model.size(); j++) {
            traded += Math.abs(change(j));
        }
        return traded;
    }

    /** Money traded, as a share of the capital. */
    private double change(int asset) {
        double shares = holdings.shares()[asset] - model.assets().shares()[asset];
        return shares * model.assets().prices()[asset] / model.capital();
    }

    private List<ProposedPosition> positions() {
        double[] weights = holdings.weights();
        boolean risky = model.problem().universe().volatility(weights) > 0;
        double[] risk = risky
                ? RiskParity.contributions(model.problem().universe().covariance(), weights)
                : new double[weights.length];
        TradeReasons reasons = new TradeReasons(model, weights);
        double[] now = model.weightsNow();
        List<ProposedPosition> positions = new ArrayList<>();
        for (int j = 0; j < weights.length; j++) {
            var instrument = model.assets().instruments().get(j);
            positions.add(new ProposedPosition(
                    instrument.instrumentId(),
                    instrument.name(),
                    instrument.sector(),
                    model.assets().prices()[j],
                    model.assets().shares()[j],
                    holdings.shares()[j],
                    now[j],
                    weights[j],
                    risky ? risk[j] : Double.NaN,
                    holdings.costs()[j],
                    change(j) == 0 ? "" : reasons.of(j, change(j))));
        }
        return positions;
    }

    private List<String> binding() {
        List<String> binding = new ArrayList<>();
        if (request.objective().rule()) {
            return binding;
        }
        double[] weights = best.weights();
        for (int j = 0; j < model.assets().chosen(); j++) {
            double most = model.limits().upper()[j];
            double least = model.limits().lower()[j];
            String id = model.assets().ids().get(j);
            if (weights[j] > AT_BOUND && Math.abs(weights[j] - most) < AT_BOUND && most < 1) {
                binding.add("%s at its greatest weight (%s)".formatted(id, TradeReasons.percent(most)));
            } else if (least != 0 && Math.abs(weights[j] - least) < AT_BOUND) {
                binding.add("%s at its least weight (%s)".formatted(id, TradeReasons.percent(least)));
            }
        }
        return binding;
    }
}
