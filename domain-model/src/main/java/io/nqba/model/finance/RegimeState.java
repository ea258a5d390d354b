package io.nqba.model.finance;

/** How a figure stands against its own past. */
public enum RegimeState {
    /** There is too little past to say. */
    UNKNOWN,
    LOW,
    NORMAL,
    HIGH
}
