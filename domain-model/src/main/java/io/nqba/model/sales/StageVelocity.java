package io.nqba.model.sales;

/** How deals leave a stage: how many go ahead, and how fast. Crosses the grid wire. */
public final class StageVelocity {
    private final DealStage stage;
    private final String productId;
    private final long ahead;
    private final long out;
    private final long open;
    private final double rate;
    private final double low;
    private final double high;
    private final double medianDays;
    private final double medianLow;
    private final double medianHigh;
    private final double medianDaysAhead;

    /**
     * @param stage the stage that is left
     * @param productId the {@link Product}; empty for all
     * @param ahead deals that went ahead: won, or on to the next stage
     * @param out deals that were lost
     * @param open deals that are there
     * @param rate probability to go ahead by the oldest age that is known; open deals count as long as they were seen
     * @param low lower end of its interval
     * @param high upper end
     * @param medianDays age by which half have left; not a number where fewer have
     * @param medianLow lower end of its interval
     * @param medianHigh upper end; infinite where it is not reached
     * @param medianDaysAhead age by which half of those that go ahead have
     */
    public StageVelocity(
            DealStage stage,
            String productId,
            long ahead,
            long out,
            long open,
            double rate,
            double low,
            double high,
            double medianDays,
            double medianLow,
            double medianHigh,
            double medianDaysAhead) {
        this.stage = stage;
        this.productId = productId;
        this.ahead = ahead;
        this.out = out;
        this.open = open;
        this.rate = rate;
        this.low = low;
        this.high = high;
        this.medianDays = medianDays;
        this.medianLow = medianLow;
        this.medianHigh = medianHigh;
        this.medianDaysAhead = medianDaysAhead;
    }

    public DealStage stage() {
        return stage;
    }

    public String productId() {
        return productId;
    }

    public long ahead() {
        return ahead;
    }

    public long out() {
        return out;
    }

    public long open() {
        return open;
    }

    public double rate() {
        return rate;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public double medianDays() {
        return medianDays;
    }

    public double medianLow() {
        return medianLow;
    }

    public double medianHigh() {
        return medianHigh;
    }

    public double medianDaysAhead() {
        return medianDaysAhead;
    }
}
