package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.PriceAnswer;
import io.nqba.compute.kernel.assignment.PriceQuestion;
import io.nqba.compute.optimisation.Inquiry;
import io.nqba.compute.optimisation.Tally;
import org.apache.ignite.Ignite;

/** Asks what all work chooses at prices. Crosses the grid wire. */
final class PriceInquiry implements Inquiry<WorkPartition, PriceInquiry.Sum> {
    private final PriceQuestion question;

    PriceInquiry(PriceQuestion question) {
        this.question = question;
    }

    @Override
    public Sum nothing() {
        return new Sum(new PriceAnswer(question));
    }

    @Override
    public void ask(Ignite ignite, WorkPartition rows, Sum into) {
        into.answer.add(rows.market().at(question.prices()), rows.work());
    }

    /** The answers of many partitions. */
    static final class Sum implements Tally<Sum> {
        private final PriceAnswer answer;

        Sum(PriceAnswer answer) {
            this.answer = answer;
        }

        @Override
        public void add(Sum other) {
            answer.add(other.answer);
        }

        PriceAnswer answer() {
            return answer;
        }
    }
}
