package io.nqba.compute.annealing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shares a fixed number of cores between tenants in proportion to their weights, by stride scheduling: a tenant's virtual time grows by
 * the time it used over its weight, and a free core goes to the waiting claim whose tenant is furthest behind. A tenant that comes or
 * comes back starts at the virtual time of those that are here, so that nobody saves up time by staying away.
 *
 * <p>A state machine without threads or clocks, so that all its interleavings can be tried; {@link CoreSlots} puts a lock around it.
 *
 * <p>Source: C. A. Waldspurger, W. E. Weihl, "Stride Scheduling: Deterministic Proportional-Share Resource Management", MIT/LCS/TM-528,
 * 1995.
 */
final class FairShare {
    private static final Comparator<Claim> NEXT =
            Comparator.<Claim>comparingDouble(claim -> claim.tenant.pass).thenComparingLong(claim -> claim.arrival);

    private final int cores;
    private final List<Claim> running = new ArrayList<>();
    private final List<Claim> waiting = new ArrayList<>();
    private long arrivals;
    private double latest;

    /** @param cores how many claims may run at once, 1 or more */
    FairShare(int cores) {
        this.cores = cores;
    }

    /** One that shares: a run. */
    static final class Tenant {
        private final int weight;
        private double pass;
        private int present;

        /** @param weight share relative to the other tenants, 1 or more */
        Tenant(int weight) {
            this.weight = weight;
        }
    }

    /** One core that a tenant wants: a worker. */
    static final class Claim {
        private final Tenant tenant;
        private long arrival;

        Claim(Tenant tenant) {
            this.tenant = tenant;
        }
    }

    /** Asks for a core and returns whether the claim runs at once; otherwise it waits. */
    boolean request(Claim claim) {
        if (claim.tenant.present == 0) {
            claim.tenant.pass = Math.max(claim.tenant.pass, clock());
        }
        claim.tenant.present++;
        claim.arrival = arrivals++;
        if (running.size() < cores) {
            start(claim);
            return true;
        }
        waiting.add(claim);
        return false;
    }

    /**
     * Charges a running claim and asks whether somebody else goes on in its place.
     *
     * @param used core time since it started or was charged last
     * @return the claim that runs from now on while this one waits; null when this one keeps its core
     */
    @Nullable
    Claim rotate(Claim claim, long used) {
        charge(claim, used);
        Claim next = next();
        if (next == null || next.tenant.pass >= claim.tenant.pass) {
            return null;
        }
        running.remove(claim);
        claim.arrival = arrivals++;
        waiting.add(claim);
        waiting.remove(next);
        start(next);
        return next;
    }

    /**
     * Charges a running claim and frees its core.
     *
     * @return the claim that runs on it from now on; null when nobody waits
     */
    @Nullable
    Claim release(Claim claim, long used) {
        charge(claim, used);
        latest = Math.max(latest, claim.tenant.pass);
        running.remove(claim);
        claim.tenant.present--;
        Claim next = next();
        if (next != null) {
            waiting.remove(next);
            start(next);
        }
        return next;
    }

    /** Takes back a claim that waits; without effect on one that runs. */
    void withdraw(Claim claim) {
        if (waiting.remove(claim)) {
            claim.tenant.present--;
        }
    }

    boolean runs(Claim claim) {
        return running.contains(claim);
    }

    int running() {
        return running.size();
    }

    int waiting() {
        return waiting.size();
    }

    private void start(Claim claim) {
        running.add(claim);
    }

    /** Returns the virtual time of the one furthest behind, or of the last that left where nobody is here. */
    private double clock() {
        return Stream.concat(running.stream(), waiting.stream())
                .mapToDouble(claim -> claim.tenant.pass)
                .min()
                .orElse(latest);
    }

    private static void charge(Claim claim, long used) {
        claim.tenant.pass += (double) used / claim.tenant.weight;
    }

    private @Nullable Claim next() {
        return waiting.stream().min(NEXT).orElse(null);
    }
}
