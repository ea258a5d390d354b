package io.nqba.model.annealing;

/** What the variables of a quadratic problem stand for. */
public enum ProblemDomain {
    /** 0 or 1: QUBO, Max-Cut. */
    BITS,
    /** -1 or +1: Ising. In answers bit 0 stands for -1. */
    SPINS
}
