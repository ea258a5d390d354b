package io.nqba.compute.platform;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;

/** Cuts the partitions of a cache into shares, each for the node that owns them, as many a node as it has processors. */
public final class PartitionShares {
    private static final int MOST_PER_NODE = 8;

    private PartitionShares() {}

    /**
     * Returns work for each share, placed where its rows lie.
     *
     * @param work makes the work on some partitions
     * @throws NqbaException {@code GRID_UNREACHABLE} when partitions have no owner
     */
    public static <P> List<ShareTask.Placed<P>> of(
            Ignite ignite, String cache, Function<int[], ShareTask.Share<P>> work) {
        List<ShareTask.Placed<P>> placed = new ArrayList<>();
        dealt(ignite, cache)
                .forEach((node, shares) ->
                        shares.forEach(mine -> placed.add(new ShareTask.Placed<>(node.id(), work.apply(mine)))));
        return placed;
    }

    /**
     * Returns the shares of each node.
     *
     * @throws NqbaException {@code GRID_UNREACHABLE} when partitions have no owner
     */
    public static Map<ClusterNode, List<int[]>> dealt(Ignite ignite, String cache) {
        Map<ClusterNode, List<Integer>> byNode = new LinkedHashMap<>();
        var affinity = ignite.affinity(cache);
        List<Integer> all = IntStream.range(0, affinity.partitions()).boxed().toList();
        affinity.mapPartitionsToNodes(all)
                .forEach((partition, node) ->
                        byNode.computeIfAbsent(node, key -> new ArrayList<>()).add(partition));
        int owned = byNode.values().stream().mapToInt(List::size).sum();
        if (owned < all.size()) {
            throw new NqbaException(
                    ErrorCode.GRID_UNREACHABLE,
                    "Some partitions have no owner (%d of %d).".formatted(all.size() - owned, all.size()),
                    "Start the nodes that hold them again.");
        }
        Map<ClusterNode, List<int[]>> dealt = new LinkedHashMap<>();
        byNode.forEach((node, partitions) -> {
            int shares = Math.min(
                    partitions.size(),
                    Math.min(MOST_PER_NODE, Math.max(1, node.metrics().getTotalCpus())));
            dealt.put(
                    node,
                    IntStream.range(0, shares)
                            .mapToObj(share -> dealt(partitions, share, shares))
                            .toList());
        });
        return dealt;
    }

    private static int[] dealt(List<Integer> partitions, int share, int shares) {
        return IntStream.range(0, partitions.size())
                .filter(i -> i % shares == share)
                .map(partitions::get)
                .toArray();
    }
}
