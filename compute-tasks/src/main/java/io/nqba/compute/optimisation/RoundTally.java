package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.AnswerSum;
import io.nqba.compute.kernel.coordination.Question;

/** The answers to one question, summed. Its size depends on the shared rows, never on the subproblems. */
final class RoundTally implements Tally<RoundTally> {
    private final AnswerSum sum;

    RoundTally(Question question) {
        sum = new AnswerSum(question);
    }

    @Override
    public void add(RoundTally other) {
        sum.add(other.sum);
    }

    AnswerSum sum() {
        return sum;
    }

    Answer total() {
        return sum.total();
    }
}
