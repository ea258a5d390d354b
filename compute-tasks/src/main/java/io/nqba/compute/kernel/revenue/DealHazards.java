package io.nqba.compute.kernel.revenue;

/**
 * The chance of each day that an open deal is won or lost: by its age, by the month of the quarter, by product and by agent. Ages and
 * months multiply (a log-linear model fitted by turns); a product or agent multiplies by how many it closed per how many were to be
 * expected, as if it had closed 20 more as expected. Immutable; crosses the grid wire.
 *
 * <p>Ages lean on the ages around them, so that a day on which nothing closed is not a day on which nothing can. Deals older than any
 * that closed keep a chance near 0: that is what the book says of them.
 */
public final class DealHazards {
    /** Closed deals that a product or agent is thought to have had as expected. */
    public static final double PRIOR_DEALS = 20;

    private static final double PRIOR_DAYS = 30;
    private static final int NEIGHBOURS = 7;
    private static final int TURNS = 60;
    /** A day closes no more than this share of the deals. */
    private static final double MOST_A_DAY = 0.95;

    private final double[][] ahead;
    private final double[][] out;
    private final double winRate;
    private final double speed;

    /** @param ahead chance of a day to be won, by month of the quarter and age */
    private DealHazards(double[][] ahead, double[][] out, double winRate, double speed) {
        this.ahead = ahead;
        this.out = out;
        this.winRate = winRate;
        this.speed = speed;
    }

    /**
     * Learns from the months before one.
     *
     * @param untilMonth first month that is not known yet
     */
    public static DealHazards fit(Spells spells, int untilMonth) {
        double[][] days = new double[SalesMonths.A_QUARTER][AgeBins.COUNT];
        double[][] won = new double[SalesMonths.A_QUARTER][AgeBins.COUNT];
        double[][] lost = new double[SalesMonths.A_QUARTER][AgeBins.COUNT];
        for (int month = spells.firstMonth(); month < untilMonth; month++) {
            int season = SalesMonths.ofQuarter(month);
            for (int bin = 0; bin < AgeBins.COUNT; bin++) {
                days[season][bin] += spells.exposure(month, bin);
                won[season][bin] += spells.ahead(month, bin);
                lost[season][bin] += spells.out(month, bin);
            }
        }
        double[] aheadSeason = {1, 1, 1};
        double[] outSeason = {1, 1, 1};
        double[] ahead = byTurns(days, won, aheadSeason);
        double[] out = byTurns(days, lost, outSeason);
        return new DealHazards(together(days, won, ahead, aheadSeason), together(days, lost, out, outSeason), 1, 1);
    }

    /**
     * What an age and a month of the quarter have in common beyond their product: old deals may close at the end of a quarter and
     * new ones at its beginning. Each leans on the product as if 20 more deals had closed around that age as expected.
     */
    private static double[][] together(double[][] days, double[][] events, double[] hazard, double[] season) {
        double[][] chance = new double[season.length][AgeBins.COUNT];
        for (int s = 0; s < season.length; s++) {
            for (int bin = 0; bin < AgeBins.COUNT; bin++) {
                double seen = 0;
                double expected = 0;
                for (int near = Math.max(0, bin - NEIGHBOURS);
                        near <= Math.min(AgeBins.COUNT - 1, bin + NEIGHBOURS);
                        near++) {
                    seen += events[s][near];
                    expected += days[s][near] * hazard[near] * season[s];
                }
                chance[s][bin] = hazard[bin] * season[s] * leaning(seen, expected);
            }
        }
        return chance;
    }

    private static double[] byTurns(double[][] days, double[][] events, double[] season) {
        double[] hazard = new double[AgeBins.COUNT];
        for (int turn = 0; turn < TURNS; turn++) {
            double[] risk = new double[AgeBins.COUNT];
            double[] left = new double[AgeBins.COUNT];
            for (int s = 0; s < season.length; s++) {
                for (int bin = 0; bin < risk.length; bin++) {
                    risk[bin] += days[s][bin] * season[s];
                    left[bin] += events[s][bin];
                }
            }
            smooth(risk, left, hazard);
            for (int s = 0; s < season.length; s++) {
                double expected = 0;
                double seen = 0;
                for (int bin = 0; bin < risk.length; bin++) {
                    expected += days[s][bin] * hazard[bin];
                    seen += events[s][bin];
                }
                season[s] = (seen + PRIOR_DEALS) / (expected + PRIOR_DEALS);
            }
        }
        return hazard;
    }

    /** Beyond the oldest age that was seen the last known chance goes on. */
    private static void smooth(double[] risk, double[] left, double[] hazard) {
        double known = 0;
        for (int bin = 0; bin < hazard.length; bin++) {
            double days = 0;
            double events = 0;
            for (int near = Math.max(0, bin - NEIGHBOURS);
                    near <= Math.min(hazard.length - 1, bin + NEIGHBOURS);
                    near++) {
                days += risk[near];
                events += left[near];
            }
            known = days > 0 ? events / days : known;
            hazard[bin] = (left[bin] + PRIOR_DAYS * known) / (risk[bin] + PRIOR_DAYS);
        }
    }

    /**
     * Returns what would be with other rates.
     *
     * @param newWinRate what the share of closed deals that are won is multiplied by
     * @param newSpeed how many times as fast deals close
     */
    public DealHazards changed(double newWinRate, double newSpeed) {
        return new DealHazards(ahead, out, winRate * newWinRate, speed * newSpeed);
    }

    /** Returns the wins that were to be expected of some deals in a month. */
    public double expectedAhead(Spells spells, int month) {
        return expected(spells, month, ahead);
    }

    double expectedOut(Spells spells, int month) {
        return expected(spells, month, out);
    }

    private static double expected(Spells spells, int month, double[][] chance) {
        double[] today = chance[SalesMonths.ofQuarter(month)];
        double sum = 0;
        for (int bin = 0; bin < AgeBins.COUNT; bin++) {
            sum += spells.exposure(month, bin) * today[bin];
        }
        return sum;
    }

    /**
     * Returns what wins and losses of some deals are multiplied by, {@code {wins, losses}}.
     *
     * @param untilMonth first month that is not known yet
     */
    public double[] factors(Spells spells, int untilMonth) {
        double[] seen = new double[2];
        double[] expected = new double[2];
        for (int month = spells.firstMonth(); month < untilMonth; month++) {
            for (int bin = 0; bin < AgeBins.COUNT; bin++) {
                seen[0] += spells.ahead(month, bin);
                seen[1] += spells.out(month, bin);
            }
            expected[0] += expectedAhead(spells, month);
            expected[1] += expectedOut(spells, month);
        }
        return new double[] {leaning(seen[0], expected[0]), leaning(seen[1], expected[1])};
    }

    /** Returns how many there were per how many were to be expected, as if 20 more had come as expected. */
    public static double leaning(double seen, double expected) {
        return (seen + PRIOR_DEALS) / (expected + PRIOR_DEALS);
    }

    /**
     * Returns the probabilities that a deal is won within stretches of days.
     *
     * @param asOfDay the last day that is known
     * @param ageDays its age on that day; −1 for one that begins the day after
     * @param factors what wins and losses are multiplied by
     * @param fromDays first days of the stretches
     * @param toDays last days
     */
    public double[] wonWithin(long asOfDay, long ageDays, double[] factors, long[] fromDays, long[] toDays) {
        double[] won = new double[fromDays.length];
        long last = asOfDay;
        for (long day : toDays) {
            last = Math.max(last, day);
        }
        double open = 1;
        int month = SalesMonths.of(asOfDay);
        long monthEnd = SalesMonths.lastDay(month);
        for (long day = asOfDay + 1; day <= last; day++) {
            if (day > monthEnd) {
                month++;
                monthEnd = SalesMonths.lastDay(month);
            }
            int season = SalesMonths.ofQuarter(month);
            int bin = AgeBins.of(ageDays + day - asOfDay);
            double wins = ahead[season][bin] * factors[0];
            double losses = out[season][bin] * factors[1];
            double closing = Math.min(MOST_A_DAY, (wins + losses) * speed);
            double share = wins + losses > 0 ? Math.min(1, winRate * wins / (wins + losses)) : 0;
            double today = open * closing * share;
            open *= 1 - closing;
            for (int w = 0; w < won.length; w++) {
                if (day >= fromDays[w] && day <= toDays[w]) {
                    won[w] += today;
                }
            }
        }
        return won;
    }

    /**
     * Returns how many of the deals that begin from the day after on, one a day, are won within stretches of days.
     *
     * @param asOfDay the last day that is known
     */
    public double[] wonOfOneADay(long asOfDay, double[] factors, long[] fromDays, long[] toDays) {
        double[] sum = new double[fromDays.length];
        long last = asOfDay;
        for (long day : toDays) {
            last = Math.max(last, day);
        }
        for (long begin = asOfDay; begin < last; begin++) {
            double[] won = wonWithin(begin, -1, factors, fromDays, toDays);
            for (int w = 0; w < sum.length; w++) {
                sum[w] += won[w];
            }
        }
        return sum;
    }
}
