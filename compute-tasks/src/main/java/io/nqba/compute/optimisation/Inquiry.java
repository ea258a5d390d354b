package io.nqba.compute.optimisation;

import org.apache.ignite.Ignite;

/**
 * What is asked of every partition in one sweep. The reply is a function of the inquiry and the partition's rows alone, so that it
 * does not matter which node gives it. Crosses the grid wire.
 *
 * @param <M> what the problem makes of a partition
 * @param <T> what the replies add up to
 */
public interface Inquiry<M extends PartitionRows, T extends Tally<T>> {
    /** Returns whether the rows must be read again although they were compiled before. */
    default boolean fresh() {
        return false;
    }

    /** Returns the sum over no subproblem at all. */
    T nothing();

    /** Asks one partition and adds its reply. Called by many threads, each with its own tally. */
    void ask(Ignite ignite, M rows, T into);
}
