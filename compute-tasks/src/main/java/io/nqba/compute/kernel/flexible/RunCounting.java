package io.nqba.compute.kernel.flexible;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact plans of loads that run at full power or not at all, at a site without a battery: dynamic programming over the slots whose state
 * is how many runs each load still needs. Cost O(slots · states · 2^loads), states the product of (runs + 1).
 */
final class RunCounting {
    private static final double MOST_WORK = 3e6;

    private final FlexibleSite site;
    private final int[] digit;
    private final int states;

    private RunCounting(FlexibleSite site) {
        this.site = site;
        digit = new int[site.loads().size()];
        int product = 1;
        for (int d = 0; d < digit.length; d++) {
            digit[d] = product;
            product *= ((DivisibleRun) site.loads().get(d)).runSlots() + 1;
        }
        states = product;
    }

    /** Whether a site is of this kind and small enough. */
    static boolean suits(FlexibleSite site) {
        double work = site.problem().slots();
        for (FlexibleLoad load : site.loads()) {
            if (!(load instanceof DivisibleRun run)) {
                return false;
            }
            work *= 2 * (run.runSlots() + 1);
        }
        return !site.problem().battery().moves() && work <= MOST_WORK;
    }

    /** Solves a site that {@link #suits}. */
    static WholeAnswer solve(FlexibleSite site, double @Nullable [] price) {
        return new RunCounting(site).solve(new SlotCosts(site.problem(), price));
    }

    private WholeAnswer solve(SlotCosts costs) {
        int slots = site.problem().slots();
        byte[][] choice = new byte[slots][states];
        double[] after = new double[states];
        Arrays.fill(after, Double.POSITIVE_INFINITY);
        after[0] = 0;
        for (int t = slots - 1; t >= 0; t--) {
            after = stepBack(costs, t, after, choice[t]);
        }
        double[][] plans = new double[digit.length][slots];
        int state = states - 1;
        for (int t = 0; t < slots; t++) {
            int on = choice[t][state];
            for (int d = 0; d < digit.length; d++) {
                if ((on >> d & 1) == 1) {
                    plans[d][t] = site.loads().get(d).optionKwh();
                    state -= digit[d];
                }
            }
        }
        return new WholeAnswer(plans, after[states - 1], after[states - 1]);
    }

    private double[] stepBack(SlotCosts costs, int t, double[] after, byte[] choice) {
        double[] now = new double[states];
        Arrays.fill(now, Double.POSITIVE_INFINITY);
        for (int on = 0; on < 1 << digit.length; on++) {
            double kwh = 0;
            boolean possible = true;
            for (int d = 0; d < digit.length; d++) {
                if ((on >> d & 1) == 1) {
                    FlexibleLoad load = site.loads().get(d);
                    possible &= t >= load.firstSlot() && t < load.endSlot();
                    kwh += load.optionKwh();
                }
            }
            if (possible) {
                choose(on, costs.of(t, site.problem().netLoadKwh()[t] + kwh), after, now, choice);
            }
        }
        return now;
    }

    private void choose(int on, double cost, double[] after, double[] now, byte[] choice) {
        for (int state = 0; state < states; state++) {
            int next = next(state, on);
            if (next >= 0 && cost + after[next] < now[state]) {
                now[state] = cost + after[next];
                choice[state] = (byte) on;
            }
        }
    }

    /** The state after the loads in {@code on} ran once, or −1 where one of them needs no more. */
    private int next(int state, int on) {
        int next = state;
        for (int d = 0; d < digit.length; d++) {
            if ((on >> d & 1) == 1) {
                int radix = ((DivisibleRun) site.loads().get(d)).runSlots() + 1;
                if (state / digit[d] % radix == 0) {
                    return -1;
                }
                next -= digit[d];
            }
        }
        return next;
    }
}
