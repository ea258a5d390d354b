package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Inquiry;
import io.nqba.compute.optimisation.PartitionSweep;
import io.nqba.compute.optimisation.Sweep;
import io.nqba.compute.optimisation.Tally;

/** Asks all partitions, unless the run was called away meanwhile; remembers what that took. */
final class Sweeper {
    private final PartitionSweep sweep;
    private final Runnable check;
    private int sweeps;
    private int nodes;
    private long bytes;

    /** @param check throws when the run shall not go on */
    Sweeper(PartitionSweep sweep, Runnable check) {
        this.sweep = sweep;
        this.check = check;
    }

    <T extends Tally<T>> T ask(Inquiry<PartitionLeads, T> inquiry) {
        check.run();
        Sweep<T> answer = sweep.ask(inquiry);
        sweeps++;
        nodes = answer.nodes();
        bytes = Math.max(bytes, answer.bytes());
        return answer.tally();
    }

    int sweeps() {
        return sweeps;
    }

    int nodes() {
        return nodes;
    }

    /** Returns the most bytes that came up in one sweep since the last call. */
    long takeBytes() {
        long most = bytes;
        bytes = 0;
        return most;
    }
}
