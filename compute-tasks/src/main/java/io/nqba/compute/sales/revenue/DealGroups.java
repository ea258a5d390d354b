package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.SalesMonths;
import io.nqba.compute.platform.ShareTask.Share;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.Product;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.ignite.Ignite;

/**
 * Deals by groups: those of each dimension that is asked for, and each of these by product too. Filters and what is known of accounts go
 * down to the deals, counts come up. Crosses the grid wire.
 */
final class DealGroups {
    private final TreeMap<DealDimension, TreeMap<String, GroupTally>> groups = new TreeMap<>();
    private final TreeMap<DealDimension, SortedMap<String, SortedMap<String, GroupTally>>> byProduct = new TreeMap<>();
    private final GroupTally all;
    private final Look look;

    private DealGroups(Look look) {
        this.look = look;
        all = new GroupTally(look);
    }

    /** Asks the nodes. */
    static DealGroups of(Ignite ignite, DealGroupQuery query) {
        Look look = BookSpan.of(ignite).look(query.asOfDay());
        Map<String, AccountKind> accounts = AccountKind.all(ignite);
        var sum = new DealGroups(look);
        DealScan.ask(ignite, CacheNames.OPPORTUNITY, mine -> new Part(query, look, accounts, mine))
                .forEach(sum::add);
        return sum;
    }

    private void add(DealGroups other) {
        all.add(other.all);
        other.groups.forEach((by, tallies) ->
                tallies.forEach((value, tally) -> group(by, value).add(tally)));
        other.byProduct.forEach((by, values) -> values.forEach((value, tallies) ->
                tallies.forEach((product, tally) -> group(by, value, product).add(tally))));
    }

    private GroupTally group(DealDimension by, String value) {
        return groups.computeIfAbsent(by, key -> new TreeMap<>()).computeIfAbsent(value, key -> new GroupTally(look));
    }

    private GroupTally group(DealDimension by, String value, String productId) {
        return byProduct
                .computeIfAbsent(by, key -> new TreeMap<>())
                .computeIfAbsent(value, key -> new TreeMap<>())
                .computeIfAbsent(productId, key -> new GroupTally(look));
    }

    Look look() {
        return look;
    }

    GroupTally all() {
        return all;
    }

    /** Returns the groups of one dimension, by value. */
    Map<String, GroupTally> groups(DealDimension by) {
        return groups.getOrDefault(by, new TreeMap<>());
    }

    /** Returns the groups of one dimension by value, then by product. */
    SortedMap<String, SortedMap<String, GroupTally>> byProduct(DealDimension by) {
        return byProduct.getOrDefault(by, new TreeMap<>());
    }

    private static final class Part implements Share<DealGroups> {
        private final DealGroupQuery query;
        private final Look look;
        private final Map<String, AccountKind> accounts;
        private final int[] partitions;

        Part(DealGroupQuery query, Look look, Map<String, AccountKind> accounts, int[] partitions) {
            this.query = query;
            this.look = look;
            this.accounts = accounts;
            this.partitions = partitions;
        }

        @Override
        public DealGroups work(Ignite here) {
            Map<String, Product> products = DealTally.products(here);
            var part = new DealGroups(look);
            DealScan.deals(here, partitions, deal -> {
                AccountKind account = AccountKind.of(accounts, deal.accountId());
                if (wanted(deal, account)) {
                    Product product = products.get(deal.productId());
                    add(part, deal, account, product == null ? 0 : product.listPrice());
                }
            });
            return part;
        }

        /** Deals that closed before anybody watched would be winners and losers without those that stayed open. */
        private boolean wanted(Opportunity deal, AccountKind account) {
            return (query.sector().isEmpty() || query.sector().equals(account.sector()))
                    && (query.size().isEmpty() || query.size().equals(account.size()))
                    && (query.region().isEmpty() || query.region().equals(account.region()))
                    && (query.productId().isEmpty() || query.productId().equals(deal.productId()))
                    && deal.closeDay() >= look.watchedFrom();
        }

        private void add(DealGroups part, Opportunity deal, AccountKind account, double listPrice) {
            part.all.add(deal, look, listPrice);
            for (DealDimension by : query.by()) {
                value(by, deal, account).ifPresent(value -> {
                    part.group(by, value).add(deal, look, listPrice);
                    part.group(by, value, deal.productId()).add(deal, look, listPrice);
                });
            }
        }

        private Optional<String> value(DealDimension by, Opportunity deal, AccountKind account) {
            return switch (by) {
                case SECTOR -> Optional.of(account.sector());
                case SIZE -> Optional.of(account.size());
                case REGION -> Optional.of(account.region());
                case PRODUCT -> Optional.of(deal.productId());
                case AGENT -> Optional.of(deal.repId());
                case MONTH_OF_QUARTER ->
                    deal.isOpen() || deal.closeDay() > look.asOfDay()
                            ? Optional.empty()
                            : Optional.of(Integer.toString(1 + SalesMonths.ofQuarter(SalesMonths.of(deal.closeDay()))));
            };
        }
    }
}
