package io.nqba.compute.optimisation;

import org.apache.ignite.Ignite;

/** Asks whether the rows behind a request can be used. */
final class CheckInquiry implements Inquiry<PartitionModel, CheckTally> {
    private final boolean fresh;

    /** @param fresh whether the nodes shall forget what they compiled before */
    CheckInquiry(boolean fresh) {
        this.fresh = fresh;
    }

    @Override
    public boolean fresh() {
        return fresh;
    }

    @Override
    public CheckTally nothing() {
        return new CheckTally();
    }

    @Override
    public void ask(Ignite ignite, PartitionModel model, CheckTally into) {
        into.addItems(model.items());
        model.check(into);
    }
}
