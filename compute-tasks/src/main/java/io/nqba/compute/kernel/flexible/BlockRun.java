package io.nqba.compute.kernel.flexible;

import io.nqba.model.error.Require;
import java.util.Arrays;

/**
 * An appliance that runs once, without interruption: a dishwasher.
 *
 * @param firstSlot first slot of the window
 * @param endSlot slot after the window
 * @param runSlots slots of the run, at least 1, at most those of the window
 * @param slotKwh energy per slot of the run, more than 0
 */
public record BlockRun(int firstSlot, int endSlot, int runSlots, double slotKwh) implements FlexibleLoad {
    /** @throws IllegalArgumentException if a value is outside its range; the text names it */
    public BlockRun {
        Require.within("firstSlot", firstSlot, 0, Integer.MAX_VALUE);
        Require.within("runSlots", runSlots, 1, Math.max(1, endSlot - (long) firstSlot));
        Require.within("endSlot", endSlot, firstSlot + 1L, Integer.MAX_VALUE);
        Require.finite("slotKwh", Require.positive("slotKwh", slotKwh, "kWh"), "kWh");
    }

    @Override
    public int options() {
        return endSlot - firstSlot - runSlots + 1;
    }

    @Override
    public int optionSlots() {
        return runSlots;
    }

    @Override
    public double optionKwh() {
        return slotKwh;
    }

    @Override
    public double chosen() {
        return 1;
    }

    /** Returns the plan that starts in a slot. */
    double[] startingIn(int slot, int slots) {
        double[] plan = new double[slots];
        for (int t = slot; t < slot + runSlots; t++) {
            plan[t] = slotKwh;
        }
        return plan;
    }

    @Override
    public double[] earliest(int slots) {
        return startingIn(firstSlot, slots);
    }

    @Override
    public double[] rounded(double[] weight, int from, double draw, int slots) {
        double total = 0;
        for (int o = 0; o < options(); o++) {
            total += weight[from + o];
        }
        double rest = draw * total;
        int option = 0;
        while (option < options() - 1 && rest >= weight[from + option]) {
            rest -= weight[from + option++];
        }
        return startingIn(firstSlot + option, slots);
    }

    @Override
    public double[] best(SlotCosts costs, double[] netKwh) {
        double[] more = new double[netKwh.length];
        for (int t = firstSlot; t < endSlot; t++) {
            more[t] = costs.of(t, netKwh[t] + slotKwh) - costs.of(t, netKwh[t]);
        }
        double[] starts = startCosts(more, 1);
        return startingIn(firstSlot + Choice.cheapest(starts, 1)[0], netKwh.length);
    }

    @Override
    public double least(double[] price) {
        return Arrays.stream(startCosts(price, slotKwh)).min().orElseThrow();
    }

    /** Returns what each start costs: Σ unit · value over its slots. */
    double[] startCosts(double[] value, double unit) {
        double[] cost = new double[options()];
        for (int o = 0; o < cost.length; o++) {
            for (int t = firstSlot + o; t < firstSlot + o + runSlots; t++) {
                cost[o] += unit * value[t];
            }
        }
        return cost;
    }

    @Override
    public boolean allows(double[] plan) {
        int start = 0;
        while (start < plan.length && plan[start] == 0) {
            start++;
        }
        if (!keepsWindow(plan) || start + runSlots > plan.length) {
            return false;
        }
        double[] expected = startingIn(start, plan.length);
        return Arrays.equals(expected, plan);
    }
}
