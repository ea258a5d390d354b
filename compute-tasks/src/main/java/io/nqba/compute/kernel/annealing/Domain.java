package io.nqba.compute.kernel.annealing;

/** What a variable's bit stands for in the objective. */
public enum Domain {
    /** 0 or 1: QUBO and Max-Cut. */
    BITS,
    /** Bit 0 is -1, bit 1 is +1: Ising. */
    SPINS
}
