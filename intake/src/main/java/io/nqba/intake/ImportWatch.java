package io.nqba.intake;

/** Watches an import: one thing after the other, each with its progress and what became of it. */
public interface ImportWatch {
    /** Begins something. {@code expectedUnits} is 0 when the end is not known. */
    void begin(String what, long expectedUnits);

    /** Counts units done, be it rows or bytes. */
    void advance(long units);

    /** Ends it. */
    void end(String outcome);
}
