package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.CoordinationMaster;

/**
 * Where the rounds of a run stand. Saved after the survey and after each round that counted; another coordinator goes on from here.
 * Crosses the grid wire inside a {@link RunCheckpoint}.
 */
final class RoundState implements RunMemory {
    private final SurveyTally survey;
    private final CoordinationMaster master;
    private final long fingerprint;
    private final int restarts;
    private final long activeMillis;

    /**
     * @param survey what the reference policies do
     * @param master the prices with all that their next change depends on
     * @param fingerprint fingerprint of the data that the survey and all rounds were answered from
     * @param restarts how often the rounds began anew because that data had changed
     * @param activeMillis how long coordinators have worked on the run, milliseconds
     */
    RoundState(SurveyTally survey, CoordinationMaster master, long fingerprint, int restarts, long activeMillis) {
        this.survey = survey;
        this.master = master;
        this.fingerprint = fingerprint;
        this.restarts = restarts;
        this.activeMillis = activeMillis;
    }

    RoundState activeFor(long millis) {
        return new RoundState(survey, master, fingerprint, restarts, millis);
    }

    SurveyTally survey() {
        return survey;
    }

    /** Returns the master itself; it changes with each round. */
    CoordinationMaster master() {
        return master;
    }

    long fingerprint() {
        return fingerprint;
    }

    int restarts() {
        return restarts;
    }

    long activeMillis() {
        return activeMillis;
    }
}
