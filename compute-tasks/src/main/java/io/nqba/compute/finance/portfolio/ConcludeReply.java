package io.nqba.compute.finance.portfolio;

import io.nqba.model.finance.PortfolioProposal;
import java.util.ArrayList;
import java.util.List;

/** The answer of a run as it shall be stored. Crosses the grid wire. */
final class ConcludeReply {
    private final PortfolioProposal proposal;
    private final ArrayList<String> findings;
    private final double value;
    private final double bound;
    private final double tradingCost;

    /**
     * @param proposal weights and trades
     * @param findings what it means, the most important first
     * @param value objective of what is proposed, whole shares included
     * @param bound what nobody can beat
     * @param tradingCost of what was measured, share of the capital
     */
    ConcludeReply(PortfolioProposal proposal, List<String> findings, double value, double bound, double tradingCost) {
        this.proposal = proposal;
        this.findings = new ArrayList<>(findings);
        this.value = value;
        this.bound = bound;
        this.tradingCost = tradingCost;
    }

    PortfolioProposal proposal() {
        return proposal;
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    double value() {
        return value;
    }

    double bound() {
        return bound;
    }

    double tradingCost() {
        return tradingCost;
    }
}
