package io.nqba.bench;

import io.nqba.compute.sales.scoring.ArrivalScores.Scored;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Assignment;
import io.nqba.model.sales.AssignmentKey;
import io.nqba.model.sales.Lead;
import io.nqba.node.sales.assignment.AssignmentOnArrival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ContinuousQuery;
import org.apache.ignite.cache.query.QueryCursor;

/** Leads that come in while prices are current: each from its write until its agent can be read, and an import of many. */
final class ArrivalFigures implements FigureGroup {
    private static final int STANDING = 40_000;
    private static final int PER_SECOND = 200;
    private static final int WARM = 1_000;
    private static final int MEASURED = 2_000;
    private static final int IMPORTED = 100_000;
    private static final int BATCH = 1_000;
    /** As many as are taken together behind their scores. */
    private static final int TOGETHER = 256;

    private static final int DIRECT = 5_120;
    private static final long PATIENCE_SECONDS = 300;

    @Override
    public String name() {
        return "arrival";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        try (BenchGrid grid = priced(3)) {
            arrive(grid.ignite(), "warm-", WARM);
            double[] millis = arrive(grid.ignite(), "new-", MEASURED);
            Arrays.sort(millis);
            figures.add("new_lead_assigned_3_nodes_ms_p50", millis[MEASURED / 2], "ms");
            figures.add("new_lead_assigned_3_nodes_ms_p99", millis[MEASURED * 99 / 100], "ms");
        }
        try (BenchGrid grid = priced(1)) {
            figures.add("arrivals_assigned_one_by_one_per_s", perSecond(grid.ignite(), "one-", 1), "1/s");
            figures.add("arrivals_assigned_together_per_s", perSecond(grid.ignite(), "all-", TOGETHER), "1/s");
            figures.add("import_100k_leads_assigned_s", imported(grid.ignite()), "s");
        }
    }

    private static BenchGrid priced(int nodes) throws Exception {
        BenchGrid grid = new BenchGrid(nodes);
        AssignmentBook.loadLeads(grid.ignite(), STANDING);
        // Many more hours than work: nobody runs out of them while new leads come.
        grid.run(AssignmentFigures.request().hoursPerAgent(1_000).build());
        return grid;
    }

    /** Returns milliseconds from the moment each lead was due until its row was there, in the order of the leads. */
    private static double[] arrive(Ignite ignite, String prefix, int count) throws InterruptedException {
        Map<String, Long> due = new ConcurrentHashMap<>();
        double[] millis = new double[count];
        var open = new CountDownLatch(count);
        var dice = new SplittableRandom(7);
        QueryCursor<?> rows = watch(ignite, prefix, (workId, nanos) -> {
            Long since = due.remove(workId);
            if (since != null) {
                millis[Integer.parseInt(workId.substring(prefix.length()))] = (nanos - since) / 1e6;
                open.countDown();
            }
        });
        try {
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long at = begin + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                while (System.nanoTime() < at) {
                    LockSupport.parkNanos(at - System.nanoTime());
                }
                Lead lead = AssignmentBook.lead(prefix + i, dice);
                due.put(lead.leadId(), at);
                ignite.cache(CacheNames.LEAD).put(lead.leadId(), lead);
            }
            await(open);
        } finally {
            rows.close();
        }
        return millis;
    }

    /** Returns seconds from the first write of an import until the last of its leads has been looked at. */
    private static double imported(Ignite ignite) throws InterruptedException {
        var open = new CountDownLatch(IMPORTED);
        var dice = new SplittableRandom(8);
        long begin = System.nanoTime();
        QueryCursor<?> rows = watch(ignite, "import-", (workId, nanos) -> open.countDown());
        try {
            Map<String, Lead> batch = new TreeMap<>();
            for (int i = 0; i < IMPORTED; i++) {
                batch.put("import-" + i, AssignmentBook.lead("import-" + i, dice));
                if (batch.size() == BATCH) {
                    ignite.<String, Lead>cache(CacheNames.LEAD).putAll(batch);
                    batch.clear();
                }
            }
            await(open);
        } finally {
            rows.close();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Returns how many leads a second are given when so many come at once, without their way to there. */
    private static double perSecond(Ignite ignite, String prefix, int together) {
        var dice = new SplittableRandom(9);
        List<Scored> leads = new ArrayList<>();
        for (int i = 0; i < DIRECT; i++) {
            leads.add(new Scored(AssignmentBook.lead(prefix + i, dice), null));
        }
        var listener = new AssignmentOnArrival();
        long begin = System.nanoTime();
        for (int from = 0; from < DIRECT; from += together) {
            listener.leadsScored(ignite, leads.subList(from, Math.min(DIRECT, from + together)));
        }
        return DIRECT * 1e9 / (System.nanoTime() - begin);
    }

    /** What is done with a row when it can be read. */
    private interface Seen {
        void row(String workId, long nanos);
    }

    private static QueryCursor<?> watch(Ignite ignite, String prefix, Seen seen) {
        var query = new ContinuousQuery<AssignmentKey, Assignment>();
        query.setLocalListener(events -> {
            long now = System.nanoTime();
            events.forEach(event -> {
                if (event.getKey().workId().startsWith(prefix)) {
                    seen.row(event.getKey().workId(), now);
                }
            });
        });
        return ignite.<AssignmentKey, Assignment>cache(CacheNames.ASSIGNMENT).query(query);
    }

    private static void await(CountDownLatch open) throws InterruptedException {
        if (!open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("%,d leads got no agent in time.".formatted(open.getCount()));
        }
    }
}
