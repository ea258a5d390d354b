package io.nqba.compute.sales.assignment;

import io.nqba.compute.kernel.assignment.WorkItems;
import io.nqba.compute.optimisation.SweptProblem;
import io.nqba.compute.sales.assignment.WorkPartition.Source;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.AssignmentRequest;
import io.nqba.model.sales.AssignmentWork;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/** Makes work of the leads or deals of a partition, from rows that lie on this node. Thread-safe. */
final class WorkCompiler implements SweptProblem.RowSource {
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private final Ignite ignite;
    private final SalesMarket market;
    private final AssignmentRequest request;

    WorkCompiler(Ignite ignite, SalesMarket market) {
        this.ignite = ignite;
        this.market = market;
        this.request = market.request();
    }

    @Override
    public WorkPartition compile(int partition) {
        return request.work() == AssignmentWork.LEADS ? leads(partition) : deals(partition);
    }

    private WorkPartition leads(int partition) {
        List<Lead> open = rows(CacheNames.LEAD, partition, WorkCompiler::isOpen, Comparator.comparing(Lead::leadId));
        Map<String, LeadScore> scores = new HashMap<>();
        if (!open.isEmpty()) {
            scan(CacheNames.LEAD_SCORE, partition, (String id, LeadScore score) -> scores.put(id, score));
        }
        var items = new WorkItems.Builder(open.size());
        List<Source> sources = new ArrayList<>(open.size());
        for (Lead lead : open) {
            Source source = source(lead, scores.get(lead.leadId()));
            items.add(
                    (long) partition << 32 | sources.size(),
                    market.workClass(lead.productId(), lead.territory(), lead.language()),
                    scale(lead, source.probability()),
                    hours(lead),
                    market.position(lead.ownerRepId()),
                    lead.createdAtMillis());
            sources.add(source);
        }
        return new WorkPartition(market, items.build(), sources);
    }

    static boolean isOpen(Lead lead) {
        return lead.outcome() == Outcome.UNKNOWN
                && lead.status() != LeadStatus.CONVERTED
                && lead.status() != LeadStatus.LOST;
    }

    Source source(Lead lead, @Nullable LeadScore score) {
        return new Source(
                lead.leadId(),
                lead.productId(),
                lead.ownerRepId(),
                score == null ? market.rates().ofLeads() : score.probability(),
                score != null);
    }

    /** Returns the money that an average agent may expect of a lead. */
    double scale(Lead lead, double probability) {
        double amount = lead.amount() > 0 ? lead.amount() : market.listPrice(lead.productId());
        return probability * amount * decay((request.asOfMillis() - lead.createdAtMillis()) / MILLIS_PER_DAY);
    }

    double hours(Lead lead) {
        return lead.workHours() > 0 ? lead.workHours() : request.hoursPerItem();
    }

    private double decay(double waitingDays) {
        return request.halfLifeDays() > 0 ? Math.pow(0.5, Math.max(0, waitingDays) / request.halfLifeDays()) : 1;
    }

    private WorkPartition deals(int partition) {
        List<Opportunity> open = rows(
                CacheNames.OPPORTUNITY,
                partition,
                Opportunity::isOpen,
                Comparator.comparing(Opportunity::opportunityId));
        var items = new WorkItems.Builder(open.size());
        List<Source> sources = new ArrayList<>(open.size());
        double today = request.asOfMillis() / MILLIS_PER_DAY;
        for (Opportunity deal : open) {
            double amount = deal.amount() > 0 ? deal.amount() : market.listPrice(deal.productId());
            // A deal that nobody engaged yet does not wait.
            double waiting = deal.engageDay() > 0 ? today - deal.engageDay() : 0;
            items.add(
                    (long) partition << 32 | sources.size(),
                    market.workClass(deal.productId(), "", ""),
                    amount * decay(waiting),
                    request.hoursPerItem(),
                    market.position(deal.repId()),
                    deal.engageDay());
            sources.add(new Source(deal.opportunityId(), deal.productId(), deal.repId(), 0, false));
        }
        return new WorkPartition(market, items.build(), sources);
    }

    /** The order of the rows decides keys and sums, so it must not depend on the node. */
    private <V> List<V> rows(String cacheName, int partition, Predicate<V> wanted, Comparator<V> order) {
        List<V> rows = new ArrayList<>();
        scan(cacheName, partition, (String id, V row) -> {
            if (wanted.test(row)) {
                rows.add(row);
            }
        });
        rows.sort(order);
        return rows;
    }

    /** Caches change hands one by one when nodes come and go, so the query goes to whoever owns the partition in this cache. */
    private <V> void scan(String cacheName, int partition, BiConsumer<String, V> into) {
        var query = new ScanQuery<String, V>().setPartition(partition);
        try (var rows = ignite.<String, V>cache(cacheName).query(query)) {
            rows.forEach(row -> into.accept(row.getKey(), row.getValue()));
        }
    }
}
