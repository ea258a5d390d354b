package io.nqba.model.sales;

/** How far an import has come. */
public enum ImportPhase {
    /** The file is there; nothing was read but its beginning. */
    UPLOADED,
    /** All of it is being read; nothing is stored. */
    CHECKING,
    CHECKED,
    IMPORTING,
    DONE,
    FAILED;

    /** Returns whether somebody works on it. */
    public boolean running() {
        return this == CHECKING || this == IMPORTING;
    }
}
