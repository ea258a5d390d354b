package io.nqba.model.sales;

/** What deals will bring, how such forecasts did, and how deals move. Crosses the grid wire. */
public final class RevenueReport {
    private final long asOfDay;
    private final long watchedFromDay;
    private final long deals;
    private final int nodes;
    private final double level;
    private final double common;
    private final double correction;
    private final double openList;
    private final RevenueWindow[] windows;
    private final RevenueWindow[] changed;
    private final RevenueScore[] scores;
    private final RevenueTrial[] trials;
    private final StageVelocity[] stages;
    private final int[] ageDays;
    private final double[] wonBy;
    private final double[] lostBy;
    private final double[] chance;
    private final String[] notes;

    /**
     * @param asOfDay last day that was looked at, epoch day
     * @param watchedFromDay first day on which deals were seen closing
     * @param deals deals that were looked at
     * @param nodes nodes that looked
     * @param level share that intervals shall hold
     * @param common standard deviation of the factor that moves all deals of a month
     * @param correction what forecasts are multiplied by, from how earlier ones missed
     * @param openList list price of all open deals
     * @param windows months and quarters to come, by day, a quarter after its months
     * @param changed the same with the rates that were asked about; empty when none was
     * @param scores on the past, by months forecast
     * @param trials the single forecasts behind the scores
     * @param stages by stage, then by product
     * @param ageDays ages of the series below, days
     * @param wonBy probability to be won by that age
     * @param lostBy probability to be lost by that age
     * @param chance probability that a deal that is open at that age is won one day
     * @param notes what a reader must know, for people
     */
    public RevenueReport(
            long asOfDay,
            long watchedFromDay,
            long deals,
            int nodes,
            double level,
            double common,
            double correction,
            double openList,
            RevenueWindow[] windows,
            RevenueWindow[] changed,
            RevenueScore[] scores,
            RevenueTrial[] trials,
            StageVelocity[] stages,
            int[] ageDays,
            double[] wonBy,
            double[] lostBy,
            double[] chance,
            String[] notes) {
        this.asOfDay = asOfDay;
        this.watchedFromDay = watchedFromDay;
        this.deals = deals;
        this.nodes = nodes;
        this.level = level;
        this.common = common;
        this.correction = correction;
        this.openList = openList;
        this.windows = windows.clone();
        this.changed = changed.clone();
        this.scores = scores.clone();
        this.trials = trials.clone();
        this.stages = stages.clone();
        this.ageDays = ageDays.clone();
        this.wonBy = wonBy.clone();
        this.lostBy = lostBy.clone();
        this.chance = chance.clone();
        this.notes = notes.clone();
    }

    public long asOfDay() {
        return asOfDay;
    }

    public long watchedFromDay() {
        return watchedFromDay;
    }

    public long deals() {
        return deals;
    }

    public int nodes() {
        return nodes;
    }

    public double level() {
        return level;
    }

    public double common() {
        return common;
    }

    public double correction() {
        return correction;
    }

    public double openList() {
        return openList;
    }

    public RevenueWindow[] windows() {
        return windows.clone();
    }

    public RevenueWindow[] changed() {
        return changed.clone();
    }

    public RevenueScore[] scores() {
        return scores.clone();
    }

    public RevenueTrial[] trials() {
        return trials.clone();
    }

    public StageVelocity[] stages() {
        return stages.clone();
    }

    public int[] ageDays() {
        return ageDays.clone();
    }

    public double[] wonBy() {
        return wonBy.clone();
    }

    public double[] lostBy() {
        return lostBy.clone();
    }

    public double[] chance() {
        return chance.clone();
    }

    public String[] notes() {
        return notes.clone();
    }
}
