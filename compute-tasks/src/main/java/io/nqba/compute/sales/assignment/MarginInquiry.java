package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.MarginTally;
import io.nqba.compute.kernel.assignment.OfferedPrices;
import io.nqba.compute.optimisation.Inquiry;
import io.nqba.compute.optimisation.Tally;
import org.apache.ignite.Ignite;

/** Asks how far ahead the best agents are at prices. Crosses the grid wire. */
final class MarginInquiry implements Inquiry<WorkPartition, MarginInquiry.Sum> {
    private final OfferedPrices prices;
    private final double typicalPrice;

    MarginInquiry(OfferedPrices prices, double typicalPrice) {
        this.prices = prices;
        this.typicalPrice = typicalPrice;
    }

    @Override
    public Sum nothing() {
        return new Sum(new MarginTally(prices.agents(), typicalPrice));
    }

    @Override
    public void ask(Ignite ignite, WorkPartition rows, Sum into) {
        into.margins.add(rows.market().at(prices), rows.work());
    }

    /** The margins of many partitions. */
    static final class Sum implements Tally<Sum> {
        private final MarginTally margins;

        Sum(MarginTally margins) {
            this.margins = margins;
        }

        @Override
        public void add(Sum other) {
            margins.add(other.margins);
        }

        MarginTally margins() {
            return margins;
        }
    }
}
