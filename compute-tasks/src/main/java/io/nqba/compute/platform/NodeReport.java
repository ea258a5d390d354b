package io.nqba.compute.platform;

import io.nqba.model.grid.NodeStatus;
import java.util.HashMap;
import java.util.Map;

/** What one node says about itself and its share of the caches. Crosses the grid wire. */
final class NodeReport {
    private final NodeStatus node;
    private final HashMap<String, Long> primaryRows;
    private final HashMap<String, Long> bytes;

    /**
     * @param node the node
     * @param primaryRows primary rows on the node, by cache
     * @param bytes memory of all rows and indexes on the node, bytes by cache
     */
    NodeReport(NodeStatus node, Map<String, Long> primaryRows, Map<String, Long> bytes) {
        this.node = node;
        this.primaryRows = new HashMap<>(primaryRows);
        this.bytes = new HashMap<>(bytes);
    }

    NodeStatus node() {
        return node;
    }

    long primaryRows(String cache) {
        return primaryRows.getOrDefault(cache, 0L);
    }

    long bytes(String cache) {
        return bytes.getOrDefault(cache, 0L);
    }
}
