package io.nqba.compute.kernel.storage;

import io.nqba.model.error.Require;

/**
 * What one site has to decide: when to charge and discharge one battery. The arrays are kept, not copied, so that thousands of
 * sites on one tariff share their prices; nobody may change them afterwards.
 *
 * <p>Meant for import prices at or above export prices and for prices at which burning energy earns nothing. Elsewhere the cost of
 * a slot is not convex in the change of charge: bounds are then those of its convex hull and stay valid, schedules and their costs
 * stay physical, and the two may differ.
 */
public final class SiteProblem {
    private final double[] netLoadKwh;
    private final double[] importPrice;
    private final double[] exportPrice;
    private final double importLimitKwh;
    private final double exportLimitKwh;
    private final double violationPrice;
    private final Battery battery;

    /**
     * @param netLoadKwh load minus generation, shape {@code [slots]}, kWh per slot; at least one slot, all finite
     * @param importPrice cost per kWh drawn, carbon included if it is priced, shape {@code [slots]}
     * @param exportPrice income per kWh fed in, shape {@code [slots]}
     * @param importLimitKwh most energy drawn in one slot; infinite when there is no limit
     * @param exportLimitKwh most energy fed in in one slot; infinite when there is no limit
     * @param violationPrice cost per kWh beyond a connection limit or short of the final state of charge, well above every other
     *     price; see {@link #violationPriceFor}
     * @throws IllegalArgumentException if shapes differ or a value is outside its range; the text names it
     */
    public SiteProblem(
            double[] netLoadKwh,
            double[] importPrice,
            double[] exportPrice,
            double importLimitKwh,
            double exportLimitKwh,
            double violationPrice,
            Battery battery) {
        Require.within("slots", netLoadKwh.length, 1, Integer.MAX_VALUE);
        this.netLoadKwh = requireSlots("netLoadKwh", netLoadKwh, netLoadKwh.length);
        this.importPrice = requireSlots("importPrice", importPrice, netLoadKwh.length);
        this.exportPrice = requireSlots("exportPrice", exportPrice, netLoadKwh.length);
        this.importLimitKwh = Require.notNegative("importLimitKwh", importLimitKwh, "kWh");
        this.exportLimitKwh = Require.notNegative("exportLimitKwh", exportLimitKwh, "kWh");
        this.violationPrice =
                Require.finite("violationPrice", Require.positive("violationPrice", violationPrice, "per kWh"), "");
        this.battery = battery;
    }

    /** A price of violation that outweighs the given largest price, every battery loss and a few hundred slots of carrying energy. */
    public static double violationPriceFor(double largestPrice) {
        return 100 * Math.max(1, Math.abs(largestPrice));
    }

    /** Returns the same site with another net load, such as after a load was settled. */
    public SiteProblem withNetLoad(double[] newNetLoadKwh) {
        return new SiteProblem(
                newNetLoadKwh, importPrice, exportPrice, importLimitKwh, exportLimitKwh, violationPrice, battery);
    }

    /** Returns import minus export income plus the price of violation for a net draw in a slot. */
    public double gridCost(int slot, double netKwh) {
        double price = netKwh > 0 ? importPrice[slot] : exportPrice[slot];
        return price * netKwh + violationPrice * SlotCost.beyondLimits(this, netKwh);
    }

    public int slots() {
        return netLoadKwh.length;
    }

    public Battery battery() {
        return battery;
    }

    public double violationPrice() {
        return violationPrice;
    }

    public double importLimitKwh() {
        return importLimitKwh;
    }

    public double exportLimitKwh() {
        return exportLimitKwh;
    }

    /** Returns the net load itself, not a copy. */
    public double[] netLoadKwh() {
        return netLoadKwh;
    }

    /** Returns the prices themselves, not a copy. */
    public double[] importPrice() {
        return importPrice;
    }

    /** Returns the prices themselves, not a copy. */
    public double[] exportPrice() {
        return exportPrice;
    }

    private static double[] requireSlots(String name, double[] values, int slots) {
        if (values.length != slots) {
            throw new IllegalArgumentException(
                    "The %s (%d values) must have one value per slot (%d).".formatted(name, values.length, slots));
        }
        for (double value : values) {
            Require.finite(name, value, "");
        }
        return values;
    }
}
