package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.WorkItems;
import io.nqba.compute.sales.assignment.WorkPartition.Source;
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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.jspecify.annotations.Nullable;

/**
 * Gives a new lead to an agent at once, on the lead's node: to whom most is left after the price of the hours, among those with hours
 * left. The hours are taken by compare-and-set, so two leads on two nodes never get the same one. Prices stay as the last run found
 * them; the next run looks at everything again.
 */
public final class NewLeadDesk {
    private static final String KEY = "nqba.sales.newLeads";
    private static final int MOST_TRIES = 200;

    private final Ignite ignite;
    private final IgniteCache<String, CurrentAssignmentPrices> current;
    private volatile @Nullable Opened opened;

    private NewLeadDesk(Ignite ignite) {
        this.ignite = ignite;
        current = ignite.cache(CacheNames.CURRENT_ASSIGNMENT_PRICES);
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
        return assign(lead, score(leadId))
                .orElseThrow(() -> new NqbaException(
                        ErrorCode.CONFLICT,
                        "No assignment of leads has found prices yet.",
                        "POST /api/v1/sigma/assignment with work LEADS first."));
    }

    /** Assigns a lead that came in, or changed, if it is open and has no agent from the last run or from here; twice is once. */
    public Optional<Assignment> arrived(Lead lead, @Nullable LeadScore score) {
        return WorkCompiler.isOpen(lead) ? assign(lead, score) : Optional.empty();
    }

    /** One lead at a time: all of them change the same entry. Returns nothing where no run has found prices yet. */
    private synchronized Optional<Assignment> assign(Lead lead, @Nullable LeadScore score) {
        IgniteCache<AssignmentKey, Assignment> assignments = ignite.cache(CacheNames.ASSIGNMENT);
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            CurrentAssignmentPrices prices = current.get(CurrentAssignmentPrices.KEY);
            if (prices == null) {
                return Optional.empty();
            }
            var key = new AssignmentKey(prices.runId(), lead.leadId());
            Assignment before = assignments.get(key);
            if (before != null) {
                return Optional.of(before);
            }
            Offer offer = new Chooser(opened(prices), prices).choose(lead, score);
            if (offer.agent() < 0 || take(prices, offer)) {
                assignments.put(key, offer.row());
                return Optional.of(offer.row());
            }
        }
        throw new NqbaException(
                ErrorCode.CONFLICT,
                "The hours of the agents changed %d times while lead (%s) was assigned."
                        .formatted(MOST_TRIES, lead.leadId()),
                "Try again.");
    }

    private @Nullable LeadScore score(String leadId) {
        return ignite.<String, LeadScore>cache(CacheNames.LEAD_SCORE).get(leadId);
    }

    private boolean take(CurrentAssignmentPrices prices, Offer offer) {
        double[] left = prices.hoursLeft();
        left[offer.agent()] -= offer.row().hours();
        return current.replace(
                CurrentAssignmentPrices.KEY,
                prices,
                new CurrentAssignmentPrices(
                        prices.runId(), prices.repIds(), prices.shadowPrices(), left, prices.issuedMillis()));
    }

    /** The agents as the run saw them; read once per run. */
    private Opened opened(CurrentAssignmentPrices prices) {
        Opened kept = opened;
        if (kept != null && kept.runId().equals(prices.runId())) {
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
        Opened read = new Opened(prices.runId(), market, new WorkCompiler(ignite, market));
        opened = read;
        return read;
    }

    private record Opened(String runId, SalesMarket market, WorkCompiler compiler) {}

    /** Who gets the lead, by place among the agents; −1 for nobody. */
    private record Offer(int agent, Assignment row) {}

    /** Looks at all agents: there are few beside leads, and hours left change with every lead. */
    private static final class Chooser {
        private final SalesMarket market;
        private final WorkCompiler compiler;
        private final CurrentAssignmentPrices prices;

        Chooser(Opened opened, CurrentAssignmentPrices prices) {
            market = opened.market();
            compiler = opened.compiler();
            this.prices = prices;
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
            double[] price = prices.shadowPrices();
            double[] left = prices.hoursLeft();
            String[] repIds = prices.repIds();
            int best = -1;
            int bestPlace = -1;
            double most = 0;
            for (int a = 0; a < repIds.length; a++) {
                int place = market.position(repIds[a]);
                double utility = place < 0 || left[a] < hours
                        ? Double.NaN
                        : market.agents().worth(item, 0, place) - hours * Math.max(0, price[a]);
                if (utility > most) {
                    most = utility;
                    best = a;
                    bestPlace = place;
                }
            }
            return best < 0 ? nobody(source, hours) : offer(best, bestPlace, item, source, hours, price[best]);
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

        private Offer offer(int agent, int place, WorkItems item, Source source, double hours, double price) {
            double worth = market.agents().worth(item, 0, place);
            String why = String.format(
                    Locale.ENGLISH,
                    "New: %s makes %,.0f %s of it at %,.0f %s an hour, the most of those with hours left.",
                    market.reps().get(place).name(),
                    worth,
                    SalesMarket.CURRENCY,
                    Math.max(0, price),
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
