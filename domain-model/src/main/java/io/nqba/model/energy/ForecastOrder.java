package io.nqba.model.energy;

import io.nqba.model.error.Require;

/** Asks for forecasts of every site of a district, made next to the site's own history. Crosses the grid wire. */
public final class ForecastOrder {
    /** Most slots of one order: a fortnight of 15-minute slots. */
    public static final int MAX_SLOTS = 1_344;

    private final String districtId;
    private final long startMillis;
    private final int slots;

    /**
     * @param districtId the {@link District}
     * @param startMillis beginning of the first slot, epoch milliseconds; only readings before it are used
     * @param slots number of slots, 1..{@value #MAX_SLOTS}; a slot is as long as the district's metering interval
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ForecastOrder(String districtId, long startMillis, int slots) {
        this.districtId = Require.text("districtId", districtId);
        this.startMillis = startMillis;
        this.slots = (int) Require.within("slots", slots, 1, MAX_SLOTS);
    }

    public String districtId() {
        return districtId;
    }

    public long startMillis() {
        return startMillis;
    }

    public int slots() {
        return slots;
    }

    @Override
    public String toString() {
        return "ForecastOrder[%s, %s, %s]".formatted(districtId, startMillis, slots);
    }
}
