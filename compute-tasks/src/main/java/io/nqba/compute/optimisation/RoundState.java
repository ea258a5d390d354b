package io.nqba.compute.optimisation;

/** Where the rounds of a run stand after one that counted. Crosses the grid wire inside a {@link RunCheckpoint}. */
final class RoundState {
    private final int rounds;
    private final long activeMillis;
    private final long fingerprint;

    /**
     * @param rounds rounds that count
     * @param activeMillis how long coordinators worked on the run, milliseconds
     * @param fingerprint fingerprint of the data that all rounds were answered from
     */
    RoundState(int rounds, long activeMillis, long fingerprint) {
        this.rounds = rounds;
        this.activeMillis = activeMillis;
        this.fingerprint = fingerprint;
    }

    int rounds() {
        return rounds;
    }

    long activeMillis() {
        return activeMillis;
    }

    long fingerprint() {
        return fingerprint;
    }
}
