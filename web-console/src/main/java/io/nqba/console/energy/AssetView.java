package io.nqba.console.energy;

import io.nqba.model.energy.AssetKind;

/**
 * A device at a site; what its kind does not have is 0.
 *
 * @param capacityKwh usable energy of a battery, kWh
 * @param powerKw largest power, or nominal power of a PV plant, kW
 * @param chargeEfficiency one way, 0..1
 * @param dischargeEfficiency one way, 0..1
 * @param initialSocKwh energy in the store at the beginning of a schedule, kWh
 * @param wearPerKwh cost of wear per kWh charged or discharged, currency
 */
public record AssetView(
        String id,
        AssetKind kind,
        double capacityKwh,
        double powerKw,
        double chargeEfficiency,
        double dischargeEfficiency,
        double initialSocKwh,
        double wearPerKwh) {}
