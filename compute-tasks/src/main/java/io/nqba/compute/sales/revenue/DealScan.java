package io.nqba.compute.sales.revenue;

import io.nqba.compute.platform.PartitionShares;
import io.nqba.compute.platform.ShareTask;
import io.nqba.compute.platform.ShareTask.Share;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Opportunity;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;

/** Visits rows partition by partition, so that each counts once whoever looks. */
final class DealScan {
    private DealScan() {}

    /** Asks the nodes that hold a cache; parts come back in an order that does not matter to sums. */
    static <P> List<P> ask(Ignite ignite, String cacheName, Function<int[], Share<P>> share) {
        return ShareTask.run(ignite, PartitionShares.of(ignite, cacheName, share));
    }

    /** Visits the deals of some partitions. */
    static void deals(Ignite ignite, int[] partitions, Consumer<Opportunity> visitor) {
        rows(ignite, CacheNames.OPPORTUNITY, partitions, (String id, Opportunity deal) -> visitor.accept(deal));
    }

    /** Visits the rows of some partitions of a cache. */
    static <K, V> void rows(Ignite ignite, String cacheName, int[] partitions, BiConsumer<K, V> visitor) {
        for (int partition : partitions) {
            var query = new ScanQuery<K, V>().setPartition(partition);
            try (var rows = ignite.<K, V>cache(cacheName).query(query)) {
                rows.forEach(row -> visitor.accept(row.getKey(), row.getValue()));
            }
        }
    }
}
