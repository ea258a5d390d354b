package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.WorkItems;
import io.nqba.compute.optimisation.PartitionRows;
import java.util.List;

/** The work of one partition, ready to choose. Immutable. */
final class WorkPartition implements PartitionRows {
    private final SalesMarket market;
    private final WorkItems items;
    private final List<Source> sources;
    private final long fingerprint;

    /**
     * @param items work in the order of its sources
     * @param sources where each item comes from
     */
    WorkPartition(SalesMarket market, WorkItems items, List<Source> sources) {
        this.market = market;
        this.items = items;
        this.sources = sources;
        long digest = 0;
        for (int i = 0; i < items.size(); i++) {
            digest += mixed(sources.get(i).workId().hashCode()
                    + mixed(Double.doubleToLongBits(items.scale(i))
                            + mixed(items.ticks(i) + mixed(items.workClass(i) + 31L * items.owner(i)))));
        }
        // Another revision of the agents is another problem, even for the same work.
        fingerprint = digest * (2 * market.fingerprint() + 1);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014). */
    static long mixed(long state) {
        long next = state + 0x9E3779B97F4A7C15L;
        next = (next ^ (next >>> 30)) * 0xBF58476D1CE4E5B9L;
        next = (next ^ (next >>> 27)) * 0x94D049BB133111EBL;
        return next ^ (next >>> 31);
    }

    @Override
    public int items() {
        return items.size();
    }

    @Override
    public long fingerprint() {
        return fingerprint;
    }

    SalesMarket market() {
        return market;
    }

    WorkItems work() {
        return items;
    }

    Source source(int item) {
        return sources.get(item);
    }

    /**
     * Where an item comes from.
     *
     * @param workId lead or deal
     * @param productId its product; empty when it is not known
     * @param ownerRepId who works on it now; empty when nobody does
     * @param probability win probability of a lead with an average agent
     * @param scored whether a model said so
     */
    record Source(String workId, String productId, String ownerRepId, double probability, boolean scored) {}
}
