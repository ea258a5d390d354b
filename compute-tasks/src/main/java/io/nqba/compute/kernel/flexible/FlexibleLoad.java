package io.nqba.compute.kernel.flexible;

/**
 * One load that must run within a window of slots. A plan is its energy per slot, shape {@code [slots]} of the site, and a plan is
 * either allowed or not: there are no half runs.
 *
 * <p>For the relaxation every load is a choice among {@link #options()}: option {@code o} draws {@link #optionKwh()} in each of the
 * {@link #optionSlots()} slots from {@code firstSlot + o} on, weights lie between 0 and 1 and add up to {@link #chosen()}. For runs this
 * is the convex hull of the plans; for a car it leaves out the minimum power.
 */
public sealed interface FlexibleLoad permits BlockRun, DivisibleRun, ChargingSession {
    /** Returns the first slot in which it may draw. */
    int firstSlot();

    /** Returns the slot after the last one in which it may draw. */
    int endSlot();

    /** Returns how many options the relaxation has. */
    int options();

    /** Returns how many slots one option covers. */
    int optionSlots();

    /** Returns what one option draws per slot, kWh. */
    double optionKwh();

    /** Returns the sum of the weights of the options. */
    double chosen();

    /** Returns the plan that starts at once and never waits. */
    double[] earliest(int slots);

    /**
     * Returns an allowed plan near a relaxed one. Over all draws the mean plan of a run is the relaxed one.
     *
     * @param weight weights of the options, from index {@code from} on
     * @param draw a number in [0, 1) that picks among the neighbours
     */
    double[] rounded(double[] weight, int from, double draw, int slots);

    /**
     * Returns the best plan where the rest of the site stays as it is: exact for runs; for a car exact given the slots it charges in.
     *
     * @param costs convex cost of the site's net draw per slot
     * @param netKwh net draw of the site without this load, shape {@code [slots]}
     */
    double[] best(SlotCosts costs, double[] netKwh);

    /** Returns the least Σ price · energy over all plans, a price per slot that may be negative. */
    double least(double[] price);

    /** Returns whether a plan is allowed, up to rounding; the independent check of the searches. */
    boolean allows(double[] plan);

    /** Returns whether there is nothing to decide. */
    default boolean isFixed() {
        return chosen() > options() * (1 - 1e-9);
    }

    /** Returns whether the plan draws nothing outside the window. */
    default boolean keepsWindow(double[] plan) {
        for (int t = 0; t < plan.length; t++) {
            if ((t < firstSlot() || t >= endSlot()) && plan[t] != 0) {
                return false;
            }
        }
        return true;
    }
}
