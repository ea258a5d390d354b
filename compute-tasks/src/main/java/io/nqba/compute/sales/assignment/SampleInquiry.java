package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.WorkItems;
import io.nqba.compute.optimisation.Inquiry;
import io.nqba.compute.optimisation.Tally;
import org.apache.ignite.Ignite;

/**
 * Asks for some of the work, as numbers without who it is about: what the policies without prices are tried on, and where the prices
 * begin. Which ones is a matter of their keys. Crosses the grid wire.
 */
final class SampleInquiry implements Inquiry<WorkPartition, SampleInquiry.Sum> {
    private final double share;
    private final boolean fresh;

    /** @param share of all work, 0..1 */
    SampleInquiry(double share, boolean fresh) {
        this.share = share;
        this.fresh = fresh;
    }

    @Override
    public boolean fresh() {
        return fresh;
    }

    @Override
    public Sum nothing() {
        return new Sum();
    }

    @Override
    public void ask(Ignite ignite, WorkPartition rows, Sum into) {
        WorkItems work = rows.work();
        for (int i = 0; i < work.size(); i++) {
            if (share >= 1 || (WorkPartition.mixed(work.key(i)) >>> 11) * 0x1p-53 < share) {
                into.sample.add(work, i);
            }
            into.scored += rows.source(i).scored() ? 1 : 0;
        }
        into.unitTicks = work.unitTicks(into.unitTicks);
    }

    /** The samples of many partitions. */
    static final class Sum implements Tally<Sum> {
        private final WorkItems.Builder sample = new WorkItems.Builder(16);
        private long scored;
        private long unitTicks;

        @Override
        public void add(Sum other) {
            sample.add(other.sample);
            scored += other.scored;
            unitTicks = WorkItems.greatestCommon(unitTicks, other.unitTicks);
        }

        WorkItems items() {
            return sample.build();
        }

        /** Returns the greatest unit of which the hours of all items, not only those of the sample, are multiples; ticks, 0 without items. */
        long unitTicks() {
            return unitTicks;
        }

        /** Returns how many of all items have a score. */
        long scored() {
            return scored;
        }
    }
}
