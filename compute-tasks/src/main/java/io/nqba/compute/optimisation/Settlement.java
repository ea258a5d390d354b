package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.Question;

/** The answer that a run ends with, as told to the partitions. Crosses the grid wire. */
public final class Settlement {
    private final String runId;
    private final Question best;
    private final double[] shadowPrice;

    /**
     * @param runId the run
     * @param best the question whose answers are the best ones
     * @param shadowPrice what one more unit of usage costs all together, by shared row
     */
    public Settlement(String runId, Question best, double[] shadowPrice) {
        this.runId = runId;
        this.best = best;
        this.shadowPrice = shadowPrice.clone();
    }

    public String runId() {
        return runId;
    }

    public Question best() {
        return best;
    }

    public double[] shadowPrice() {
        return shadowPrice.clone();
    }
}
