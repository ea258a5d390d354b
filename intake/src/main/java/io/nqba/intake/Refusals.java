package io.nqba.intake;

/** Takes rows that cannot be used, one by one. */
public interface Refusals {
    /**
     * Notes a row that was left out.
     *
     * @param file name of the file
     * @param line where it began, from 1, the header included
     * @param field what of it is wrong; {@code row} for all of it
     * @param value what stood there
     */
    void refuse(String file, long line, String field, String value, String problem, String remedy);

    /** Returns how many rows were left out so far. */
    long refused();
}
