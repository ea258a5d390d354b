package io.nqba.model.optimisation;

/** Life of a run, in order: queued, running, then one of the three ends. */
public enum RunState {
    QUEUED(false),
    RUNNING(false),
    SUCCEEDED(true),
    CANCELLED(true),
    FAILED(true);

    private final boolean terminal;

    RunState(boolean terminal) {
        this.terminal = terminal;
    }

    /** Returns whether nothing changes any more. */
    public boolean terminal() {
        return terminal;
    }
}
