package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Tally;

/** How many leads there are to learn from, and when they came in. Crosses the grid wire. */
final class SurveyTally implements Tally<SurveyTally> {
    private long rows;
    private long won;
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;
    private long open;
    private final long[] known;
    private final long[] openKnown;

    SurveyTally(int width) {
        known = new long[width];
        openKnown = new long[width];
    }

    void add(KnownLeads leads) {
        int width = known.length;
        for (int row = 0; row < leads.rows(); row++) {
            rows++;
            won += leads.all().outcomes()[row] ? 1 : 0;
            firstMillis = Math.min(firstMillis, leads.createdMillis()[row]);
            lastMillis = Math.max(lastMillis, leads.createdMillis()[row]);
            for (int j = 0; j < width; j++) {
                known[j] += Float.isNaN(leads.all().features()[row * width + j]) ? 0 : 1;
            }
        }
        open += leads.open().leads();
        for (int j = 0; j < width; j++) {
            openKnown[j] += leads.open().known(j);
        }
    }

    @Override
    public void add(SurveyTally other) {
        rows += other.rows;
        won += other.won;
        firstMillis = Math.min(firstMillis, other.firstMillis);
        lastMillis = Math.max(lastMillis, other.lastMillis);
        open += other.open;
        for (int j = 0; j < known.length; j++) {
            known[j] += other.known[j];
            openKnown[j] += other.openKnown[j];
        }
    }

    long rows() {
        return rows;
    }

    long won() {
        return won;
    }

    long firstMillis() {
        return firstMillis;
    }

    long lastMillis() {
        return lastMillis;
    }

    /** Returns whether a feature is filled in only once the outcome is known. */
    boolean filledInLater(int feature) {
        return open >= 100 && known[feature] >= 0.5 * rows && openKnown[feature] <= 0.02 * open;
    }
}
