package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.MarginCut;
import io.nqba.compute.kernel.assignment.MarginTally;
import io.nqba.compute.kernel.assignment.OfferedPrices;
import io.nqba.compute.kernel.assignment.OpenWork;
import io.nqba.compute.kernel.assignment.PriceAnswer;
import io.nqba.compute.kernel.assignment.PriceQuestion;
import io.nqba.compute.kernel.assignment.WorkSource;
import io.nqba.compute.optimisation.Inquiry;
import io.nqba.compute.optimisation.PartitionSweep;
import io.nqba.compute.optimisation.Sweep;
import io.nqba.compute.optimisation.Tally;

/** All work of the grid: each call is one sweep over the partitions, answered next to the rows. */
final class GridWork implements WorkSource {
    private final PartitionSweep sweep;
    private long fingerprint;
    private long bytes;
    private int nodes;

    GridWork(PartitionSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public PriceAnswer answer(PriceQuestion question) {
        return ask(new PriceInquiry(question)).tally().answer();
    }

    @Override
    public MarginTally margins(OfferedPrices prices, double typicalPrice) {
        return ask(new MarginInquiry(prices, typicalPrice)).tally().margins();
    }

    @Override
    public OpenWork open(OfferedPrices prices, MarginCut cut) {
        return ask(new OpenInquiry(prices, cut)).tally().open();
    }

    <T extends Tally<T>> Sweep<T> ask(Inquiry<WorkPartition, T> inquiry) {
        Sweep<T> answers = sweep.ask(inquiry);
        fingerprint = answers.fingerprint();
        nodes = answers.nodes();
        bytes += answers.bytes();
        return answers;
    }

    /** Returns the fingerprint of the data behind the last answers. */
    long fingerprint() {
        return fingerprint;
    }

    int nodes() {
        return nodes;
    }

    /** Returns the bytes received since the last call. */
    long takeBytes() {
        long taken = bytes;
        bytes = 0;
        return taken;
    }
}
