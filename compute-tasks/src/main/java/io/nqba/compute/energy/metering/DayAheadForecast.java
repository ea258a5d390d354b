package io.nqba.compute.energy.metering;

/**
 * Forecast by what was usual lately: load is the mean of the same slot of day on the last days of the same type, PV the mean
 * of the same slot on the last seven days, whatever their type. Simple on purpose: it is what better methods must beat.
 */
final class DayAheadForecast {
    static final String METHOD = "same-hour-mean";

    /** Days looked back on for the load: ten weekdays or four to six weekend days. */
    static final int LOAD_DAYS = 14;

    static final int WEEKEND_LOAD_DAYS = 21;
    static final int SOLAR_DAYS = 7;

    /** Fewer values than this are no usual. */
    static final int FEWEST_VALUES = 2;

    private final ReadingSeries history;
    private final LocalClock clock;

    /** @param clock of the history's range */
    DayAheadForecast(ReadingSeries history, LocalClock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** Returns the days of history a forecast needs at most. */
    static int daysNeeded() {
        return WEEKEND_LOAD_DAYS;
    }

    /**
     * Learns from what lies before a slot of the history.
     *
     * @param before first slot that must not be looked at, 0..slots
     */
    Learnt before(int before) {
        int slotsOfDay = clock.slotsOfDay();
        Means load = new Means(clock.buckets());
        Means solar = new Means(slotsOfDay);
        int first = Math.max(0, before - WEEKEND_LOAD_DAYS * slotsOfDay);
        for (int slot = first; slot < before; slot++) {
            if (history.has(slot)) {
                boolean recent = slot >= before - LOAD_DAYS * slotsOfDay;
                if (recent || clock.isWeekend(slot)) {
                    load.add(clock.bucket(slot), history.loadKwh(slot));
                }
                if (slot >= before - SOLAR_DAYS * slotsOfDay) {
                    solar.add(clock.slotOfDay(slot), history.solarKwh(slot));
                }
            }
        }
        return new Learnt(load, solar);
    }

    /** What the history says about a slot of day. */
    static final class Learnt {
        private final Means load;
        private final Means solar;

        private Learnt(Means load, Means solar) {
            this.load = load;
            this.solar = solar;
        }

        /** Returns the expected load of a slot, kWh; NaN when there is too little history. */
        double loadKwh(LocalClock target, int slot) {
            return load.at(target.bucket(slot));
        }

        /** Returns the expected PV energy of a slot, kWh; NaN when there is too little history. */
        double solarKwh(LocalClock target, int slot) {
            return solar.at(target.slotOfDay(slot));
        }
    }

    private static final class Means {
        private final double[] sums;
        private final int[] counts;

        Means(int buckets) {
            sums = new double[buckets];
            counts = new int[buckets];
        }

        void add(int bucket, double value) {
            sums[bucket] += value;
            counts[bucket]++;
        }

        double at(int bucket) {
            return counts[bucket] < FEWEST_VALUES ? Double.NaN : sums[bucket] / counts[bucket];
        }
    }
}
