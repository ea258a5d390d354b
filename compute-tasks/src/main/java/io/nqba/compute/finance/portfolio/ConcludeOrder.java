package io.nqba.compute.finance.portfolio;

import io.nqba.model.finance.PortfolioRequest;

/** The end of a run that the owner of the portfolio shall write. Crosses the grid wire. */
final class ConcludeOrder {
    private final String runId;
    private final PortfolioRequest request;
    private final SearchReply best;
    private final long trialMillis;

    /**
     * @param runId the run
     * @param request what is asked
     * @param best the weights that were found
     * @param trialMillis longest time to try the rule on the past, milliseconds; 0 for not at all
     */
    ConcludeOrder(String runId, PortfolioRequest request, SearchReply best, long trialMillis) {
        this.runId = runId;
        this.request = request;
        this.best = best;
        this.trialMillis = trialMillis;
    }

    String runId() {
        return runId;
    }

    PortfolioRequest request() {
        return request;
    }

    SearchReply best() {
        return best;
    }

    long trialMillis() {
        return trialMillis;
    }
}
