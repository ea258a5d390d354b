package io.nqba.compute.annealing;

import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.binary.BinaryObject;
import org.apache.ignite.cache.query.ScanQuery;

/** Where the members of a run publish answers for each other. The rows lie with the run, so its coordinator reads them at home. */
final class EliteBoard {
    private final Ignite ignite;
    private final IgniteCache<ElitePackKey, ElitePack> packs;

    EliteBoard(Ignite ignite) {
        this.ignite = ignite;
        this.packs = ignite.cache(CacheNames.ANNEALING_ELITE);
    }

    /** Publishes answers and returns their size on the wire, bytes. */
    long publish(ElitePackKey key, ElitePack pack) {
        packs.put(key, pack);
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
