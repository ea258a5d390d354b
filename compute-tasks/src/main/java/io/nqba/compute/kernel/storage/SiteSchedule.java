package io.nqba.compute.kernel.storage;

import java.util.Arrays;

/**
 * What one battery does, slot by slot, and what that costs. It never charges and discharges in the same slot. Arrays have shape
 * {@code [slots]}, kWh per slot.
 */
public final class SiteSchedule {
    private final double[] chargeKwh;
    private final double[] dischargeKwh;
    private final double[] socKwh;
    private final double[] netKwh;
    private final double cost;
    private final double violationKwh;

    private SiteSchedule(
            double[] chargeKwh,
            double[] dischargeKwh,
            double[] socKwh,
            double[] netKwh,
            double cost,
            double violationKwh) {
        this.chargeKwh = chargeKwh;
        this.dischargeKwh = dischargeKwh;
        this.socKwh = socKwh;
        this.netKwh = netKwh;
        this.cost = cost;
        this.violationKwh = violationKwh;
    }

    /**
     * The schedule that a path of the state of charge implies. Changes beyond the battery's power are cut back to it.
     *
     * @param socKwh wanted state of charge at the end of each slot, shape {@code [slots]}
     */
    static SiteSchedule alongPath(SiteProblem site, double[] socKwh) {
        int slots = site.slots();
        Battery battery = site.battery();
        double[] charge = new double[slots];
        double[] discharge = new double[slots];
        double[] path = new double[slots];
        double[] nets = new double[slots];
        double cost = 0;
        double violation = 0;
        double before = battery.initialKwh();
        for (int t = 0; t < slots; t++) {
            double change = SlotCost.possibleChange(battery, before, socKwh[t]);
            charge[t] = SlotCost.chargeKwh(battery, change);
            discharge[t] = SlotCost.dischargeKwh(battery, change);
            before = Math.min(battery.capacityKwh(), Math.max(0, before + change));
            path[t] = before;
            double net = site.netLoadKwh()[t] + charge[t] - discharge[t];
            nets[t] = net;
            cost += SlotCost.of(site, t, net, charge[t] + discharge[t]);
            violation += SlotCost.beyondLimits(site, net);
        }
        violation += Math.max(0, battery.finalMinKwh() - before);
        return new SiteSchedule(charge, discharge, path, nets, cost, violation);
    }

    /** The state of charge that never changes, as a path. */
    static double[] idlePath(SiteProblem site) {
        double[] path = new double[site.slots()];
        Arrays.fill(path, site.battery().initialKwh());
        return path;
    }

    /** Energy drawn by the battery. Returns the array itself, as do the others. */
    public double[] chargeKwh() {
        return chargeKwh;
    }

    /** Energy delivered by the battery. */
    public double[] dischargeKwh() {
        return dischargeKwh;
    }

    /** State of charge at the end of each slot. */
    public double[] socKwh() {
        return socKwh;
    }

    /** Energy the site draws, negative where it feeds in: import minus export. */
    public double[] netKwh() {
        return netKwh;
    }

    /** Import minus export income plus wear; penalties and coordination prices not counted. */
    public double cost() {
        return cost;
    }

    /** Energy beyond the connection limits plus what is missing of the final state of charge. */
    public double violationKwh() {
        return violationKwh;
    }

    /** Σ price · (import − export): the share of a coordination price this site bears; negative when it relieves the others. */
    public double priced(double[] price) {
        double sum = 0;
        for (int t = 0; t < price.length; t++) {
            sum += price[t] * netKwh[t];
        }
        return sum;
    }

    /** Energy charged plus energy discharged, kWh. */
    public double throughputKwh() {
        double sum = 0;
        for (int t = 0; t < chargeKwh.length; t++) {
            sum += chargeKwh[t] + dischargeKwh[t];
        }
        return sum;
    }
}
