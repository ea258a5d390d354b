package io.nqba.compute.optimisation.backend;

import java.util.OptionalDouble;

/** An answer as a back end gives it: bits, and what it claims that they are worth. Nothing of it has been checked. */
public final class Sample {
    private final byte[] bits;
    private final OptionalDouble claimedObjective;

    /**
     * @param bits one per variable, 0 or 1; for spins 0 stands for -1
     * @param claimedObjective objective in the problem's own sense; empty where the back end says nothing
     */
    public Sample(byte[] bits, OptionalDouble claimedObjective) {
        this.bits = bits.clone();
        this.claimedObjective = claimedObjective;
    }

    public byte[] bits() {
        return bits.clone();
    }

    public OptionalDouble claimedObjective() {
        return claimedObjective;
    }
}
