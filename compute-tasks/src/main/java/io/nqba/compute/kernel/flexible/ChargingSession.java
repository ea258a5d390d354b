package io.nqba.compute.kernel.flexible;

import io.nqba.model.error.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A car at its charger: in every slot it draws nothing or something between a least and a largest power, and has its energy when it
 * leaves.
 *
 * @param firstSlot slot of the arrival
 * @param endSlot slot after the last one before the departure
 * @param energyKwh energy to draw at the charger over the session, more than 0
 * @param leastKwh least energy of a slot in which it charges, 0 or more
 * @param mostKwh largest energy of a slot, more than 0 and at least the least one
 */
public record ChargingSession(int firstSlot, int endSlot, double energyKwh, double leastKwh, double mostKwh)
        implements FlexibleLoad {
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if a value is outside its range or the energy cannot be delivered; the text names it */
    public ChargingSession {
        Require.within("firstSlot", firstSlot, 0, Integer.MAX_VALUE);
        Require.within("endSlot", endSlot, firstSlot + 1L, Integer.MAX_VALUE);
        Require.finite("energyKwh", Require.positive("energyKwh", energyKwh, "kWh"), "kWh");
        Require.notNegative("leastKwh", leastKwh, "kWh");
        Require.finite("mostKwh", Require.positive("mostKwh", mostKwh, "kWh"), "kWh");
        if (!isDeliverable(endSlot - firstSlot, energyKwh, leastKwh, mostKwh)) {
            throw new IllegalArgumentException("The energyKwh (%s kWh) must be deliverable in %d slots of %s to %s kWh."
                    .formatted(energyKwh, endSlot - firstSlot, leastKwh, mostKwh));
        }
    }

    /** Returns whether some number of slots between the least and the largest energy gives just the energy. */
    public static boolean isDeliverable(int slots, double energyKwh, double leastKwh, double mostKwh) {
        int fewest = fewest(energyKwh, mostKwh);
        return fewest <= slots && fewest * leastKwh <= energyKwh * (1 + ROUNDING);
    }

    private static int fewest(double energyKwh, double mostKwh) {
        return (int) Math.max(1, Math.ceil(energyKwh / mostKwh * (1 - ROUNDING)));
    }

    private int fewest() {
        return fewest(energyKwh, mostKwh);
    }

    private int most() {
        int slots = endSlot - firstSlot;
        return leastKwh * slots <= energyKwh ? slots : Math.max(fewest(), (int) (energyKwh / leastKwh));
    }

    @Override
    public int options() {
        return endSlot - firstSlot;
    }

    @Override
    public int optionSlots() {
        return 1;
    }

    @Override
    public double optionKwh() {
        return mostKwh;
    }

    @Override
    public double chosen() {
        return energyKwh / mostKwh;
    }

    @Override
    public double[] earliest(int slots) {
        double[] plan = new double[slots];
        double rest = energyKwh;
        int count = fewest();
        for (int i = 0; i < count; i++) {
            int after = count - 1 - i;
            plan[firstSlot + i] = after == 0 ? rest : Math.min(mostKwh, rest - after * leastKwh);
            rest -= plan[firstSlot + i];
        }
        return plan;
    }

    /** Keeps what is above the least power, samples among the slots below it, and spreads what is then missing or too much. */
    @Override
    public double[] rounded(double[] weight, int from, double draw, int slots) {
        double[] wanted = new double[options()];
        double[] share = new double[options()];
        for (int o = 0; o < wanted.length; o++) {
            wanted[o] = weight[from + o] * mostKwh;
            share[o] = wanted[o] >= leastKwh ? 1 : wanted[o] / leastKwh;
        }
        boolean[] on = Choice.sample(share, draw);
        int sampled = (int) IntStream.range(0, on.length).filter(o -> on[o]).count();
        int count = Math.min(most(), Math.max(fewest(), sampled));
        double[] wish = new double[wanted.length];
        Arrays.setAll(wish, o -> -wanted[o] - (on[o] ? 2 * mostKwh : 0));
        double[] plan = new double[slots];
        double rest = energyKwh;
        int[] places = Choice.cheapest(wish, count);
        for (int place : places) {
            double kwh = Math.min(mostKwh, Math.max(leastKwh, wanted[place]));
            plan[firstSlot + place] = kwh;
            rest -= kwh;
        }
        spread(plan, places, rest);
        return plan;
    }

    /** Moves all charging slots by the same share of their room, so that the energy is just met. */
    private void spread(double[] plan, int[] places, double missing) {
        double room = 0;
        for (int place : places) {
            double kwh = plan[firstSlot + place];
            room += missing > 0 ? mostKwh - kwh : kwh - leastKwh;
        }
        if (room <= 0) {
            return;
        }
        double part = missing / room;
        for (int place : places) {
            double kwh = plan[firstSlot + place];
            plan[firstSlot + place] = kwh + part * (missing > 0 ? mostKwh - kwh : kwh - leastKwh);
        }
    }

    @Override
    public double[] best(SlotCosts costs, double[] netKwh) {
        double[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int count = fewest(); count <= most(); count++) {
            double each = energyKwh / count;
            double[] more = new double[options()];
            for (int o = 0; o < more.length; o++) {
                int t = firstSlot + o;
                more[o] = costs.of(t, netKwh[t] + each) - costs.of(t, netKwh[t]);
            }
            double[] plan = filled(costs, netKwh, Choice.cheapest(more, count));
            double cost = 0;
            for (int t = firstSlot; t < endSlot; t++) {
                cost += costs.of(t, netKwh[t] + plan[t]) - costs.of(t, netKwh[t]);
            }
            if (cost < least) {
                least = cost;
                best = plan;
            }
        }
        return best;
    }

    /** The cheapest energies in given slots: the least power everywhere, then the cheapest pieces of the convex costs. */
    private double[] filled(SlotCosts costs, double[] netKwh, int[] places) {
        double[] plan = new double[netKwh.length];
        record Piece(int slot, double slope, double kwh) {}
        var pieces = new ArrayList<Piece>();
        double rest = energyKwh;
        for (int place : places) {
            int t = firstSlot + place;
            plan[t] = leastKwh;
            rest -= leastKwh;
            double at = netKwh[t] + leastKwh;
            double end = netKwh[t] + mostKwh;
            while (at < end) {
                double next = Math.min(end, costs.nextKink(at));
                pieces.add(new Piece(t, (costs.of(t, next) - costs.of(t, at)) / (next - at), next - at));
                at = next;
            }
        }
        pieces.sort(Comparator.comparingDouble(Piece::slope).thenComparingInt(Piece::slot));
        for (Piece piece : pieces) {
            double kwh = Math.min(rest, piece.kwh());
            if (kwh <= 0) {
                break;
            }
            plan[piece.slot()] = Math.min(mostKwh, plan[piece.slot()] + kwh);
            rest -= kwh;
        }
        return plan;
    }

    /** For each number of slots the cheapest ones: all at the least power, the rest of the energy into the cheapest of them. */
    @Override
    public double least(double[] price) {
        double[] sorted = Arrays.stream(price, firstSlot, endSlot).sorted().toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int count = fewest(); count <= most(); count++) {
            double rest = energyKwh - count * leastKwh;
            double cost = 0;
            for (int i = 0; i < count; i++) {
                double more = Math.min(Math.max(0, rest), mostKwh - leastKwh);
                cost += sorted[i] * (leastKwh + more);
                rest -= more;
            }
            least = Math.min(least, cost);
        }
        return least;
    }

    @Override
    public boolean allows(double[] plan) {
        double tolerance = ROUNDING * Math.max(1, energyKwh);
        for (double kwh : plan) {
            boolean charging = kwh >= leastKwh - tolerance && kwh <= mostKwh + tolerance;
            if (kwh != 0 && !charging) {
                return false;
            }
        }
        return keepsWindow(plan) && Math.abs(Arrays.stream(plan).sum() - energyKwh) <= tolerance;
    }
}
