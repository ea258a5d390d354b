package io.nqba.compute.sales.scoring;

/** Steps of equal length from the first lead to the last. Crosses the grid wire. */
final class TimeScale {
    private final long firstMillis;
    private final long lastMillis;

    TimeScale(long firstMillis, long lastMillis) {
        this.firstMillis = firstMillis;
        this.lastMillis = lastMillis;
    }

    int step(long millis) {
        double share = (millis - firstMillis) / (double) (lastMillis - firstMillis + 1);
        return (int) Math.max(0, Math.min(SpreadTally.STEPS - 1, share * SpreadTally.STEPS));
    }

    /** Returns the first millisecond of the step at whose beginning a share of the leads has come in. */
    long moment(long[] byTime, double share) {
        long all = 0;
        for (long count : byTime) {
            all += count;
        }
        long before = 0;
        for (int s = 0; s < byTime.length; s++) {
            if (before >= share * all) {
                return start(s);
            }
            before += byTime[s];
        }
        return lastMillis + 1;
    }

    private long start(int step) {
        long guess = firstMillis + (long) ((lastMillis - firstMillis + 1) * (step / (double) SpreadTally.STEPS));
        while (step(guess) < step) {
            guess++;
        }
        return guess;
    }
}
