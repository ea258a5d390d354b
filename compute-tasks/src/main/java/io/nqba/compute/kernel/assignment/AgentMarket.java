package io.nqba.compute.kernel.assignment;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The agents of an assignment: their hours, and what each makes of a class of work. Work of one class may be done by the same agents
 * and is worth {@code scale · rate} with them, less the cost of a switch where another agent owns it. Immutable and thread-safe as far
 * as the table of rates is.
 *
 * <p>Hours are counted in whole {@link #TICKS_PER_HOUR ticks}, so that sums and capacities are exact.
 */
public final class AgentMarket {
    /** Ticks of an hour; hours of work are rounded to these, capacities down. */
    public static final long TICKS_PER_HOUR = 1L << 20;

    /** Hours beyond this overflow sums over very many items. */
    static final double MOST_HOURS = 1e9;

    private final long[] most;
    private final long[] least;
    private final double switchCost;
    private final double shortagePenalty;
    private final IntFunction<double[]> rates;

    /**
     * @param mostHours capacity, shape {@code [agents]}, hours, 0 or more
     * @param leastHours hours that an agent shall get at least, shape {@code [agents]}; elastic at the penalty
     * @param switchCost money that work loses when it goes to another agent than its owner, 0 or more
     * @param shortagePenalty money per hour that an agent is left short of its least hours, more than 0
     * @param rates rates of a class of work, shape {@code [agents]}; not a number where the agent may not do it. Called by many threads
     *     and often for the same class, which must give equal rates
     */
    public AgentMarket(
            double[] mostHours,
            double[] leastHours,
            double switchCost,
            double shortagePenalty,
            IntFunction<double[]> rates) {
        if (mostHours.length != leastHours.length) {
            throw new IllegalArgumentException(
                    "The leastHours (%d agents) must have the shape of mostHours (%d agents)."
                            .formatted(leastHours.length, mostHours.length));
        }
        most = new long[mostHours.length];
        least = new long[mostHours.length];
        for (int a = 0; a < most.length; a++) {
            most[a] = (long) Math.floor(hours("mostHours", mostHours[a]) * TICKS_PER_HOUR);
            least[a] = Math.min(most[a], (long) Math.floor(hours("leastHours", leastHours[a]) * TICKS_PER_HOUR));
        }
        this.switchCost = Require.finite("switchCost", Require.notNegative("switchCost", switchCost, "money"), "money");
        this.shortagePenalty = Require.finite(
                "shortagePenalty", Require.positive("shortagePenalty", shortagePenalty, "money per hour"), "");
        this.rates = rates;
    }

    private AgentMarket(AgentMarket from, long[] most, long[] least) {
        this.most = most;
        this.least = least;
        switchCost = from.switchCost;
        shortagePenalty = from.shortagePenalty;
        rates = from.rates;
    }

    private static double hours(String name, double hours) {
        double given = Require.notNegative(name, hours, "hours");
        if (!(given <= MOST_HOURS)) {
            throw new IllegalArgumentException(
                    "The %s (%s hours) must be at most %s hours.".formatted(name, hours, MOST_HOURS));
        }
        return given;
    }

    /** Returns the same agents with other hours, in ticks; less than nothing counts as nothing. */
    AgentMarket withTicks(long[] mostTicks, long[] leastTicks) {
        long[] newMost = Arrays.stream(mostTicks).map(t -> Math.max(0, t)).toArray();
        long[] newLeast = Arrays.stream(leastTicks).map(t -> Math.max(0, t)).toArray();
        for (int a = 0; a < newLeast.length; a++) {
            newLeast[a] = Math.min(newLeast[a], newMost[a]);
        }
        return new AgentMarket(this, newMost, newLeast);
    }

    /** Returns the same agents with a share of their hours, for a sample of the work. */
    public AgentMarket scaled(double share) {
        return withTicks(
                Arrays.stream(most).map(t -> (long) (t * share)).toArray(),
                Arrays.stream(least).map(t -> (long) (t * share)).toArray());
    }

    /**
     * Returns the same agents with hours that whole pieces can fill: where all work takes a multiple of a unit, what is left of a capacity
     * beyond the last multiple serves nobody. Plans of whole pieces stay what they are, and the bound comes down to them. Nobody gets less
     * than the least hours.
     *
     * @param unitTicks greatest unit that the hours of all work are multiples of, ticks, more than 0
     */
    public AgentMarket inWhole(long unitTicks) {
        long unit = Require.within("unitTicks", unitTicks, 1, Long.MAX_VALUE);
        long[] filled = new long[most.length];
        Arrays.setAll(filled, a -> Math.max(least[a], most[a] - most[a] % unit));
        return new AgentMarket(this, filled, least);
    }

    public int agents() {
        return most.length;
    }

    /** Returns capacities in ticks. */
    public long[] most() {
        return most.clone();
    }

    /** Returns least hours in ticks. */
    public long[] least() {
        return least.clone();
    }

    public double switchCost() {
        return switchCost;
    }

    /** Returns money per hour short of the least. */
    public double shortagePenalty() {
        return shortagePenalty;
    }

    /** Returns the rates of a class; do not change. */
    public double[] rates(int workClass) {
        return rates.apply(workClass);
    }

    /** Returns what an item is worth with an agent; not a number where the agent may not do it. */
    public double worth(WorkItems items, int item, int agent) {
        return worth(items, item, agent, rates(items.workClass(item)));
    }

    /** The same with the rates of the item's class at hand. */
    double worth(WorkItems items, int item, int agent, double[] rates) {
        double worth = items.scale(item) * rates[agent];
        int owner = items.owner(item);
        return owner < 0 || owner == agent ? worth : worth - switchCost;
    }

    static double hours(long ticks) {
        return (double) ticks / TICKS_PER_HOUR;
    }
}
