package io.nqba.compute.kernel.market;

/** How a figure stands against its own past. */
public enum Regime {
    /** There is too little past to say. */
    UNKNOWN,
    LOW,
    NORMAL,
    HIGH
}
