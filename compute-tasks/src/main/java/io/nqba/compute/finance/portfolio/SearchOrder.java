package io.nqba.compute.finance.portfolio;

import io.nqba.model.finance.PortfolioRequest;

/** One step of a search that the owner of the portfolio shall make. Crosses the grid wire. */
final class SearchOrder {
    private final String runId;
    private final PortfolioRequest request;
    private final int round;
    private final int[] sides;
    private final long millis;

    /**
     * @param runId the run
     * @param request what is asked
     * @param round 0 to start, later ones go on
     * @param sides sides held so far; empty at the start
     * @param millis longest time of this step, milliseconds
     */
    SearchOrder(String runId, PortfolioRequest request, int round, int[] sides, long millis) {
        this.runId = runId;
        this.request = request;
        this.round = round;
        this.sides = sides.clone();
        this.millis = millis;
    }

    String runId() {
        return runId;
    }

    PortfolioRequest request() {
        return request;
    }

    int round() {
        return round;
    }

    int[] sides() {
        return sides.clone();
    }

    long millis() {
        return millis;
    }
}
