package io.nqba.compute.optimisation;

import io.nqba.model.optimisation.RunRequest;
import org.apache.ignite.Ignite;

/** Asks every partition to store its share of the best answer. */
final class SettleInquiry implements Inquiry<PartitionModel, SettlementTally> {
    private final RunRequest request;
    private final Settlement settlement;

    SettleInquiry(RunRequest request, Settlement settlement) {
        this.request = request;
        this.settlement = settlement;
    }

    @Override
    public SettlementTally nothing() {
        return new SettlementTally();
    }

    @Override
    public void ask(Ignite ignite, PartitionModel model, SettlementTally into) {
        CoordinatedProblems.of(request).settle(ignite, settlement, model, into);
    }
}
