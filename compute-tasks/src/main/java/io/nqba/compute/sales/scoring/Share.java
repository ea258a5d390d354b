package io.nqba.compute.sales.scoring;

/** Some of the leads: by when they came in, and by lot. The lot depends on the lead's id alone. Crosses the grid wire. */
final class Share {
    private final long fromMillis;
    private final long toMillis;
    private final double fromLot;
    private final double toLot;
    private final long seed;

    private Share(long fromMillis, long toMillis, double fromLot, double toLot, long seed) {
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.fromLot = fromLot;
        this.toLot = toLot;
        this.seed = seed;
    }

    static Share all() {
        return between(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Those that came in from one moment on and before another. */
    static Share between(long fromMillis, long toMillis) {
        return new Share(fromMillis, toMillis, 0, 1, 0);
    }

    /** Those whose lot, a number in [0, 1), lies in a range. */
    static Share lots(double from, double to, long seed) {
        return new Share(Long.MIN_VALUE, Long.MAX_VALUE, from, to, seed);
    }

    boolean takes(long id, long createdMillis) {
        if (createdMillis < fromMillis || createdMillis >= toMillis) {
            return false;
        }
        if (fromLot <= 0 && toLot >= 1) {
            return true;
        }
        double lot = LeadIds.lot(id, seed);
        return lot >= fromLot && lot < toLot;
    }
}
