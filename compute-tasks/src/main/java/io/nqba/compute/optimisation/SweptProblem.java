package io.nqba.compute.optimisation;

import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import org.apache.ignite.Ignite;

/**
 * Work that asks every partition of a cache, next to its rows. Found by {@link java.util.ServiceLoader}; stateless, so one object serves
 * all runs of a node.
 */
public interface SweptProblem {
    BusinessUnit unit();

    /** Returns the kind of run, the last part of its REST path. */
    String kind();

    /** Returns the name of the partitioned cache whose partitions cut the problem. */
    String colocatedWith();

    /** Reads what all partitions share, once per run and node. */
    RowSource open(Ignite ignite, RunRequest request);

    /** Makes partitions of one run ready on one node. Thread-safe. */
    interface RowSource {
        /** Reads the rows of a partition that this node owns. */
        PartitionRows compile(int partition);
    }
}
