package io.nqba.compute.annealing;

import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.binary.BinaryObject;
import org.apache.ignite.cache.query.ScanQuery;

/** Where the members of a run publish answers for each other. The rows lie with the run, so its coordinator reads them at home. */
final class EliteBoard {
    private final Ignite ignite;
    private final IgniteCache<ElitePackKey, ElitePack> packs;
    private final IgniteCache<String, ?> activeRuns;

    EliteBoard(Ignite ignite) {
        this.ignite = ignite;
        // A run that fails leaves its answers here; no run lasts longer than a day.
        this.packs = ignite.<ElitePackKey, ElitePack>cache(CacheNames.ANNEALING_ELITE)
                .withExpiryPolicy(new CreatedExpiryPolicy(new Duration(TimeUnit.HOURS, 25)));
        this.activeRuns = ignite.cache(CacheNames.RUN_CHECKPOINT);
    }

    /** Publishes answers and returns their size on the wire, bytes. Nothing stays when the run has ended meanwhile. */
    long publish(ElitePackKey key, ElitePack pack) {
        packs.put(key, pack);
        // Put first, looked second: a run that ends in between removes what is here when it has ended.
        if (!activeRuns.containsKey(key.runId())) {
            packs.remove(key);
        }
        return size(pack);
    }

    Optional<ElitePack> find(ElitePackKey key) {
        return Optional.ofNullable(packs.get(key));
    }

    /** Returns the size on the wire, bytes. */
    long size(Object wire) {
        return ignite.binary().<BinaryObject>toBinary(wire).size();
    }

    void remove(Collection<ElitePackKey> keys) {
        Set<ElitePackKey> all = new HashSet<>(keys);
        all.forEach(packs::remove);
    }

    /** Removes whatever a run has published, by a look into its one partition. */
    void removeAll(String runId) {
        int partition = ignite.affinity(CacheNames.ANNEALING_ELITE).partition(runId);
        List<ElitePackKey> keys = new ArrayList<>();
        var mine = new ScanQuery<ElitePackKey, ElitePack>(
                (key, pack) -> key.runId().equals(runId));
        try (var rows = packs.query(mine.setPartition(partition))) {
            rows.forEach(row -> keys.add(row.getKey()));
        }
        remove(keys);
    }
}
