package io.nqba.compute.kernel.annealing;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a search has to stop: work, time, target or cancellation, whichever comes first. Mutable, one per call, one thread.
 *
 * <p>Work is counted in flip proposals divided by n: sweeps. A limit of sweeps alone makes a search deterministic, one of time does
 * not.
 */
public final class SearchLimits {
    /** Time and the cancel flag are read once per this many proposals: about 0.1 ms. */
    private static final long PROPOSALS_PER_LOOK = 16_384;

    private final long maxProposals;
    private final long deadlineNanos;
    private final BooleanSupplier cancelled;
    private final @Nullable SearchLimits parent;
    private long proposals;
    private long nextLook;
    private boolean stopped;

    private SearchLimits(
            long maxProposals, long deadlineNanos, BooleanSupplier cancelled, @Nullable SearchLimits parent) {
        this.parent = parent;
        this.maxProposals = maxProposals;
        this.deadlineNanos = deadlineNanos;
        this.cancelled = cancelled;
    }

    /**
     * Starts the clock.
     *
     * @param maxProposals proposals allowed, n per sweep; {@link Long#MAX_VALUE} for no limit
     * @param maxNanos time allowed from now on, nanoseconds; {@link Long#MAX_VALUE} for no limit
     * @param cancelled read every 0.1 ms or so
     */
    public static SearchLimits of(long maxProposals, long maxNanos, BooleanSupplier cancelled) {
        // Half of the range of nanoTime is 146 years: enough for "no limit", and the difference below cannot overflow.
        long deadline = System.nanoTime() + Math.min(maxNanos, Long.MAX_VALUE >> 1);
        return new SearchLimits(maxProposals, deadline, cancelled, null);
    }

    /** Returns limits for a part of the work: at most {@code maxProposals}, and what these here still allow. */
    SearchLimits slice(long maxProposals) {
        return new SearchLimits(maxProposals, deadlineNanos, cancelled, this);
    }

    /** Counts work and returns true when the search has to stop. Once true, always true. */
    public boolean spend(long count) {
        proposals += count;
        if (proposals >= maxProposals) {
            stopped = true;
        }
        if (parent != null) {
            stopped |= parent.spend(count);
            return stopped;
        }
        if (proposals >= nextLook && !stopped) {
            nextLook = proposals + PROPOSALS_PER_LOOK;
            stopped = cancelled.getAsBoolean() || System.nanoTime() - deadlineNanos >= 0;
        }
        return stopped;
    }

    /** Ends the search at its next look, for a reached target. */
    public void stop() {
        stopped = true;
    }

    public boolean stopped() {
        return stopped;
    }

    /** Returns the work done so far. */
    public long proposals() {
        return proposals;
    }
}
