package io.nqba.compute.sales.duplicates;

import io.nqba.compute.kernel.duplicates.SeenTwice;
import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.compute.platform.PartitionShares;
import io.nqba.compute.platform.ShareTask;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DuplicateGroup;
import io.nqba.model.sales.DuplicatePlace;
import io.nqba.model.sales.DuplicateQuery;
import io.nqba.model.sales.DuplicateReport;
import io.nqba.model.sales.NotDuplicate;
import io.nqba.model.sales.NotDuplicateKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.CachePeekMode;
import org.apache.ignite.cache.query.ScanQuery;

/**
 * Finds rows that may be the same, where they lie: first every node notes which signatures its rows have, two bits each; added up, they
 * tell which signatures were seen twice; then only rows with such signatures travel, as key, name and id. So a grid of different rows
 * sends almost nothing. Nothing is stored: the answer is as fresh as the rows.
 */
public final class FindDuplicatesTask extends OwnerTask<DuplicateQuery, DuplicateReport> {
    private static final long serialVersionUID = 1L;

    /** Signatures of a name of common length. */
    private static final int SIGNATURES_PER_NAME = 16;

    /** What was counted on the way. */
    private long bytes;

    @Override
    protected String cacheName() {
        return CacheNames.LEAD;
    }

    @Override
    protected Object key(DuplicateQuery query) {
        return "";
    }

    @Override
    protected DuplicateReport work(Ignite here, DuplicateQuery query) {
        Set<NotDuplicateKey> different = new HashSet<>();
        try (var said = here.<NotDuplicateKey, NotDuplicate>cache(CacheNames.NOT_DUPLICATE)
                .query(new ScanQuery<NotDuplicateKey, NotDuplicate>())) {
            said.forEach(pair -> different.add(pair.getKey()));
        }
        List<DuplicateGroup> groups = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (query.kind() == null || query.kind() == aspect.kind()) {
                groups.addAll(new SuspectGroups(aspect, suspects(here, aspect), different).find());
            }
        }
        groups.sort(Comparator.comparing(DuplicateGroup::place));
        DuplicatePlace after = query.after();
        List<DuplicateGroup> open = groups.stream()
                .filter(group -> after == null || group.place().compareTo(after) > 0)
                .toList();
        int shown = Math.min(query.limit(), open.size());
        return new DuplicateReport(open.subList(0, shown), open.size() > shown, groups.size(), bytes);
    }

    private List<Suspect> suspects(Ignite here, Aspect aspect) {
        long rows = here.cache(aspect.cache()).sizeLong(CachePeekMode.PRIMARY);
        int bits = SeenTwice.bitsFor(aspect.exact() ? rows : rows * SIGNATURES_PER_NAME / 4);
        SeenTwice seen = new SeenTwice(bits);
        for (SeenTwice part : ShareTask.run(
                here,
                PartitionShares.<SeenTwice>of(
                        here, aspect.cache(), partitions -> new SeenShare(aspect, partitions, bits)))) {
            seen.add(part);
            bytes += part.bytes();
        }
        Map<String, Suspect> ways = new HashMap<>();
        for (List<Suspect> part : ShareTask.run(
                here,
                PartitionShares.<List<Suspect>>of(
                        here, aspect.cache(), partitions -> new SuspectShare(aspect, partitions, seen)))) {
            for (Suspect suspect : part) {
                bytes += suspect.bytes();
                // Leads that write their company alike lie on many nodes and stand for each other; all others are told
                // apart by id.
                ways.merge(aspect == Aspect.LEAD_COMPANY ? suspect.text() : suspect.id(), suspect, Suspect::first);
            }
        }
        return List.copyOf(ways.values());
    }
}
