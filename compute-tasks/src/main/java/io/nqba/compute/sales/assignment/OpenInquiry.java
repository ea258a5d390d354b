package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.MarginCut;
import io.nqba.compute.kernel.assignment.OfferedPrices;
import io.nqba.compute.kernel.assignment.OpenWork;
import io.nqba.compute.optimisation.Inquiry;
import io.nqba.compute.optimisation.Tally;
import org.apache.ignite.Ignite;

/** Asks for the work at the margin, and for the sums of all other. Crosses the grid wire. */
final class OpenInquiry implements Inquiry<WorkPartition, OpenInquiry.Sum> {
    private final OfferedPrices prices;
    private final MarginCut cut;

    OpenInquiry(OfferedPrices prices, MarginCut cut) {
        this.prices = prices;
        this.cut = cut;
    }

    @Override
    public Sum nothing() {
        return new Sum(new OpenWork(prices.agents()));
    }

    @Override
    public void ask(Ignite ignite, WorkPartition rows, Sum into) {
        into.open.add(rows.market().at(prices), cut, rows.work());
    }

    /** The work at the margin of many partitions. */
    static final class Sum implements Tally<Sum> {
        private final OpenWork open;

        Sum(OpenWork open) {
            this.open = open;
        }

        @Override
        public void add(Sum other) {
            open.add(other.open);
        }

        OpenWork open() {
            return open;
        }
    }
}
