package io.nqba.compute.kernel.market;

import java.util.Arrays;

/**
 * Sorts the days of a figure into regimes by where the figure stands among its own values of the years before. A day is judged by
 * what was known on it, so a regime never changes afterwards. A regime is left later than it is entered, so that a figure at a border
 * does not flicker.
 */
public final class Regimes {
    /** Past that a day is compared with: five years of trading. */
    private static final int MEMORY_DAYS = 1260;

    private static final int LEAST_DAYS = 250;
    private static final double ENTER_LOW = 0.2;
    private static final double LEAVE_LOW = 0.35;
    private static final double LEAVE_HIGH = 0.65;
    private static final double ENTER_HIGH = 0.8;

    private final Regime[] regimes;
    private final double[] ranks;

    private Regimes(Regime[] regimes, double[] ranks) {
        this.regimes = regimes;
        this.ranks = ranks;
    }

    /**
     * Sorts days into regimes; cost O(days · 1260).
     *
     * @param figure by day; not a number where it is not known, which carries the regime on
     */
    public static Regimes of(double[] figure) {
        Regime[] regimes = new Regime[figure.length];
        double[] ranks = new double[figure.length];
        Regime before = Regime.UNKNOWN;
        for (int day = 0; day < figure.length; day++) {
            ranks[day] = rank(figure, day);
            before = next(before, ranks[day]);
            regimes[day] = before;
        }
        return new Regimes(regimes, ranks);
    }

    public Regime regime(int day) {
        return regimes[day];
    }

    /** Returns the share of the past that lies below the figure of a day, 0 to 1; not a number without enough past. */
    public double rank(int day) {
        return ranks[day];
    }

    public int days() {
        return regimes.length;
    }

    /** Returns the regime of the last day. */
    public Regime current() {
        return regimes.length == 0 ? Regime.UNKNOWN : regimes[regimes.length - 1];
    }

    /** Returns for how many days in a row, the last included, the current regime has lasted. */
    public int lasting() {
        int days = 0;
        while (days < regimes.length && regimes[regimes.length - 1 - days] == current()) {
            days++;
        }
        return days;
    }

    /** Returns the part of the judged days that a regime had; not a number when none was judged. */
    public double share(Regime regime) {
        long judged =
                Arrays.stream(regimes).filter(each -> each != Regime.UNKNOWN).count();
        long there = Arrays.stream(regimes).filter(each -> each == regime).count();
        return judged == 0 ? Double.NaN : (double) there / judged;
    }

    private static double rank(double[] figure, int day) {
        if (Double.isNaN(figure[day])) {
            return Double.NaN;
        }
        int known = 0;
        double below = 0;
        for (int t = Math.max(0, day - MEMORY_DAYS); t < day; t++) {
            if (!Double.isNaN(figure[t])) {
                known++;
                below += figure[t] < figure[day] ? 1 : figure[t] == figure[day] ? 0.5 : 0;
            }
        }
        return known < LEAST_DAYS ? Double.NaN : below / known;
    }

    private static Regime next(Regime before, double rank) {
        if (Double.isNaN(rank)) {
            return before;
        }
        if (rank > ENTER_HIGH || (before == Regime.HIGH && rank > LEAVE_HIGH)) {
            return Regime.HIGH;
        }
        if (rank < ENTER_LOW || (before == Regime.LOW && rank < LEAVE_LOW)) {
            return Regime.LOW;
        }
        return Regime.NORMAL;
    }
}
