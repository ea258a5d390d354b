package io.nqba.compute.kernel.flexible;

import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The relaxation of a site as a linear programme in bounded variables: minimise Σ cost · x with 0 ≤ x ≤ width (states of charge from
 * their floor on) under the rows of {@link RelaxedRows}.
 *
 * <p>Order of the variables: pieces of the net draw by slot; charge, discharge and state of charge per slot; what is missing of the
 * final state of charge; weights of the options by load.
 */
final class RelaxedProgram {
    private static final int MOST_PIECES = 4;
    /** Pieces narrower than this, in kWh, are left out: the barrier would pin them to their middle at no use to anybody. */
    private static final double NARROWEST = 1e-7;

    final SiteProblem site;
    final List<FlexibleLoad> loads;
    final int slots;
    final boolean stores;
    /** Rows per slot: balance, and state of charge where there is a battery that moves. */
    final int stride;

    final int variables;

    final double[] cost;
    final double[] width;
    /** First piece of each slot. */
    final int[] firstPiece;
    /** Net draw of each slot when all its pieces are 0, and what the slot needs besides the variables. */
    final double[] startNet;

    final double[] fixedNet;
    final int charge;
    final int discharge;
    final int stored;
    final int missing;
    final int[] firstWeight;
    final double[] floor;
    /** Largest cost of a unit and mean width, which scale the barrier's first point. */
    final double scale;

    RelaxedProgram(SiteProblem site, List<FlexibleLoad> loads, double @Nullable [] price) {
        this.site = site;
        slots = site.slots();
        fixedNet = site.netLoadKwh().clone();
        this.loads = loads.stream().filter(load -> !load.isFixed()).toList();
        loads.stream().filter(FlexibleLoad::isFixed).forEach(this::addFixed);
        Battery battery = site.battery();
        stores = battery.moves();
        stride = stores ? 2 : 1;
        int weights = this.loads.stream().mapToInt(FlexibleLoad::options).sum();
        int most = slots * MOST_PIECES + (stores ? 3 * slots + 1 : 0) + weights;
        cost = new double[most];
        width = new double[most];
        firstPiece = new int[slots + 1];
        startNet = new double[slots];
        floor = new double[slots];
        int n = addPieces(price);
        charge = n;
        discharge = charge + (stores ? slots : 0);
        stored = discharge + (stores ? slots : 0);
        missing = stored + (stores ? slots : 0);
        n = stores ? addBattery(battery) : missing;
        firstWeight = new int[this.loads.size() + 1];
        for (int d = 0; d < this.loads.size(); d++) {
            firstWeight[d] = n;
            for (int o = 0; o < this.loads.get(d).options(); o++) {
                width[n++] = 1;
            }
        }
        firstWeight[this.loads.size()] = n;
        variables = n;
        double largest = 0;
        for (int j = 0; j < n; j++) {
            largest = Math.max(largest, Math.abs(cost[j]) * Math.min(width[j], 1));
        }
        scale = largest;
    }

    private void addFixed(FlexibleLoad load) {
        double[] plan = load.earliest(slots);
        for (int t = 0; t < slots; t++) {
            fixedNet[t] += plan[t];
        }
    }

    /** Pieces of the net draw between what a slot can reach; returns how many there are. */
    private int addPieces(double @Nullable [] price) {
        var costs = new SlotCosts(site, price);
        double down = stores ? site.battery().dischargeKwh() : 0;
        double up = stores ? site.battery().chargeKwh() : 0;
        int n = 0;
        for (int t = 0; t < slots; t++) {
            firstPiece[t] = n;
            double at = fixedNet[t] - down;
            startNet[t] = at;
            double end = fixedNet[t] + up + mostOfLoads(t);
            while (at < end) {
                double next = Math.min(end, costs.nextKink(at));
                if (next - at > NARROWEST) {
                    cost[n] = (costs.of(t, next) - costs.of(t, at)) / (next - at);
                    width[n++] = next - at;
                }
                at = next;
            }
        }
        firstPiece[slots] = n;
        return n;
    }

    private double mostOfLoads(int slot) {
        double most = 0;
        for (FlexibleLoad load : loads) {
            most += slot >= load.firstSlot() && slot < load.endSlot() ? load.optionKwh() : 0;
        }
        return most;
    }

    private int addBattery(Battery battery) {
        for (int t = 0; t < slots; t++) {
            cost[charge + t] = battery.wearPerKwh();
            width[charge + t] = Math.max(NARROWEST, battery.chargeKwh());
            cost[discharge + t] = battery.wearPerKwh();
            width[discharge + t] = Math.max(NARROWEST, battery.dischargeKwh());
            width[stored + t] = battery.capacityKwh();
        }
        if (battery.finalMinKwh() == 0) {
            return missing;
        }
        // Half open at a full battery, where the last state of charge would have no inside.
        floor[slots - 1] = Math.min(battery.finalMinKwh(), battery.capacityKwh() * (1 - 1e-6));
        width[stored + slots - 1] = battery.capacityKwh() - floor[slots - 1];
        cost[missing] = site.violationPrice();
        width[missing] = battery.finalMinKwh();
        return missing + 1;
    }

    /** Whether a row ties no variable at all: a slot in which nothing can be decided. */
    boolean isEmpty(int slot) {
        return firstPiece[slot] == firstPiece[slot + 1];
    }

    boolean canMiss() {
        return firstWeight[0] > missing;
    }
}
