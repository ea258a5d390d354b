package io.nqba.compute.annealing;

import io.nqba.compute.annealing.FairShare.Claim;
import io.nqba.compute.annealing.FairShare.Tenant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The cores of a node that searches may keep busy, shared between runs by {@link FairShare}. A search asks every 0.1 ms or so whether it
 * may go on, and gives way in the middle of its work; it is never torn out of a round.
 *
 * <p>One lock around one state machine: whatever the threads do, it happens in some order of whole steps.
 */
final class CoreSlots {
    /** Long enough that a change costs nothing, short enough that a round of 20 ms sees both of two runs. */
    private static final long QUANTUM_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** How soon one that waits notices that it is no longer wanted. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turn = lock.newCondition();
    private final FairShare share;
    private final int cores;

    CoreSlots(int cores) {
        this.cores = cores;
        this.share = new FairShare(cores);
    }

    int cores() {
        return cores;
    }

    /** One worker's hold on a core. For the worker's thread alone. */
    final class Slot {
        private final Claim claim;
        private long since;
        private long waited;
        private boolean held;

        private Slot(Claim claim) {
            this.claim = claim;
        }

        /**
         * Waits for a core; returns at once when one is held already.
         *
         * @param unwanted when to stop waiting
         * @return whether a core is held
         */
        boolean acquire(BooleanSupplier unwanted) {
            if (held) {
                return true;
            }
            lock.lock();
            try {
                held = share.request(claim) || await(unwanted);
            } finally {
                lock.unlock();
            }
            since = System.nanoTime();
            return held;
        }

        /** Gives way to others where it is their turn, and returns whether the core is held (again). Cheap while it is not. */
        boolean keep(BooleanSupplier unwanted) {
            long now = System.nanoTime();
            if (!held || now - since < QUANTUM_NANOS) {
                return held;
            }
            lock.lock();
            try {
                if (share.rotate(claim, now - since) != null) {
                    turn.signalAll();
                    held = await(unwanted);
                }
            } finally {
                lock.unlock();
            }
            since = System.nanoTime();
            waited += since - now;
            return held;
        }

        /** Gives the core back; without effect when none is held. */
        void release() {
            if (!held) {
                return;
            }
            held = false;
            lock.lock();
            try {
                if (share.release(claim, System.nanoTime() - since) != null) {
                    turn.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        /** Returns how long this worker has waited in {@link #keep} so far, nanoseconds. */
        long waitedNanos() {
            return waited;
        }

        private boolean await(BooleanSupplier unwanted) {
            try {
                while (!share.runs(claim)) {
                    if (unwanted.getAsBoolean()) {
                        share.withdraw(claim);
                        return false;
                    }
                    turn.await(LOOK_NANOS, TimeUnit.NANOSECONDS);
                }
                return true;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                if (share.runs(claim)) {
                    return true;
                }
                share.withdraw(claim);
                return false;
            }
        }
    }

    /** Returns a hold for one worker of a tenant; holds nothing yet. */
    Slot slot(Tenant tenant) {
        return new Slot(new Claim(tenant));
    }
}
