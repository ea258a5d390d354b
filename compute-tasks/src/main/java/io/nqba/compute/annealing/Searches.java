package io.nqba.compute.annealing;

import org.apache.ignite.Ignite;

/** The searches of a node, for whoever starts and stops the node. */
public final class Searches {
    private Searches() {}

    /** Ends all searches on this node, so that none keeps a core busy after the node has left. */
    public static void end(Ignite ignite) {
        SearchFloor.of(ignite).close();
    }
}
