package io.nqba.compute.optimisation.format;

/** Where things stand in the document that is being read, in the reader's words: lines of a text, pointers into JSON. */
interface Places {
    /** Returns the place that is being read, such as {@code Line 17}. */
    String here();

    /** Returns the place of a coupling, such as {@code Line 17} or {@code /couplings/16}. */
    String coupling(int ordinal);

    /** Returns how the document counts a variable. */
    long variable(long index);
}
