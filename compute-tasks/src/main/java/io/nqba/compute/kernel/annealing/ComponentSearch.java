package io.nqba.compute.kernel.annealing;

import java.util.List;

/** A search on one connected model that can be stopped and continued. Not for several threads. */
public interface ComponentSearch {
    /** Searches until the limits say stop or the value reaches {@code target}; without effect when they say so already. */
    void improve(SearchLimits limits, long target);

    /** Returns the value of the best state so far; the model's unit, more is better. */
    long bestValue();

    /** Returns the best state so far, shape {@code [n]}, -1 or 1. */
    byte[] bestSpins();

    /** Returns good and different states, best first, at most {@code count}. */
    List<byte[]> elites(int count);

    /** Takes a foreign state as a guide: it is combined with the own ones and never replaces them all. */
    void absorb(byte[] spins);

    /** Returns accepted flips so far. */
    long flips();
}
