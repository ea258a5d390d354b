package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.Question;
import org.apache.ignite.Ignite;

/** Asks one round's question. */
final class RoundInquiry implements Inquiry<PartitionModel, RoundTally> {
    private final Question question;

    RoundInquiry(Question question) {
        this.question = question;
    }

    @Override
    public RoundTally nothing() {
        return new RoundTally(question);
    }

    @Override
    public void ask(Ignite ignite, PartitionModel model, RoundTally into) {
        model.answer(question, into.sum());
    }
}
