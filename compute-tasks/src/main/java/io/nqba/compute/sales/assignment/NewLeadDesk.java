package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.WorkItems;
import io.nqba.compute.sales.assignment.WorkPartition.Source;
import io.nqba.compute.sales.scoring.ArrivalScores.Scored;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.sales.Assignment;
import io.nqba.model.sales.AssignmentKey;
import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.CurrentAssignmentPrices;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/**
 * Gives a new lead to an agent at once, on the lead's node: to whom most is left after the price of the hours, among those with hours
 * left. The hours are taken by compare-and-set, so two leads on two nodes never get the same one. Prices stay as the last run found
 * them; the next run looks at everything again. A node that dies between taking hours and giving the leads leaves these hours unused until
 * then.
 */
public final class NewLeadDesk {
    private static final String KEY = "nqba.sales.newLeads";
    private static final int MOST_TRIES = 200;

    private final Ignite ignite;
    private final IgniteCache<String, CurrentAssignmentPrices> current;
    private final IgniteCache<AssignmentKey, Assignment> assignments;
    private volatile @Nullable Opened opened;

    private NewLeadDesk(Ignite ignite) {
        this.ignite = ignite;
        current = ignite.cache(CacheNames.CURRENT_ASSIGNMENT_PRICES);
        assignments = ignite.cache(CacheNames.ASSIGNMENT);
    }

    /** Returns the desk of a node. */
    public static NewLeadDesk of(Ignite ignite) {
        ConcurrentMap<String, NewLeadDesk> local = ignite.cluster().nodeLocalMap();
        return local.computeIfAbsent(KEY, key -> new NewLeadDesk(ignite));
    }

    /**
     * Assigns a lead; a lead that the run or an earlier call has assigned keeps its agent.
     *
     * @throws NqbaException if there is no such lead, or no run has found prices yet
     */
    Assignment assign(String leadId) {
        Lead lead = ignite.<String, Lead>cache(CacheNames.LEAD).get(leadId);
        if (lead == null) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "There is no lead with the id (%s).".formatted(leadId),
                    "GET /api/v1/sigma/leads lists the leads.");
        }
        Assignment given = assign(List.of(new Scored(lead, score(leadId)))).get(leadId);
        if (given == null) {
            throw new NqbaException(
                    ErrorCode.CONFLICT,
                    "No assignment of leads has found prices yet.",
                    "POST /api/v1/sigma/assignment with work LEADS first.");
        }
        return given;
    }

    /**
     * Assigns leads that came in, or changed, if they are open and have no agent from the last run or from here; twice is once. Together
     * they get what they would get one by one in this order, and the hours are written once: an import brings thousands.
     *
     * @return who got which lead, by lead; nothing where no run has found prices yet
     */
    public Map<String, Assignment> arrived(Collection<Scored> arrivals) {
        List<Scored> open = arrivals.stream()
                .filter(arrival -> WorkCompiler.isOpen(arrival.lead()))
                .toList();
        return open.isEmpty() ? Map.of() : assign(open);
    }

    /** Returns the open leads of a partition that nobody looked at since the last run found prices: none before the first. */
    public Set<String> waiting(int partition) {
        CurrentAssignmentPrices prices = current.get(CurrentAssignmentPrices.KEY);
        if (prices == null) {
            return Set.of();
        }
        Set<AssignmentKey> open = new HashSet<>();
        var query = new ScanQuery<String, Lead>().setPartition(partition);
        try (var rows = ignite.<String, Lead>cache(CacheNames.LEAD).query(query)) {
            rows.forEach(row -> {
                if (WorkCompiler.isOpen(row.getValue())) {
                    open.add(new AssignmentKey(prices.runId(), row.getKey()));
                }
            });
        }
        open.removeAll(assignments.getAll(open).keySet());
        return open.stream().map(AssignmentKey::workId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One caller at a time: all of them change the same entry. */
    private synchronized Map<String, Assignment> assign(List<Scored> arrivals) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            CurrentAssignmentPrices prices = current.get(CurrentAssignmentPrices.KEY);
            if (prices == null) {
                return Map.of();
            }
            Batch batch = batch(prices, arrivals);
            if (!batch.takesHours() || take(prices, batch.hoursLeft)) {
                assignments.putAll(batch.fresh);
                return batch.all;
            }
        }
        throw new NqbaException(
                ErrorCode.CONFLICT,
                "The hours of the agents changed %d times while lead (%s) was assigned."
                        .formatted(MOST_TRIES, arrivals.get(0).lead().leadId()),
                "Try again.");
    }

    private Batch batch(CurrentAssignmentPrices prices, List<Scored> arrivals) {
        Map<String, AssignmentKey> keys = new LinkedHashMap<>();
        arrivals.forEach(arrival -> {
            String leadId = arrival.lead().leadId();
            keys.put(leadId, new AssignmentKey(prices.runId(), leadId));
        });
        Map<AssignmentKey, Assignment> standing = assignments.getAll(Set.copyOf(keys.values()));
        var batch = new Batch(prices.hoursLeft());
        standing.forEach((key, row) -> batch.all.put(key.workId(), row));
        Chooser chooser = new Chooser(opened(prices), prices.shadowPrices(), batch.hoursLeft);
        for (Scored arrival : arrivals) {
            String leadId = arrival.lead().leadId();
            if (!batch.all.containsKey(leadId)) {
                batch.give(Objects.requireNonNull(keys.get(leadId)), chooser.choose(arrival.lead(), arrival.score()));
            }
        }
        return batch;
    }

    private @Nullable LeadScore score(String leadId) {
        return ignite.<String, LeadScore>cache(CacheNames.LEAD_SCORE).get(leadId);
    }

    private boolean take(CurrentAssignmentPrices prices, double[] hoursLeft) {
        return current.replace(
                CurrentAssignmentPrices.KEY,
                prices,
                new CurrentAssignmentPrices(
                        prices.runId(), prices.repIds(), prices.shadowPrices(), hoursLeft, prices.issuedMillis()));
    }

    /** The agents as the run saw them; read once per run. */
    private Opened opened(CurrentAssignmentPrices prices) {
        Opened kept = opened;
        if (kept != null && kept.runId.equals(prices.runId())) {
            return kept;
        }
        OptimizationRun run = ignite.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                .get(prices.runId());
        if (run == null) {
            throw new NqbaException(
                    ErrorCode.RUN_NOT_FOUND,
                    "The run (%s) that found the prices is gone.".formatted(prices.runId()),
                    "Assign the leads again.");
        }
        SalesMarket market = SalesMarket.read(ignite, (AssignmentRequest) run.request());
        int[] places = Arrays.stream(prices.repIds()).mapToInt(market::position).toArray();
        Opened read = new Opened(prices.runId(), market, new WorkCompiler(ignite, market), places);
        opened = read;
        return read;
    }

    /** What a run saw, and where its priced agents stand in it; −1 where an agent is gone. */
    private static final class Opened {
        private final String runId;
        private final SalesMarket market;
        private final WorkCompiler compiler;
        private final int[] places;

        Opened(String runId, SalesMarket market, WorkCompiler compiler, int[] places) {
            this.runId = runId;
            this.market = market;
            this.compiler = compiler;
            this.places = places;
        }
    }

    /** What becomes of leads that are looked at together. */
    private static final class Batch {
        /** After them, by agent. */
        private final double[] hoursLeft;

        /** Who got which lead, by lead. */
        private final Map<String, Assignment> all = new HashMap<>();

        /** What of it is new; in one order on all nodes, so that no two writers wait for each other. */
        private final SortedMap<AssignmentKey, Assignment> fresh =
                new TreeMap<>(Comparator.comparing(AssignmentKey::workId));

        Batch(double[] hoursLeft) {
            this.hoursLeft = hoursLeft;
        }

        void give(AssignmentKey key, Offer offer) {
            if (offer.agent() >= 0) {
                hoursLeft[offer.agent()] -= offer.row().hours();
            }
            fresh.put(key, offer.row());
            all.put(key.workId(), offer.row());
        }

        boolean takesHours() {
            return fresh.values().stream().anyMatch(row -> !row.repId().isEmpty());
        }
    }

    /** Who gets the lead, by place among the agents; −1 for nobody. */
    private record Offer(int agent, Assignment row) {}

    /** Looks at all agents: there are few beside leads, and hours left change with every lead. */
    private static final class Chooser {
        private final SalesMarket market;
        private final WorkCompiler compiler;
        private final int[] places;
        private final double[] price;
        private final double[] left;

        /** @param left hours of each agent; whoever takes some changes them */
        Chooser(Opened opened, double[] price, double[] left) {
            market = opened.market;
            compiler = opened.compiler;
            places = opened.places;
            this.price = price;
            this.left = left;
        }

        Offer choose(Lead lead, @Nullable LeadScore score) {
            Source source = compiler.source(lead, score);
            double hours = compiler.hours(lead);
            WorkItems item = new WorkItems.Builder(1)
                    .add(
                            0,
                            market.workClass(lead.productId(), lead.territory(), lead.language()),
                            compiler.scale(lead, source.probability()),
                            hours,
                            market.position(lead.ownerRepId()),
                            0)
                    .build();
            int best = -1;
            double most = 0;
            for (int a = 0; a < places.length; a++) {
                double utility = places[a] < 0 || left[a] < hours
                        ? Double.NaN
                        : market.agents().worth(item, 0, places[a]) - hours * Math.max(0, price[a]);
                if (utility > most) {
                    most = utility;
                    best = a;
                }
            }
            return best < 0 ? nobody(source, hours) : offer(best, item, source, hours);
        }

        private static Offer nobody(Source source, double hours) {
            return new Offer(
                    -1,
                    new Assignment(
                            "",
                            source.ownerRepId(),
                            0,
                            hours,
                            source.probability(),
                            "It waits for the next run: no agent with hours left makes more of it than the hours are worth."));
        }

        private Offer offer(int agent, WorkItems item, Source source, double hours) {
            int place = places[agent];
            double worth = market.agents().worth(item, 0, place);
            String why = String.format(
                    Locale.ENGLISH,
                    "New: %s makes %,.0f %s of it at %,.0f %s an hour, the most of those with hours left.",
                    market.reps().get(place).name(),
                    worth,
                    SalesMarket.CURRENCY,
                    Math.max(0, price[agent]),
                    SalesMarket.CURRENCY);
            return new Offer(
                    agent,
                    new Assignment(
                            market.reps().get(place).repId(),
                            source.ownerRepId(),
                            worth,
                            hours,
                            market.probability(place, source.productId(), source.probability()),
                            why));
        }
    }
}
