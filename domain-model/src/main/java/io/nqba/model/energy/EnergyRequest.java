package io.nqba.model.energy;

import io.nqba.model.error.Require;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import java.time.Instant;

/**
 * Asks for the schedules of all batteries, cars and flexible appliances of a district over a window: minimise energy cost + carbon weight × emissions +
 * wear + demand charge × highest import of the district, under the limits of batteries and connections and the caps of
 * demand-response events. Immutable; crosses the grid wire.
 */
public final class EnergyRequest implements RunRequest {
    /** Where load and PV of the window come from. */
    public enum Source {
        /** What was measured: replay of a past window with perfect foresight. */
        READINGS,
        /** What is expected: a real day-ahead schedule. */
        FORECAST
    }

    /** Most slots of one window: a year of 15-minute slots. */
    public static final int MAX_SLOTS = 35_136;

    private final String districtId;
    private final long startMillis;
    private final int slots;
    private final Source source;
    private final double demandChargePerKw;
    private final double carbonWeightPerKg;
    private final boolean demandResponse;
    private final double targetGap;
    private final int maxRounds;
    private final long timeLimitMillis;

    /**
     * @param districtId the {@link District}
     * @param startMillis beginning of the first slot, epoch milliseconds; a multiple of the district's interval
     * @param slots number of slots, 1..{@value #MAX_SLOTS}; a slot is as long as the district's metering interval
     * @param source readings or forecasts
     * @param demandChargePerKw charge on the highest import of the district in the window, currency per kW, 0 or more
     * @param carbonWeightPerKg what a kg of CO2 counts in the objective, currency per kg, 0 or more
     * @param demandResponse whether caps of demand-response events bind
     * @param targetGap relative gap at which the run may stop, more than 0
     * @param maxRounds most rounds, 1 or more
     * @param timeLimitMillis longest time, milliseconds, 1 or more
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public EnergyRequest(
            String districtId,
            long startMillis,
            int slots,
            Source source,
            double demandChargePerKw,
            double carbonWeightPerKg,
            boolean demandResponse,
            double targetGap,
            int maxRounds,
            long timeLimitMillis) {
        this.districtId = Require.text("districtId", districtId);
        this.startMillis = startMillis;
        this.slots = (int) Require.within("slots", slots, 1, MAX_SLOTS);
        this.source = source;
        this.demandChargePerKw = Require.finite(
                "demandChargePerKw", Require.notNegative("demandChargePerKw", demandChargePerKw, "per kW"), "per kW");
        this.carbonWeightPerKg = Require.finite(
                "carbonWeightPerKg", Require.notNegative("carbonWeightPerKg", carbonWeightPerKg, "per kg"), "per kg");
        this.demandResponse = demandResponse;
        this.targetGap = Require.finite("targetGap", Require.positive("targetGap", targetGap, ""), "");
        this.maxRounds = (int) Require.within("maxRounds", maxRounds, 1, 10_000);
        this.timeLimitMillis = Require.within("timeLimitMillis", timeLimitMillis, 1, 86_400_000L);
    }

    @Override
    public BusinessUnit unit() {
        return BusinessUnit.FLYFOX;
    }

    @Override
    public String kind() {
        return "energy-optimization";
    }

    @Override
    public String subject() {
        return districtId;
    }

    public String districtId() {
        return districtId;
    }

    public long startMillis() {
        return startMillis;
    }

    public Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    public int slots() {
        return slots;
    }

    public Source source() {
        return source;
    }

    public double demandChargePerKw() {
        return demandChargePerKw;
    }

    public double carbonWeightPerKg() {
        return carbonWeightPerKg;
    }

    public boolean demandResponse() {
        return demandResponse;
    }

    @Override
    public double targetGap() {
        return targetGap;
    }

    @Override
    public int maxRounds() {
        return maxRounds;
    }

    @Override
    public long timeLimitMillis() {
        return timeLimitMillis;
    }

    @Override
    public String toString() {
        return "EnergyRequest[%s, %s, %d slots, %s]".formatted(districtId, start(), slots, source);
    }
}
