package io.nqba.compute.finance.strategies;

import io.nqba.compute.optimisation.RunMemory;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.BacktestTrial;
import io.nqba.model.finance.Strategy;
import java.util.ArrayList;
import java.util.List;

/** Where a backtest run stands: the tries it has made, in the order of the grid and without a gap. */
final class BacktestMemory implements RunMemory {
    private final Strategy strategy;
    private final BacktestRequest request;
    private final long fingerprint;
    private final long activeMillis;
    private final int restarts;
    private final ArrayList<BacktestTrial> trials;

    /**
     * @param strategy the strategy as it was when the run was queued
     * @param request the request with all parameters and days filled in
     * @param fingerprint of the prices that all tries were played on; 0 before the first
     * @param activeMillis how long coordinators have worked on the run
     * @param restarts how often it began anew because the prices had changed
     * @param trials tries made so far
     */
    BacktestMemory(
            Strategy strategy,
            BacktestRequest request,
            long fingerprint,
            long activeMillis,
            int restarts,
            List<BacktestTrial> trials) {
        this.strategy = strategy;
        this.request = request;
        this.fingerprint = fingerprint;
        this.activeMillis = activeMillis;
        this.restarts = restarts;
        this.trials = new ArrayList<>(trials);
    }

    static BacktestMemory begin(Strategy strategy, BacktestRequest request) {
        return new BacktestMemory(strategy, request, 0, 0, 0, List.of());
    }

    Strategy strategy() {
        return strategy;
    }

    BacktestRequest request() {
        return request;
    }

    long fingerprint() {
        return fingerprint;
    }

    long activeMillis() {
        return activeMillis;
    }

    int restarts() {
        return restarts;
    }

    List<BacktestTrial> trials() {
        return trials;
    }
}
