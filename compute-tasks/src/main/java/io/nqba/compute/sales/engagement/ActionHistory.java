package io.nqba.compute.sales.engagement;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.Outcome;
import io.nqba.model.sales.WinTally;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.lang.IgniteCallable;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * What was done with leads whose outcome is known, counted where they lie: sums go out, no lead does. Kept on a node for some minutes.
 *
 * @param effects what went with each kind of action
 * @param baseRate share of closed leads that were won, drawn to one of ten as if by ten more
 * @param closed leads whose outcome is known
 */
record ActionHistory(Map<ActivityKind, ActionEffect> effects, double baseRate, long closed) {
    private static final String KEPT = "nqba.sales.actionHistory";
    private static final long LIFE_NANOS = 600_000_000_000L;
    private static final List<ActivityKind> KINDS = List.of(ActivityKind.values());
    private static final List<LeadGrade> GRADES = List.of(LeadGrade.values());
    /** One for each grade, one for leads without a score. */
    private static final int STRATA = GRADES.size() + 1;

    private record Kept(ActionHistory history, long countedNanos) {}

    static ActionHistory of(Ignite ignite) {
        ConcurrentMap<String, Kept> local = ignite.cluster().nodeLocalMap();
        Kept kept = local.get(KEPT);
        if (kept == null || System.nanoTime() - kept.countedNanos() > LIFE_NANOS) {
            kept = new Kept(count(ignite), System.nanoTime());
            local.put(KEPT, kept);
        }
        return kept.history();
    }

    static ActionHistory count(Ignite ignite) {
        long[][][][] sum = empty();
        for (long[][][][] part : ignite.compute(ignite.cluster().forServers()).broadcast(new CountJob())) {
            add(sum, part);
        }
        Map<ActivityKind, ActionEffect> effects = new EnumMap<>(ActivityKind.class);
        for (ActivityKind kind : KINDS) {
            effects.put(kind, ActionEffect.of(sum[KINDS.indexOf(kind)]));
        }
        // Each kind of action splits the same leads in two.
        WinTally leads = new WinTally();
        for (long[][] grade : sum[0]) {
            for (long[] group : grade) {
                leads.add(true, group[1]);
                leads.add(false, group[0] - group[1]);
            }
        }
        return new ActionHistory(Map.copyOf(effects), leads.expected(), leads.total());
    }

    private static long[][][][] empty() {
        return new long[KINDS.size()][STRATA][2][2];
    }

    private static void add(long[][][][] sum, long[][][][] part) {
        for (int kind = 0; kind < sum.length; kind++) {
            for (int grade = 0; grade < STRATA; grade++) {
                for (int done = 0; done < 2; done++) {
                    sum[kind][grade][done][0] += part[kind][grade][done][0];
                    sum[kind][grade][done][1] += part[kind][grade][done][1];
                }
            }
        }
    }

    /** Counts the leads of one node, partition by partition. */
    private static final class CountJob implements IgniteCallable<long[][][][]> {
        private static final long serialVersionUID = 1L;

        @IgniteInstanceResource
        private transient @Nullable Ignite ignite;

        @Override
        public long[][][][] call() {
            Ignite here = Objects.requireNonNull(ignite);
            long[][][][] counts = empty();
            for (int partition : here.affinity(CacheNames.LEAD)
                    .primaryPartitions(here.cluster().localNode())) {
                count(here, partition, counts);
            }
            return counts;
        }

        private static void count(Ignite here, int partition, long[][][][] counts) {
            Map<String, Integer> done = new HashMap<>();
            var activities = new ScanQuery<ActivityKey, Activity>()
                    .setPartition(partition)
                    .setLocal(true);
            try (var rows =
                    here.<ActivityKey, Activity>cache(CacheNames.ACTIVITY).query(activities)) {
                for (Cache.Entry<ActivityKey, Activity> row : rows) {
                    if (row.getValue().done()) {
                        done.merge(
                                row.getKey().leadId(),
                                1 << KINDS.indexOf(row.getValue().kind()),
                                (a, b) -> a | b);
                    }
                }
            }
            var leads = new ScanQuery<String, Lead>().setPartition(partition).setLocal(true);
            try (var rows = here.<String, Lead>cache(CacheNames.LEAD).query(leads)) {
                for (Cache.Entry<String, Lead> row : rows) {
                    Lead lead = row.getValue();
                    if (lead.outcome() != Outcome.UNKNOWN) {
                        LeadScore score = here.<String, LeadScore>cache(CacheNames.LEAD_SCORE)
                                .get(lead.leadId());
                        add(
                                counts,
                                done.getOrDefault(lead.leadId(), 0),
                                score == null ? STRATA - 1 : GRADES.indexOf(score.grade()),
                                lead.outcome() == Outcome.WON);
                    }
                }
            }
        }

        private static void add(long[][][][] counts, int done, int grade, boolean won) {
            for (int kind = 0; kind < counts.length; kind++) {
                long[] group = counts[kind][grade][(done >> kind) & 1];
                group[0]++;
                group[1] += won ? 1 : 0;
            }
        }
    }
}
