package io.nqba.console.page.platform;

import io.nqba.console.page.Figures;
import io.nqba.console.page.SortedTable;
import io.nqba.console.page.SortedTable.Column;
import io.nqba.console.page.StatCard;
import io.nqba.console.page.StatCard.Tone;
import io.nqba.console.platform.GridStatusView;
import io.nqba.console.platform.GridStatusView.Cache;
import io.nqba.console.platform.GridStatusView.Node;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Nodes and caches in figures.
 *
 * @param stats key figures
 * @param nodes one card a node, oldest first
 * @param table where the table of caches stands
 * @param columns its columns
 * @param caches its rows
 */
public record GridFigures(
        List<StatCard> stats, List<NodeCard> nodes, SortedTable table, List<Column> columns, List<CacheRow> caches) {
    private static final Map<String, Comparator<Cache>> ORDERS = Map.of(
            "name", Comparator.comparing(Cache::name),
            "rows", Comparator.comparingLong(Cache::rows),
            "bytes", Comparator.comparingLong(Cache::bytes),
            "partitions", Comparator.comparingInt(Cache::partitions),
            "lost", Comparator.comparingInt(Cache::lostPartitions));
    private static final List<Column> COLUMNS = List.of(
            new Column("name", "Cache", false),
            new Column("rows", "Rows", true),
            new Column("bytes", "Memory", true),
            new Column("partitions", "Partitions", true),
            new Column("lost", "Lost partitions", true));

    /**
     * One node.
     *
     * @param heapWidth length of the bar of its heap
     * @param shareWidth length of the bar of its share of the partitions
     */
    public record NodeCard(
            String name,
            String address,
            boolean coordinator,
            String startedAt,
            String age,
            String cpu,
            String heap,
            String heapWidth,
            String offHeap,
            String partitions,
            String shareWidth,
            String jobs) {}

    /** One cache. */
    public record CacheRow(
            String name, String rows, String memory, String partitions, String copies, String lost, boolean whole) {}

    static GridFigures of(GridStatusView status, String filter, String sort, String direction) {
        String order = ORDERS.containsKey(sort) ? sort : "bytes";
        boolean down = direction.isEmpty() ? !order.equals("name") : direction.equals("desc");
        Comparator<Cache> by = ORDERS.getOrDefault(order, Comparator.comparing(Cache::name));
        List<CacheRow> rows = status.caches().stream()
                .filter(cache -> cache.name()
                        .toLowerCase(Locale.ROOT)
                        .contains(filter.strip().toLowerCase(Locale.ROOT)))
                .sorted((down ? by.reversed() : by).thenComparing(Cache::name))
                .map(GridFigures::row)
                .toList();
        String range = "%d of %d caches".formatted(rows.size(), status.caches().size());
        SortedTable table = new SortedTable("caches", "/grid", filter, order, down, range, "", false);
        int partitions =
                status.nodes().stream().mapToInt(Node::primaryPartitions).sum();
        return new GridFigures(
                stats(status),
                status.nodes().stream()
                        .map(node -> card(node, partitions, status.at()))
                        .toList(),
                table,
                COLUMNS,
                rows);
    }

    /** Returns the health of a grid in four figures. */
    public static List<StatCard> stats(GridStatusView status) {
        int lost = status.caches().stream().mapToInt(Cache::lostPartitions).sum();
        long rows = status.caches().stream().mapToLong(Cache::rows).sum();
        long offHeap = status.nodes().stream().mapToLong(Node::offHeapBytes).sum();
        int jobs = status.nodes().stream().mapToInt(Node::activeJobs).sum();
        boolean active = status.clusterState().equals("ACTIVE");
        return List.of(
                StatCard.of(
                        "Nodes",
                        Figures.count(status.nodes().size()),
                        active ? "active, topology " + status.topologyVersion() : "state " + status.clusterState(),
                        active ? Tone.GOOD : Tone.BAD),
                StatCard.of(
                        "Lost partitions",
                        Figures.count(lost),
                        lost == 0 ? "all data has an owner" : "bring back the node that left",
                        lost == 0 ? Tone.GOOD : Tone.BAD),
                StatCard.plain(
                        "Rows", Figures.count(rows), "in " + status.caches().size() + " caches"),
                StatCard.plain("Data memory", Figures.bytes(offHeap), "off-heap, over all nodes"),
                StatCard.plain("Jobs", Figures.count(jobs), "running now"));
    }

    private static NodeCard card(Node node, int partitions, Instant now) {
        Double load = node.cpuLoad();
        return new NodeCard(
                node.consistentId(),
                node.addresses(),
                node.coordinator(),
                node.startedAt().toString(),
                Figures.ago(node.startedAt(), now),
                load == null ? node.cpus() + " CPUs" : Figures.percent(load) + " of " + node.cpus() + " CPUs",
                Figures.bytes(node.heapUsedBytes()) + " of " + Figures.bytes(node.heapMaxBytes()),
                width(node.heapUsedBytes(), node.heapMaxBytes()),
                Figures.bytes(node.offHeapBytes()),
                Figures.count(node.primaryPartitions()),
                width(node.primaryPartitions(), partitions),
                Figures.count(node.activeJobs()));
    }

    private static String width(long part, long whole) {
        return whole <= 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", Math.min(100.0, 100.0 * part / whole));
    }

    private static CacheRow row(Cache cache) {
        return new CacheRow(
                cache.name(),
                Figures.count(cache.rows()),
                Figures.bytes(cache.bytes()),
                Figures.count(cache.partitions()),
                cache.replicated() ? "on every node" : "1 + " + cache.backups(),
                Figures.count(cache.lostPartitions()),
                cache.lostPartitions() == 0);
    }
}
