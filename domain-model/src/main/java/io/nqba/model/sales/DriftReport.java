package io.nqba.model.sales;

import java.util.Arrays;

/** How far the leads of late have moved away from those a model was trained on. Crosses the grid wire. */
public final class DriftReport {
    private final long leads;
    private final String[] features;
    private final double[] featureShift;
    private final double scoreShift;
    private final double baseRateThen;
    private final double baseRateNow;
    private final long outcomes;
    private final String[] alarms;

    /**
     * @param leads leads that came in after the newest one it was trained on
     * @param features names of the features it reads
     * @param featureShift population stability index of each
     * @param scoreShift population stability index of its scores
     * @param baseRateThen share won among the leads of training
     * @param baseRateNow share won among the leads of late whose outcome is known; NaN when none is
     * @param outcomes leads of late whose outcome is known
     * @param alarms what somebody must look at, in words; empty when all is well
     */
    public DriftReport(
            long leads,
            String[] features,
            double[] featureShift,
            double scoreShift,
            double baseRateThen,
            double baseRateNow,
            long outcomes,
            String[] alarms) {
        this.leads = leads;
        this.features = features.clone();
        this.featureShift = featureShift.clone();
        this.scoreShift = scoreShift;
        this.baseRateThen = baseRateThen;
        this.baseRateNow = baseRateNow;
        this.outcomes = outcomes;
        this.alarms = alarms.clone();
    }

    public long leads() {
        return leads;
    }

    public String[] features() {
        return features.clone();
    }

    public double[] featureShift() {
        return featureShift.clone();
    }

    public double scoreShift() {
        return scoreShift;
    }

    public double baseRateThen() {
        return baseRateThen;
    }

    public double baseRateNow() {
        return baseRateNow;
    }

    public long outcomes() {
        return outcomes;
    }

    public String[] alarms() {
        return alarms.clone();
    }

    @Override
    public String toString() {
        return "DriftReport[%d, %s]".formatted(leads, Arrays.toString(alarms));
    }
}
