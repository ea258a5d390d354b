package io.nqba.console.energy;

import java.time.Instant;
import java.util.List;

/**
 * The district slot by slot under one run, before and after.
 *
 * @param slotMinutes length of a slot, minutes
 * @param slots in time order
 */
public record ProfileView(String runId, String districtId, int slotMinutes, List<Slot> slots) {
    public ProfileView {
        slots = List.copyOf(slots);
    }

    /**
     * One slot of the district.
     *
     * @param start beginning of the slot, inclusive
     * @param netBeforeKwh import minus export of all sites without batteries, kWh
     * @param netAloneKwh the same when every site optimises for itself, kWh
     * @param netAfterKwh the same under the schedule, kWh
     * @param importPricePerKwh mean import price, currency per kWh
     * @param carbonKgPerKwh carbon intensity of the grid, kg per kWh
     * @param shadowPricePerKwh what one more kWh drawn here adds to the demand charge and the caps, currency per kWh
     */
    public record Slot(
            Instant start,
            double netBeforeKwh,
            double netAloneKwh,
            double netAfterKwh,
            double importPricePerKwh,
            double carbonKgPerKwh,
            double shadowPricePerKwh) {}
}
