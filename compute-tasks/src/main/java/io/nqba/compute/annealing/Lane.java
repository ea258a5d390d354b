package io.nqba.compute.annealing;

import io.nqba.compute.annealing.CoreSlots.Slot;
import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.SearchLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker of a run on its own thread, from the first round that its node takes part in to the end of the run. It does not wait for
 * exchanges: what comes for it is taken in at its next look, when a round ends it publishes what it has, and it searches on.
 */
final class Lane implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final NodeTeam team;
    private final Slot slot;
    private final long seed;
    private final List<Elite> mail = new ArrayList<>();
    private volatile boolean hasMail;
    private volatile @Nullable Snapshot latest;
    private long searchNanos;
    private long idleNanos;
    private long idleSince;
    private int published;

    /**
     * @param team whose worker it is
     * @param slot its hold on a core
     * @param seed different for every worker
     */
    Lane(NodeTeam team, Slot slot, long seed) {
        this.team = team;
        this.slot = slot;
        this.seed = seed;
    }

    /**
     * What a worker had at the end of a round; figures are totals since it began.
     *
     * @param round the round
     * @param elites its answers, best first
     * @param finished whether it has nothing left to do: everything was tried, or the target is reached
     */
    record Snapshot(
            int round,
            List<Elite> elites,
            long proposals,
            long flips,
            long searchNanos,
            long idleNanos,
            boolean finished) {
        Snapshot {
            elites = List.copyOf(elites);
        }
    }

    /** Leaves an answer for the worker to know from its next look on, within a millisecond or so. */
    void tell(Elite guide) {
        synchronized (mail) {
            mail.add(guide);
            hasMail = true;
        }
    }

    /** Returns what the worker had at the end of its last round; null before its first. */
    @Nullable
    Snapshot latest() {
        return latest;
    }

    @Override
    public void run() {
        idleSince = System.nanoTime();
        try {
            if (slot.acquire(team::ended)) {
                search(new AnnealingWorker(team.problem(), seed));
            }
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.warn("A worker stopped, team={}, cause={}", team, failed.toString());
            team.fail(failed);
        } finally {
            slot.release();
        }
    }

    private void search(AnnealingWorker worker) {
        while (!team.ended() && slot.acquire(team::ended)) {
            List<Elite> guides = drain();
            if (!guides.isEmpty()) {
                worker.importElites(guides);
            }
            long before = worker.proposals();
            boolean stopped = stretch(worker);
            // A search that stops by itself without a proposal has tried everything.
            boolean finished = team.reaches(worker.best()) || (!stopped && worker.proposals() == before);
            if (finished || team.due(published)) {
                publish(worker, finished);
            }
            if (finished) {
                rest();
            }
        }
    }

    /** Searches until mail comes or the round ends; returns false where the search ended by itself. */
    private boolean stretch(AnnealingWorker worker) {
        long begin = System.nanoTime();
        long waited = slot.waitedNanos();
        idleNanos += begin - idleSince;
        var limits = SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, this::due);
        worker.round(limits, team.target());
        idleSince = System.nanoTime();
        searchNanos += idleSince - begin - (slot.waitedNanos() - waited);
        return limits.stopped();
    }

    private boolean due() {
        return !slot.keep(team::ended) || hasMail || team.due(published);
    }

    private void publish(AnnealingWorker worker, boolean finished) {
        published = team.round();
        latest = new Snapshot(
                published,
                worker.exportElites(team.elites()),
                worker.proposals(),
                worker.flips(),
                searchNanos,
                idleNanos,
                finished);
        team.published();
    }

    /** Gives the core to others until there is something new to know or nothing left to do. */
    private void rest() {
        slot.release();
        team.awaitNews(() -> hasMail);
    }

    private List<Elite> drain() {
        synchronized (mail) {
            List<Elite> all = List.copyOf(mail);
            mail.clear();
            hasMail = false;
            return all;
        }
    }
}
