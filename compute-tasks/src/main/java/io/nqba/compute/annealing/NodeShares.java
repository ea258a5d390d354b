package io.nqba.compute.annealing;

import io.nqba.model.annealing.NodeShare;
import io.nqba.model.optimisation.ObjectiveSense;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What nodes did in a round, where one of them was called several times. */
final class NodeShares {
    private NodeShares() {}

    /** Returns one share per node, ordered by node id. */
    static List<NodeShare> byNode(List<NodeShare> shares, ObjectiveSense sense) {
        Map<String, NodeShare> byNode = new TreeMap<>();
        for (NodeShare share : shares) {
            byNode.merge(share.nodeId(), share, (one, other) -> sum(one, other, sense));
        }
        return List.copyOf(byNode.values());
    }

    private static NodeShare sum(NodeShare one, NodeShare other, ObjectiveSense sense) {
        return new NodeShare(
                one.nodeId(),
                one.nodeName(),
                Math.max(one.workers(), other.workers()),
                sense.gain(other.value(), one.value()) > 0 ? other.value() : one.value(),
                one.proposals() + other.proposals(),
                one.flips() + other.flips(),
                one.searchMillis() + other.searchMillis(),
                one.bytes() + other.bytes());
    }
}
