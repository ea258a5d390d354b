package io.nqba.compute.optimisation;

import io.nqba.model.optimisation.RunRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which node answers for which partitions in one go of a sweep. Crosses the grid wire. */
final class SweepPlan {
    private final String runId;
    private final RunRequest request;
    private final Inquiry<?, ?> inquiry;
    private final HashMap<UUID, int[]> partitions;

    /**
     * @param runId the run, under which nodes keep what they compiled
     * @param request what the run was asked to do
     * @param inquiry what is asked
     * @param partitions partitions by the node that is asked for them; no partition twice
     */
    SweepPlan(String runId, RunRequest request, Inquiry<?, ?> inquiry, Map<UUID, int[]> partitions) {
        this.runId = runId;
        this.request = request;
        this.inquiry = inquiry;
        this.partitions = new HashMap<>(partitions);
    }

    String runId() {
        return runId;
    }

    RunRequest request() {
        return request;
    }

    Inquiry<?, ?> inquiry() {
        return inquiry;
    }

    Map<UUID, int[]> partitions() {
        return partitions;
    }
}
