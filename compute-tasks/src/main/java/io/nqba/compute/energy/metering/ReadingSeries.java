package io.nqba.compute.energy.metering;

import java.util.Arrays;

/** The readings of one site over a range; NaN where there is none. Shape {@code [slots]}, kWh per slot; filled in place. */
final class ReadingSeries {
    private final String siteId;
    private final String tariffId;
    private final SlotRange range;
    private final double[] loadKwh;
    private final double[] solarKwh;

    private ReadingSeries(String siteId, String tariffId, SlotRange range, double[] loadKwh, double[] solarKwh) {
        this.siteId = siteId;
        this.tariffId = tariffId;
        this.range = range;
        this.loadKwh = loadKwh;
        this.solarKwh = solarKwh;
    }

    static ReadingSeries empty(String siteId, String tariffId, SlotRange range) {
        double[] load = new double[range.slots()];
        double[] solar = new double[range.slots()];
        Arrays.fill(load, Double.NaN);
        Arrays.fill(solar, Double.NaN);
        return new ReadingSeries(siteId, tariffId, range, load, solar);
    }

    void put(int slot, double load, double solar) {
        loadKwh[slot] = load;
        solarKwh[slot] = solar;
    }

    /** Returns the end of this series: the given range must end where this one ends. */
    ReadingSeries last(SlotRange end) {
        int from = range.slots() - end.slots();
        return new ReadingSeries(
                siteId,
                tariffId,
                end,
                Arrays.copyOfRange(loadKwh, from, range.slots()),
                Arrays.copyOfRange(solarKwh, from, range.slots()));
    }

    String siteId() {
        return siteId;
    }

    String tariffId() {
        return tariffId;
    }

    SlotRange range() {
        return range;
    }

    double loadKwh(int slot) {
        return loadKwh[slot];
    }

    double solarKwh(int slot) {
        return solarKwh[slot];
    }

    boolean has(int slot) {
        return !Double.isNaN(loadKwh[slot]);
    }

    /** Returns load minus PV, kWh; NaN where there is no reading. */
    double netKwh(int slot) {
        return loadKwh[slot] - solarKwh[slot];
    }

    int count() {
        int count = 0;
        for (int slot = 0; slot < loadKwh.length; slot++) {
            count += has(slot) ? 1 : 0;
        }
        return count;
    }
}
