package io.nqba.compute.optimisation.backend;

/**
 * How far a job is.
 *
 * @param message what the back end says about it; empty for nothing
 */
public record JobStatus(State state, String message) {
    /** Stages of a job. */
    public enum State {
        QUEUED(false),
        RUNNING(false),
        SUCCEEDED(true),
        CANCELLED(true),
        FAILED(true);

        private final boolean ended;

        State(boolean ended) {
            this.ended = ended;
        }

        /** Returns whether nothing more will happen. */
        public boolean ended() {
            return ended;
        }
    }

    static JobStatus of(State state) {
        return new JobStatus(state, "");
    }
}
