package io.nqba.compute.kernel.assignment;

/** All work of an assignment, wherever it lies. Each call looks at every item once; sums come back, and the few items at the margin. */
public interface WorkSource {
    /** Returns what all work chooses. */
    PriceAnswer answer(PriceQuestion question);

    /** Returns how far ahead the best agents are at given prices. */
    MarginTally margins(OfferedPrices prices, double typicalPrice);

    /** Parts the work at given prices into open and settled. */
    OpenWork open(OfferedPrices prices, MarginCut cut);
}
