package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The district slot by slot under one run, before and after. Arrays have shape {@code [slots]}; stored by run id. */
public final class DistrictProfile {
    private final String runId;

    private final String districtId;

    private final long startMillis;

    private final int slotMinutes;

    private final double[] netBeforeKwh;

    private final double[] netAloneKwh;

    private final double[] netAfterKwh;

    private final double[] importPricePerKwh;

    private final double[] carbonKgPerKwh;

    private final double[] shadowPricePerKwh;

    /**
     * @param runId the run
     * @param districtId the district
     * @param startMillis beginning of the first slot, epoch milliseconds
     * @param slotMinutes length of a slot, minutes
     * @param netBeforeKwh import minus export of all sites without batteries, kWh per slot
     * @param netAloneKwh the same when every site optimises for itself, kWh per slot
     * @param netAfterKwh the same under the schedule, kWh per slot
     * @param importPricePerKwh mean import price of the sites, currency per kWh
     * @param carbonKgPerKwh carbon intensity of the grid, kg per kWh
     * @param shadowPricePerKwh what one more kWh drawn in the slot adds to the demand charge and the caps, currency per kWh
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public DistrictProfile(
            String runId,
            String districtId,
            long startMillis,
            int slotMinutes,
            double[] netBeforeKwh,
            double[] netAloneKwh,
            double[] netAfterKwh,
            double[] importPricePerKwh,
            double[] carbonKgPerKwh,
            double[] shadowPricePerKwh) {
        this.runId = Require.text("runId", runId);
        this.districtId = Require.text("districtId", districtId);
        this.startMillis = startMillis;
        this.slotMinutes = slotMinutes;
        this.netBeforeKwh = netBeforeKwh.clone();
        this.netAloneKwh = netAloneKwh.clone();
        this.netAfterKwh = netAfterKwh.clone();
        this.importPricePerKwh = importPricePerKwh.clone();
        this.carbonKgPerKwh = carbonKgPerKwh.clone();
        this.shadowPricePerKwh = shadowPricePerKwh.clone();
    }

    public String runId() {
        return runId;
    }

    public String districtId() {
        return districtId;
    }

    public long startMillis() {
        return startMillis;
    }

    public int slotMinutes() {
        return slotMinutes;
    }

    public double[] netBeforeKwh() {
        return netBeforeKwh.clone();
    }

    public double[] netAloneKwh() {
        return netAloneKwh.clone();
    }

    public double[] netAfterKwh() {
        return netAfterKwh.clone();
    }

    public double[] importPricePerKwh() {
        return importPricePerKwh.clone();
    }

    public double[] carbonKgPerKwh() {
        return carbonKgPerKwh.clone();
    }

    public double[] shadowPricePerKwh() {
        return shadowPricePerKwh.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DistrictProfile that
                && runId.equals(that.runId)
                && districtId.equals(that.districtId)
                && startMillis == that.startMillis
                && slotMinutes == that.slotMinutes
                && Arrays.equals(netBeforeKwh, that.netBeforeKwh)
                && Arrays.equals(netAloneKwh, that.netAloneKwh)
                && Arrays.equals(netAfterKwh, that.netAfterKwh)
                && Arrays.equals(importPricePerKwh, that.importPricePerKwh)
                && Arrays.equals(carbonKgPerKwh, that.carbonKgPerKwh)
                && Arrays.equals(shadowPricePerKwh, that.shadowPricePerKwh);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                runId,
                districtId,
                startMillis,
                slotMinutes,
                Arrays.hashCode(netBeforeKwh),
                Arrays.hashCode(netAloneKwh),
                Arrays.hashCode(netAfterKwh),
                Arrays.hashCode(importPricePerKwh),
                Arrays.hashCode(carbonKgPerKwh),
                Arrays.hashCode(shadowPricePerKwh));
    }

    @Override
    public String toString() {
        return "DistrictProfile[%s, %s, %s, %s]".formatted(runId, districtId, startMillis, slotMinutes);
    }
}
