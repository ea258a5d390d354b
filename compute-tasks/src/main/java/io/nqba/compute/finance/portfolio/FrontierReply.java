package io.nqba.compute.finance.portfolio;

import io.nqba.model.finance.FrontierPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Points of a frontier from one node. Crosses the grid wire. */
final class FrontierReply {
    private final UUID node;
    private final int chunk;
    private final long revision;
    private final ArrayList<FrontierPoint> points;

    FrontierReply(UUID node, int chunk, long revision, List<FrontierPoint> points) {
        this.node = node;
        this.chunk = chunk;
        this.revision = revision;
        this.points = new ArrayList<>(points);
    }

    UUID node() {
        return node;
    }

    int chunk() {
        return chunk;
    }

    /** Returns the revision of the prices that the node read. */
    long revision() {
        return revision;
    }

    List<FrontierPoint> points() {
        return List.copyOf(points);
    }
}
