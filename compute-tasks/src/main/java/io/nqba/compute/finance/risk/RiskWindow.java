package io.nqba.compute.finance.risk;

import java.util.Arrays;

/**
 * Which scenarios count: from {@code first} on there are prices for most of what is held; the last {@code estimation} of them give the
 * tail losses of today, the ones before let the same estimate be tested.
 *
 * @param first first scenario used
 * @param end scenario after the last one
 * @param estimation scenarios that one estimate uses
 */
record RiskWindow(int first, int end, int estimation) {
    /** Fewer days say nothing about a tail. */
    static final int LEAST_DAYS = 60;

    /** Days a backtest should have at least: the year that the Basel rule counts. */
    private static final int LEAST_TESTED = 250;

    /** Takes the days asked for where enough are left to test them, otherwise half of what there is. */
    static RiskWindow of(int first, int end, int asked) {
        int usable = end - first;
        int estimation = usable >= asked + LEAST_TESTED ? asked : Math.min(asked, usable / 2);
        return new RiskWindow(first, end, estimation);
    }

    int usable() {
        return end - first;
    }

    /** Returns the first scenario that today's estimate uses. */
    int estimationStart() {
        return end - estimation;
    }

    /** Returns the scenarios used, oldest first. */
    double[] used(double[] perScenario) {
        return Arrays.copyOfRange(perScenario, first, end);
    }

    /** Returns the scenarios that today's estimate uses. */
    double[] estimation(double[] perScenario) {
        return Arrays.copyOfRange(perScenario, estimationStart(), end);
    }
}
