package io.nqba.compute.kernel.storage;

/** Physical cost of one slot as a function of what the battery does: the one place where it is written down. */
final class SlotCost {
    private SlotCost() {}

    /** The change of charge towards {@code wantedKwh} that power and capacity allow, kWh. */
    static double possibleChange(Battery battery, double beforeKwh, double wantedKwh) {
        double within = Math.min(battery.capacityKwh(), Math.max(0, wantedKwh));
        return Math.min(battery.mostStoredKwh(), Math.max(-battery.mostTakenKwh(), within - beforeKwh));
    }

    static double chargeKwh(Battery battery, double change) {
        return change > 0 && battery.chargeEfficiency() > 0
                ? Math.min(battery.chargeKwh(), change / battery.chargeEfficiency())
                : 0;
    }

    static double dischargeKwh(Battery battery, double change) {
        return change < 0 ? Math.min(battery.dischargeKwh(), -change * battery.dischargeEfficiency()) : 0;
    }

    /** Import minus export income plus wear. */
    static double of(SiteProblem site, int slot, double netKwh, double throughputKwh) {
        double price = netKwh > 0 ? site.importPrice()[slot] : site.exportPrice()[slot];
        return price * netKwh + site.battery().wearPerKwh() * throughputKwh;
    }

    /** How far the connection limits are exceeded, kWh. */
    static double beyondLimits(SiteProblem site, double netKwh) {
        return Math.max(0, netKwh - site.importLimitKwh()) + Math.max(0, -netKwh - site.exportLimitKwh());
    }
}
