package io.nqba.compute.energy.metering;

import io.nqba.model.energy.ConsumptionReport.Figures;
import io.nqba.model.energy.ConsumptionReport.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums over any number of sites: the part of a report that travels between nodes. Its size depends on the range only. Adding
 * tallies in another order changes the last bits, nothing else.
 */
final class ConsumptionTally {
    private static final int SITES = 0;
    private static final int READINGS = 1;
    private static final int WITHOUT_PRICE = 2;
    private static final int WITHOUT_CARBON = 3;

    private final SlotRange range;
    private final long[] counts = new long[4];
    /** By slot. */
    private final double[] loadBySlot;

    private final double[] netBySlot;
    private final int[] readingsBySlot;
    /** By hour of day. */
    private final double[] loadByHour = new double[24];

    private final double[] solarByHour = new double[24];
    private final long[] readingsByHour = new long[24];
    /** By day or month. */
    private final double[] load;

    private final double[] solar;
    private final double[] imported;
    private final double[] exported;
    private final double[] cost;
    private final double[] emissions;

    ConsumptionTally(SlotRange range, int periods) {
        this.range = range;
        loadBySlot = new double[range.slots()];
        netBySlot = new double[range.slots()];
        readingsBySlot = new int[range.slots()];
        load = new double[periods];
        solar = new double[periods];
        imported = new double[periods];
        exported = new double[periods];
        cost = new double[periods];
        emissions = new double[periods];
    }

    /** Adds one site. Where a price or an intensity is missing, the energy counts and the money does not. */
    void add(ReadingSeries site, LocalClock clock, DistrictRows.Tariffs prices, SignalSeries carbon) {
        counts[SITES]++;
        for (int slot = 0; slot < range.slots(); slot++) {
            if (site.has(slot)) {
                add(slot, site, clock);
                addMoney(slot, clock.period(slot), site.netKwh(slot), prices);
                addEmissions(slot, clock.period(slot), site.netKwh(slot), carbon);
            }
        }
    }

    private void add(int slot, ReadingSeries site, LocalClock clock) {
        double net = site.netKwh(slot);
        int hour = clock.hourOfDay(slot);
        int period = clock.period(slot);
        counts[READINGS]++;
        loadBySlot[slot] += site.loadKwh(slot);
        netBySlot[slot] += net;
        readingsBySlot[slot]++;
        loadByHour[hour] += site.loadKwh(slot);
        solarByHour[hour] += site.solarKwh(slot);
        readingsByHour[hour]++;
        load[period] += site.loadKwh(slot);
        solar[period] += site.solarKwh(slot);
        imported[period] += Math.max(0, net);
        exported[period] += Math.max(0, -net);
    }

    private void addMoney(int slot, int period, double net, DistrictRows.Tariffs prices) {
        double price = (net >= 0 ? prices.importPrice() : prices.exportPrice()).at(slot);
        if (Double.isNaN(price)) {
            counts[WITHOUT_PRICE]++;
            return;
        }
        cost[period] += net * price;
    }

    private void addEmissions(int slot, int period, double net, SignalSeries carbon) {
        double kgPerKwh = carbon.at(slot);
        if (Double.isNaN(kgPerKwh)) {
            counts[WITHOUT_CARBON]++;
            return;
        }
        emissions[period] += Math.max(0, net) * kgPerKwh;
    }

    /** Adds what another node has summed up over the same range. */
    void add(ConsumptionTally other) {
        addInto(loadBySlot, other.loadBySlot);
        addInto(netBySlot, other.netBySlot);
        addInto(loadByHour, other.loadByHour);
        addInto(solarByHour, other.solarByHour);
        addInto(load, other.load);
        addInto(solar, other.solar);
        addInto(imported, other.imported);
        addInto(exported, other.exported);
        addInto(cost, other.cost);
        addInto(emissions, other.emissions);
        Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
        Arrays.setAll(readingsByHour, i -> readingsByHour[i] + other.readingsByHour[i]);
        Arrays.setAll(readingsBySlot, i -> readingsBySlot[i] + other.readingsBySlot[i]);
    }

    private static void addInto(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    int sites() {
        return Math.toIntExact(counts[SITES]);
    }

    Figures figures() {
        int peakSlot = highest(netBySlot, 0, range.slots());
        double totalLoad = sum(load);
        double totalSolar = sum(solar);
        double totalExport = sum(exported);
        int known = 0;
        double highestLoad = 0;
        for (int slot = 0; slot < range.slots(); slot++) {
            known += readingsBySlot[slot] > 0 ? 1 : 0;
            highestLoad = Math.max(highestLoad, loadBySlot[slot]);
        }
        return new Figures(
                sites(),
                counts[READINGS],
                totalLoad,
                totalSolar,
                sum(imported),
                totalExport,
                peakSlot < 0 ? 0 : netBySlot[peakSlot] / range.slotHours(),
                peakSlot < 0 ? range.startMillis() : range.at(peakSlot),
                highestLoad > 0 ? totalLoad / known / highestLoad : 0,
                totalSolar > 0 ? (totalSolar - totalExport) / totalSolar : Double.NaN,
                sum(cost),
                sum(emissions));
    }

    /** Returns the slot of the highest net draw among those with readings, the first of equals; -1 without readings. */
    private int highest(double[] values, int from, int to) {
        int best = -1;
        for (int slot = from; slot < to; slot++) {
            if (readingsBySlot[slot] > 0 && (best < 0 || values[slot] > values[best])) {
                best = slot;
            }
        }
        return best;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    /** Returns the mean load of all counted sites together by hour of day, kWh per slot. */
    double[] hourlyLoad(LocalClock clock) {
        return overSlots(loadByHour, clock);
    }

    /** Returns the mean PV energy of all counted sites together by hour of day, kWh per slot. */
    double[] hourlySolar(LocalClock clock) {
        return overSlots(solarByHour, clock);
    }

    /** Returns the mean load of one site by hour of day, kWh per slot. */
    double[] hourlyLoadPerSite() {
        double[] means = new double[24];
        Arrays.setAll(means, hour -> readingsByHour[hour] == 0 ? 0 : loadByHour[hour] / readingsByHour[hour]);
        return means;
    }

    private double[] overSlots(double[] sums, LocalClock clock) {
        long[] slots = new long[24];
        for (int slot = 0; slot < range.slots(); slot++) {
            slots[clock.hourOfDay(slot)] += readingsBySlot[slot] > 0 ? 1 : 0;
        }
        double[] means = new double[24];
        Arrays.setAll(means, hour -> slots[hour] == 0 ? 0 : sums[hour] / slots[hour]);
        return means;
    }

    List<Period> periods(LocalClock clock) {
        double[] peaks = new double[load.length];
        boolean[] seen = new boolean[load.length];
        for (int slot = 0; slot < range.slots(); slot++) {
            int period = clock.period(slot);
            if (readingsBySlot[slot] > 0) {
                double kw = netBySlot[slot] / range.slotHours();
                peaks[period] = seen[period] ? Math.max(peaks[period], kw) : kw;
                seen[period] = true;
            }
        }
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < load.length; i++) {
            periods.add(new Period(
                    clock.periodStart(i),
                    load[i],
                    solar[i],
                    imported[i],
                    exported[i],
                    cost[i],
                    emissions[i],
                    peaks[i]));
        }
        return periods;
    }

    /** Returns one sentence for each thing the figures leave out. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        long expected = counts[SITES] * range.slots();
        if (counts[READINGS] < expected) {
            notes.add("%d of %d intervals have no reading and count as nothing."
                    .formatted(expected - counts[READINGS], expected));
        }
        if (counts[WITHOUT_PRICE] > 0) {
            notes.add("%d of %d readings have no price; their cost is left out."
                    .formatted(counts[WITHOUT_PRICE], counts[READINGS]));
        }
        if (counts[WITHOUT_CARBON] > 0) {
            notes.add("%d of %d readings have no carbon intensity; their emissions are left out."
                    .formatted(counts[WITHOUT_CARBON], counts[READINGS]));
        }
        return notes;
    }
}
