package io.nqba.node.annealing;

import io.nqba.compute.annealing.Searches;
import io.nqba.node.lifecycle.NodeContext;
import io.nqba.node.lifecycle.NodeModule;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/** Ends the searches of a node that stops. They start with the first round that the node is asked for. */
public final class AnnealingSearches implements NodeModule {
    private @Nullable Ignite ignite;

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void start(NodeContext context) {
        ignite = context.ignite();
    }

    @Override
    public void stop() {
        if (ignite != null) {
            Searches.end(ignite);
        }
    }
}
