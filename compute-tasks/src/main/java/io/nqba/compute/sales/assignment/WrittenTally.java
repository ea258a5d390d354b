package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.AgentMarket;
import io.nqba.compute.kernel.coordination.ExactSums;
import io.nqba.compute.optimisation.Tally;

/** What was stored: value and hours by agent, and what became of how many items. Crosses the grid wire. */
final class WrittenTally implements Tally<WrittenTally> {
    private final ExactSums value;
    private final long[] ticks;
    private long given;
    private long moved;
    private long left;
    private long barred;

    WrittenTally(int agents) {
        value = new ExactSums(agents);
        ticks = new long[agents];
    }

    void give(int agent, double worth, long itemTicks, boolean isMove) {
        value.add(agent, worth);
        ticks[agent] += itemTicks;
        given++;
        moved += isMove ? 1 : 0;
    }

    /** Counts an item that nobody gets; {@code noneMay} when no agent may take it whatever the hours cost. */
    void leave(boolean noneMay) {
        left++;
        barred += noneMay ? 1 : 0;
    }

    @Override
    public void add(WrittenTally other) {
        value.add(other.value);
        for (int a = 0; a < ticks.length; a++) {
            ticks[a] = Math.addExact(ticks[a], other.ticks[a]);
        }
        given += other.given;
        moved += other.moved;
        left += other.left;
        barred += other.barred;
    }

    double[] values() {
        return value.toArray();
    }

    double hours(int agent) {
        return (double) ticks[agent] / AgentMarket.TICKS_PER_HOUR;
    }

    long given() {
        return given;
    }

    long moved() {
        return moved;
    }

    long left() {
        return left;
    }

    long barred() {
        return barred;
    }
}
