package io.nqba.compute.kernel.flexible;

import io.nqba.model.error.Require;
import java.util.Arrays;

/**
 * An appliance that needs a number of slots at full power and may pause between them: a pool pump.
 *
 * @param firstSlot first slot of the window
 * @param endSlot slot after the window
 * @param runSlots slots it must run, at least 1, at most those of the window
 * @param slotKwh energy per slot in which it runs, more than 0
 */
public record DivisibleRun(int firstSlot, int endSlot, int runSlots, double slotKwh) implements FlexibleLoad {
    /** @throws IllegalArgumentException if a value is outside its range; the text names it */
    public DivisibleRun {
        Require.within("firstSlot", firstSlot, 0, Integer.MAX_VALUE);
        Require.within("endSlot", endSlot, firstSlot + 1L, Integer.MAX_VALUE);
        Require.within("runSlots", runSlots, 1, endSlot - (long) firstSlot);
        Require.finite("slotKwh", Require.positive("slotKwh", slotKwh, "kWh"), "kWh");
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
        return slotKwh;
    }

    @Override
    public double chosen() {
        return runSlots;
    }

    @Override
    public double[] earliest(int slots) {
        double[] plan = new double[slots];
        Arrays.fill(plan, firstSlot, firstSlot + runSlots, slotKwh);
        return plan;
    }

    @Override
    public double[] rounded(double[] weight, int from, double draw, int slots) {
        double[] own = Arrays.copyOfRange(weight, from, from + options());
        double scale = runSlots / Arrays.stream(own).sum();
        Arrays.setAll(own, o -> Math.min(1, own[o] * scale));
        boolean[] on = Choice.sample(own, draw);
        double[] wish = new double[own.length];
        // What was sampled comes first, the rest by weight: exactly as many slots as needed even where rounding lost
        // one.
        Arrays.setAll(wish, o -> -own[o] - (on[o] ? 2 : 0));
        return running(Choice.cheapest(wish, runSlots), slots);
    }

    @Override
    public double[] best(SlotCosts costs, double[] netKwh) {
        double[] more = new double[options()];
        for (int o = 0; o < more.length; o++) {
            int t = firstSlot + o;
            more[o] = costs.of(t, netKwh[t] + slotKwh) - costs.of(t, netKwh[t]);
        }
        return running(Choice.cheapest(more, runSlots), netKwh.length);
    }

    @Override
    public double least(double[] price) {
        return slotKwh
                * Arrays.stream(price, firstSlot, endSlot)
                        .sorted()
                        .limit(runSlots)
                        .sum();
    }

    @Override
    public boolean allows(double[] plan) {
        long running = Arrays.stream(plan).filter(kwh -> kwh == slotKwh).count();
        long idle = Arrays.stream(plan).filter(kwh -> kwh == 0).count();
        return keepsWindow(plan) && running == runSlots && running + idle == plan.length;
    }

    private double[] running(int[] places, int slots) {
        double[] plan = new double[slots];
        for (int place : places) {
            plan[firstSlot + place] = slotKwh;
        }
        return plan;
    }
}
