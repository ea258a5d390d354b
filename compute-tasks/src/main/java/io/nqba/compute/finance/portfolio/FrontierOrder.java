package io.nqba.compute.finance.portfolio;

import io.nqba.model.finance.PortfolioRequest;

/** Some neighbouring points of a frontier that one node shall find. Crosses the grid wire. */
final class FrontierOrder {
    /** Few enough to spread over the nodes, many enough to be worth a job. */
    static final int POINTS = 4;

    private final String runId;
    private final PortfolioRequest request;
    private final double leastReturn;
    private final double mostReturn;
    private final int chunk;
    private final long millis;

    /**
     * @param runId the run
     * @param request what is asked
     * @param leastReturn net return of the first point of the whole frontier
     * @param mostReturn net return of the last one
     * @param chunk which {@value #POINTS} points
     * @param millis longest time, milliseconds
     */
    FrontierOrder(
            String runId, PortfolioRequest request, double leastReturn, double mostReturn, int chunk, long millis) {
        this.runId = runId;
        this.request = request;
        this.leastReturn = leastReturn;
        this.mostReturn = mostReturn;
        this.chunk = chunk;
        this.millis = millis;
    }

    static int chunks(PortfolioRequest request) {
        return request.frontierPoints() < 2 ? 0 : (request.frontierPoints() + POINTS - 1) / POINTS;
    }

    String runId() {
        return runId;
    }

    PortfolioRequest request() {
        return request;
    }

    double leastReturn() {
        return leastReturn;
    }

    double mostReturn() {
        return mostReturn;
    }

    int chunk() {
        return chunk;
    }

    int first() {
        return chunk * POINTS;
    }

    int count() {
        return Math.min(POINTS, request.frontierPoints() - first());
    }

    long millis() {
        return millis;
    }
}
