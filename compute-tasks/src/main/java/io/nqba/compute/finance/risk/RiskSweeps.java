package io.nqba.compute.finance.risk;

import io.nqba.compute.kernel.coordination.ExactSums;
import io.nqba.compute.platform.ShareTask;
import io.nqba.compute.platform.ShareTask.Placed;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.ScenarioBlock;
import io.nqba.model.finance.ScenarioBlockKey;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.jspecify.annotations.Nullable;

/** The questions to the whole grid that risk is made of. Each is cut along the rows it needs; only sums come back. */
final class RiskSweeps {
    private static final int MOST_SHARES_PER_NODE = 4;

    private final Ignite ignite;
    private final Set<UUID> nodes = new HashSet<>();

    RiskSweeps(Ignite ignite) {
        this.ignite = ignite;
    }

    /**
     * Profit per scenario.
     *
     * @param profits shape {@code [holdings][scenarios]}
     * @param uncovered money of the first holding, without sign, that had no price, shape {@code [scenarios]}
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Profits(double[][] profits, double[] uncovered) {}

    /** Returns how many nodes valued scenarios so far. */
    int nodes() {
        return nodes.size();
    }

    /** Adds up what a book or portfolio holds, on the nodes where it lies. */
    ExposureSums exposures(RiskScope scope, String subjectId, List<String> instrumentIds) {
        String[] ids = instrumentIds.toArray(String[]::new);
        var affinity = ignite.affinity(CacheNames.PORTFOLIO);
        int[] partitions = scope == RiskScope.PORTFOLIO
                ? new int[] {affinity.partition(subjectId)}
                : IntStream.range(0, affinity.partitions()).toArray();
        List<Placed<ExposureSums>> shares = shares(
                partitions, affinity::mapPartitionToNode, mine -> new PositionShare(scope, subjectId, ids, mine));
        ExposureSums all = new ExposureSums(ids.length);
        ShareTask.run(ignite, shares).forEach(all::merge);
        return all;
    }

    /** Reads the portfolios of a book, on the nodes where they lie; those beyond the largest are added up. */
    BookHoldings holdings(String bookId, List<String> instrumentIds, double[] prices, int mostLines) {
        String[] ids = instrumentIds.toArray(String[]::new);
        var affinity = ignite.affinity(CacheNames.PORTFOLIO);
        List<Placed<BookHoldings>> shares = shares(
                IntStream.range(0, affinity.partitions()).toArray(),
                affinity::mapPartitionToNode,
                mine -> new BookHoldingsShare(bookId, ids, prices, mostLines, mine));
        BookHoldings all = new BookHoldings(mostLines, ids.length);
        ShareTask.run(ignite, shares).forEach(all::merge);
        return all;
    }

    /** Values holdings on every scenario of a universe, next to the scenarios. */
    Profits profits(String universeId, int scenarios, double[][] values) {
        double[][] profits = new double[values.length][scenarios];
        double[] uncovered = new double[scenarios];
        List<Placed<ScenarioPart>> shares = shares(
                blocks(0, scenarios),
                owner(universeId),
                mine -> new ScenarioShare(universeId, mine, scenarios, values));
        for (ScenarioPart part : ShareTask.run(ignite, shares)) {
            nodes.add(part.nodeId());
            for (int k = 0; k < part.blocks().length; k++) {
                int at = part.blocks()[k] * ScenarioBlock.DAYS;
                for (int holding = 0; holding < values.length; holding++) {
                    double[] days = part.profits()[k][holding];
                    System.arraycopy(days, 0, profits[holding], at, days.length);
                }
                System.arraycopy(part.uncovered()[k], 0, uncovered, at, part.uncovered()[k].length);
            }
        }
        return new Profits(profits, uncovered);
    }

    /**
     * Blends the returns of every instrument over days.
     *
     * @param from first scenario that has a weight
     * @param dayWeights shape {@code [blends][scenarios]}
     * @return shape {@code [blends][instruments]}
     */
    double[][] blends(String universeId, int from, int instruments, double[][] dayWeights) {
        int scenarios = dayWeights[0].length;
        List<Placed<ExactSums>> shares = shares(
                blocks(from, scenarios),
                owner(universeId),
                mine -> new BlendShare(universeId, mine, scenarios, instruments, dayWeights));
        ExactSums all = new ExactSums(dayWeights.length * instruments);
        ShareTask.run(ignite, shares).forEach(all::add);
        double[] flat = all.toArray();
        double[][] blends = new double[dayWeights.length][instruments];
        for (int blend = 0; blend < blends.length; blend++) {
            System.arraycopy(flat, blend * instruments, blends[blend], 0, instruments);
        }
        return blends;
    }

    private static int[] blocks(int from, int scenarios) {
        int end = (scenarios + ScenarioBlock.DAYS - 1) / ScenarioBlock.DAYS;
        return IntStream.range(from / ScenarioBlock.DAYS, end).toArray();
    }

    private Function<Integer, @Nullable ClusterNode> owner(String universeId) {
        var affinity = ignite.affinity(CacheNames.SCENARIO_BLOCK);
        return block -> affinity.mapKeyToNode(new ScenarioBlockKey(universeId, block));
    }

    /** Deals pieces out to their owners, on each in as many shares as it has processors. */
    private static <P> List<Placed<P>> shares(
            int[] pieces, Function<Integer, @Nullable ClusterNode> owner, Function<int[], ShareTask.Share<P>> share) {
        Map<ClusterNode, List<Integer>> byNode = new LinkedHashMap<>();
        for (int piece : pieces) {
            ClusterNode node = owner.apply(piece);
            if (node == null) {
                throw new NqbaException(
                        ErrorCode.GRID_UNREACHABLE,
                        "A part of the data (%d) has no owner.".formatted(piece),
                        "Start the nodes that hold it again.");
            }
            byNode.computeIfAbsent(node, key -> new ArrayList<>()).add(piece);
        }
        List<Placed<P>> placed = new ArrayList<>();
        byNode.forEach((node, mine) -> {
            int count = Math.min(
                    mine.size(),
                    Math.min(MOST_SHARES_PER_NODE, Math.max(1, node.metrics().getTotalCpus())));
            for (int k = 0; k < count; k++) {
                int from = k;
                int[] dealt = IntStream.range(0, mine.size())
                        .filter(i -> i % count == from)
                        .map(mine::get)
                        .toArray();
                placed.add(new Placed<>(node.id(), share.apply(dealt)));
            }
        });
        return placed;
    }
}
