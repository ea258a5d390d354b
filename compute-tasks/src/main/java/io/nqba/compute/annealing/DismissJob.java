package io.nqba.compute.annealing;

import java.util.Objects;
import org.apache.ignite.Ignite;
import org.apache.ignite.lang.IgniteRunnable;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/** Ends the searches of a run on a node. */
final class DismissJob implements IgniteRunnable {
    private static final long serialVersionUID = 1L;

    private final String runId;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    DismissJob(String runId) {
        this.runId = runId;
    }

    @Override
    public void run() {
        SearchFloor.of(Objects.requireNonNull(ignite, "ignite")).dismiss(runId);
    }
}
