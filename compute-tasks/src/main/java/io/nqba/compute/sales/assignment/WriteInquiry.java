package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.AssignmentPlan;
import io.nqba.compute.optimisation.Inquiry;
import org.apache.ignite.Ignite;

/** Asks every partition to store who shall work on its work. Storing twice leaves the same rows. Crosses the grid wire. */
final class WriteInquiry implements Inquiry<WorkPartition, WrittenTally> {
    private final String runId;
    private final AssignmentPlan plan;
    private final double[] shadowPrice;

    WriteInquiry(String runId, AssignmentPlan plan, double[] shadowPrice) {
        this.runId = runId;
        this.plan = plan;
        this.shadowPrice = shadowPrice.clone();
    }

    @Override
    public WrittenTally nothing() {
        return new WrittenTally(shadowPrice.length);
    }

    @Override
    public void ask(Ignite ignite, WorkPartition rows, WrittenTally into) {
        new AssignmentWriter(ignite, runId, rows, shadowPrice, into).write(plan);
    }
}
