package io.nqba.compute.optimisation;

import org.jspecify.annotations.Nullable;

/**
 * What another coordinator needs to go on with a run. Stored under the run id from the submission to the end of the run, so that
 * the rows of its cache are the active runs.
 */
public final class RunCheckpoint {
    private final long createdMillis;
    private final boolean started;
    private final long sequence;
    private final int fruitlessAttempts;
    private final @Nullable RunMemory memory;

    private RunCheckpoint(
            long createdMillis, boolean started, long sequence, int fruitlessAttempts, @Nullable RunMemory memory) {
        this.createdMillis = createdMillis;
        this.started = started;
        this.sequence = sequence;
        this.fruitlessAttempts = fruitlessAttempts;
        this.memory = memory;
    }

    /** Returns the checkpoint of a run that waits, whose first progress row is written. */
    static RunCheckpoint queued(long createdMillis, @Nullable RunMemory memory) {
        return new RunCheckpoint(createdMillis, false, 1, 0, memory);
    }

    RunCheckpoint takenUp() {
        return new RunCheckpoint(createdMillis, true, sequence + 1, fruitlessAttempts + 1, memory);
    }

    RunCheckpoint after(RunMemory newMemory) {
        return new RunCheckpoint(createdMillis, started, sequence + 1, 0, newMemory);
    }

    /** Returns this checkpoint one progress row further. */
    RunCheckpoint next() {
        return new RunCheckpoint(createdMillis, started, sequence + 1, fruitlessAttempts, memory);
    }

    /** Returns when the run was queued, epoch milliseconds; runs start in this order. */
    public long createdMillis() {
        return createdMillis;
    }

    /** Returns whether a coordinator ever took the run up. */
    public boolean started() {
        return started;
    }

    /** Returns the sequence of the last progress row. */
    long sequence() {
        return sequence;
    }

    /** Returns how many coordinators in a row took the run up without finishing a round. */
    int fruitlessAttempts() {
        return fruitlessAttempts;
    }

    /** Returns where the run stands; null before its engine has said so. */
    public @Nullable RunMemory memory() {
        return memory;
    }
}
