package io.nqba.compute.kernel.storage;

import io.nqba.model.error.Require;

/**
 * A battery as the kernels see it: power already turned into energy per slot.
 *
 * @param capacityKwh usable energy, kWh; 0 means there is no battery
 * @param chargeKwh most energy drawn from the site in one slot, kWh: power × hours of the slot
 * @param dischargeKwh most energy delivered to the site in one slot, kWh
 * @param chargeEfficiency share of the energy drawn that arrives in the store, 0..1
 * @param dischargeEfficiency share of the energy taken from the store that arrives at the site, 0..1
 * @param initialKwh state of charge before the first slot, kWh, at most the capacity
 * @param finalMinKwh least state of charge after the last slot, kWh, at most the capacity; 0 leaves the end free
 * @param wearPerKwh cost per kWh charged or discharged
 */
public record Battery(
        double capacityKwh,
        double chargeKwh,
        double dischargeKwh,
        double chargeEfficiency,
        double dischargeEfficiency,
        double initialKwh,
        double finalMinKwh,
        double wearPerKwh) {
    /** A site without a battery. */
    public static final Battery NONE = new Battery(0, 0, 0, 1, 1, 0, 0, 0);

    /** @throws IllegalArgumentException if a value is outside its range; the text names it */
    public Battery {
        Require.finite("capacityKwh", Require.notNegative("capacityKwh", capacityKwh, "kWh"), "kWh");
        Require.finite("chargeKwh", Require.notNegative("chargeKwh", chargeKwh, "kWh"), "kWh");
        Require.finite("dischargeKwh", Require.notNegative("dischargeKwh", dischargeKwh, "kWh"), "kWh");
        Require.fraction("chargeEfficiency", chargeEfficiency);
        Require.fraction("dischargeEfficiency", dischargeEfficiency);
        requireAtMostCapacity("initialKwh", initialKwh, capacityKwh);
        requireAtMostCapacity("finalMinKwh", finalMinKwh, capacityKwh);
        Require.finite("wearPerKwh", Require.notNegative("wearPerKwh", wearPerKwh, "per kWh"), "per kWh");
    }

    /** Most energy that can arrive in the store in one slot, kWh. */
    double mostStoredKwh() {
        return chargeKwh * chargeEfficiency;
    }

    /** Most energy that can leave the store in one slot, kWh. A battery that delivers nothing of it is not discharged at all. */
    double mostTakenKwh() {
        return dischargeEfficiency > 0 ? dischargeKwh / dischargeEfficiency : 0;
    }

    /** Whether the state of charge can ever change. */
    public boolean moves() {
        return (mostStoredKwh() > 0 && initialKwh < capacityKwh) || (mostTakenKwh() > 0 && initialKwh > 0);
    }

    private static void requireAtMostCapacity(String name, double value, double capacityKwh) {
        Require.notNegative(name, value, "kWh");
        if (!(value <= capacityKwh)) {
            throw new IllegalArgumentException(
                    "The %s (%s kWh) must be at most the capacity (%s kWh).".formatted(name, value, capacityKwh));
        }
    }
}
