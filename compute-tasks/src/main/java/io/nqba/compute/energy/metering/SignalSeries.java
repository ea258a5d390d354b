package io.nqba.compute.energy.metering;

import java.util.Arrays;

/**
 * Prices or carbon intensity slot by slot; NaN where none is known. A signal holds until the next one, at most an hour: so
 * hourly prices serve quarter-hourly meters, and a hole stays a hole.
 */
final class SignalSeries {
    private static final long LONGEST_HOLD_MILLIS = 3_600_000;

    private final SlotRange range;
    private final double[] values;
    private final long[] validFrom;

    SignalSeries(SlotRange range) {
        this.range = range;
        this.values = new double[range.slots()];
        this.validFrom = new long[range.slots()];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(validFrom, Long.MIN_VALUE);
    }

    /** Returns how long before the range a signal may begin that still holds in it, ms. */
    static long lookBackMillis() {
        return LONGEST_HOLD_MILLIS;
    }

    /** Enters a signal. Signals come in time order. */
    void put(long startMillis, double value) {
        int first = Math.max(0, range.slotOf(startMillis + range.slotMillis() - 1));
        for (int slot = first; slot < values.length; slot++) {
            if (range.at(slot) >= startMillis + Math.max(LONGEST_HOLD_MILLIS, range.slotMillis())) {
                return;
            }
            if (validFrom[slot] < startMillis) {
                values[slot] = value;
                validFrom[slot] = startMillis;
            }
        }
    }

    double at(int slot) {
        return values[slot];
    }
}
