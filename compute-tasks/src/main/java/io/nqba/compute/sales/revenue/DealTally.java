package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.SalesMonths;
import io.nqba.compute.kernel.revenue.Spells;
import io.nqba.compute.kernel.revenue.Spells.Exit;
import io.nqba.compute.platform.ShareTask.Share;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.StageHistory;
import io.nqba.model.sales.StageHistoryKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/**
 * A book of deals in whole numbers, by product and by agent. Its size grows with products, agents and months, not with deals. Crosses the
 * grid wire.
 */
final class DealTally {
    private final Look look;
    private final TreeMap<String, ProductTally> products = new TreeMap<>();
    private final TreeMap<String, long[]> wonByRep = new TreeMap<>();
    private final TreeMap<String, long[]> lostByRep = new TreeMap<>();
    private final Spells prospects;
    private final HashSet<UUID> nodes = new HashSet<>();
    private long prospectsWithoutDay;
    private long prospectsOpen;
    private long deals;

    DealTally(Look look) {
        this.look = look;
        prospects = new Spells(look.firstMonth(), look.months());
    }

    /** Asks the nodes. */
    static DealTally of(Ignite ignite, Look look) {
        var all = new DealTally(look);
        DealScan.ask(ignite, CacheNames.OPPORTUNITY, mine -> new Part(look, mine))
                .forEach(all::add);
        return all;
    }

    private void add(Opportunity deal, Map<String, Product> known, Map<String, Long> foundDays) {
        deals++;
        Product product = known.get(deal.productId());
        products.computeIfAbsent(deal.productId(), id -> new ProductTally(look))
                .add(deal, look, product == null ? 0 : product.listPrice());
        boolean closed = !deal.isOpen() && deal.closeDay() <= look.asOfDay();
        if (closed && deal.closeDay() >= look.watchedFrom()) {
            (deal.stage() == DealStage.WON ? wonByRep : lostByRep)
                    .computeIfAbsent(deal.repId(), id -> new long[look.months()])[
                    SalesMonths.of(deal.closeDay()) - look.firstMonth()]++;
        }
        addProspect(deal, foundDays.get(deal.opportunityId()), closed);
    }

    private void addProspect(Opportunity deal, @Nullable Long foundDay, boolean closed) {
        boolean begun = deal.engageDay() <= look.asOfDay();
        if (!begun && !closed) {
            prospectsOpen++;
            prospectsWithoutDay += foundDay == null ? 1 : 0;
        }
        if (foundDay == null || foundDay > look.asOfDay()) {
            return;
        }
        if (begun) {
            prospects.add(foundDay, look.watchedFrom(), Math.max(foundDay, deal.engageDay()), Exit.AHEAD);
        } else if (closed) {
            prospects.add(foundDay, look.watchedFrom(), Math.max(foundDay, deal.closeDay()), Exit.OUT);
        } else {
            prospects.add(foundDay, look.watchedFrom(), look.asOfDay(), Exit.OPEN);
        }
    }

    private void add(DealTally other) {
        other.products.forEach((id, tally) ->
                products.computeIfAbsent(id, key -> new ProductTally(look)).add(tally));
        merge(wonByRep, other.wonByRep);
        merge(lostByRep, other.lostByRep);
        prospects.add(other.prospects);
        nodes.addAll(other.nodes);
        prospectsWithoutDay += other.prospectsWithoutDay;
        prospectsOpen += other.prospectsOpen;
        deals += other.deals;
    }

    private void merge(Map<String, long[]> counts, Map<String, long[]> more) {
        more.forEach((id, each) -> ProductTally.add(counts.computeIfAbsent(id, key -> new long[look.months()]), each));
    }

    Look look() {
        return look;
    }

    SortedMap<String, ProductTally> products() {
        return products;
    }

    /** Returns the deals of all products. */
    Spells spells() {
        var all = new Spells(look.firstMonth(), look.months());
        products.values().forEach(product -> all.add(product.spells()));
        return all;
    }

    Set<String> reps() {
        var ids = new HashSet<>(wonByRep.keySet());
        ids.addAll(lostByRep.keySet());
        return ids;
    }

    long won(String repId, int month) {
        return at(wonByRep, repId, month);
    }

    long lost(String repId, int month) {
        return at(lostByRep, repId, month);
    }

    private long at(Map<String, long[]> counts, String repId, int month) {
        long[] byMonth = counts.get(repId);
        return byMonth == null ? 0 : byMonth[month - look.firstMonth()];
    }

    Spells prospects() {
        return prospects;
    }

    long prospectsWithoutDay() {
        return prospectsWithoutDay;
    }

    long prospectsOpen() {
        return prospectsOpen;
    }

    int nodes() {
        return nodes.size();
    }

    long deals() {
        return deals;
    }

    /** Returns money won in a month. */
    double money(int month) {
        return products.values().stream()
                .mapToDouble(product -> product.money(month))
                .sum();
    }

    static Map<String, Product> products(Ignite ignite) {
        Map<String, Product> known = new HashMap<>();
        try (var rows = ignite.<String, Product>cache(CacheNames.PRODUCT).query(new ScanQuery<String, Product>())) {
            rows.forEach(row -> known.put(row.getKey(), row.getValue()));
        }
        return known;
    }

    private static final class Part implements Share<DealTally> {
        private final Look look;
        private final int[] partitions;

        Part(Look look, int[] partitions) {
            this.look = look;
            this.partitions = partitions;
        }

        @Override
        public DealTally work(Ignite here) {
            Map<String, Product> known = products(here);
            var tally = new DealTally(look);
            tally.nodes.add(here.cluster().localNode().id());
            for (int partition : partitions) {
                int[] one = {partition};
                Map<String, Long> foundDays = new HashMap<>();
                DealScan.rows(here, CacheNames.STAGE_HISTORY, one, (StageHistoryKey key, StageHistory step) -> {
                    if (step.stage() == DealStage.PROSPECTING) {
                        foundDays.merge(key.opportunityId(), step.day(), Math::min);
                    }
                });
                DealScan.deals(here, one, deal -> tally.add(deal, known, foundDays));
            }
            return tally;
        }
    }
}
