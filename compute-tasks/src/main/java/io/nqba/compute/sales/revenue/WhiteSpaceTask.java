package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.WhiteSpace;
import io.nqba.compute.kernel.revenue.WhiteSpace.Gap;
import io.nqba.compute.platform.ShareTask.Share;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.WhiteSpaceQuery;
import io.nqba.model.sales.WhiteSpaceReport;
import io.nqba.model.sales.WhiteSpaceRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.ignite.Ignite;

/** Who does not buy what their peers buy. What accounts bought comes up as numbers, since their deals lie on many nodes. */
public final class WhiteSpaceTask extends SalesTask<WhiteSpaceQuery, WhiteSpaceReport> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ROWS = 1_000;
    /** One buyer is an accident. */
    private static final int LEAST_BUYING = 2;

    /** In smaller groups every account would be an exception. */
    private static final int LEAST_PEERS = 6;

    private static final double CENTS = 100;

    @Override
    protected WhiteSpaceReport work(Ignite here, WhiteSpaceQuery query) {
        within("limit", query.most(), 1, MOST_ROWS);
        within("level", query.level(), 0.5, 0.99);
        Map<String, AccountKind> accounts = AccountKind.all(here);
        Bought bought = new Bought();
        DealScan.ask(here, CacheNames.OPPORTUNITY, BoughtPart::new).forEach(bought::add);
        List<String> ids = List.copyOf(accounts.keySet());
        List<String> products = List.copyOf(bought.products());
        int[] peers = peers(ids, accounts);
        double[][] money = new double[ids.size()][products.size()];
        for (int a = 0; a < peers.length; a++) {
            for (int p = 0; p < money[a].length; p++) {
                money[a][p] = bought.of(ids.get(a), products.get(p))[0] / CENTS;
            }
        }
        List<WhiteSpaceRow> rows = new ArrayList<>();
        long found = 0;
        for (Gap gap : WhiteSpace.of(peers, money, LEAST_BUYING, query.level())) {
            String id = ids.get(gap.account());
            AccountKind kind = AccountKind.of(accounts, id);
            if (wanted(query, kind, products.get(gap.product()))) {
                found++;
                if (rows.size() < query.most()) {
                    rows.add(row(id, kind, products.get(gap.product()), gap, bought));
                }
            }
        }
        return new WhiteSpaceReport(
                ids.size(),
                found,
                rows.toArray(WhiteSpaceRow[]::new),
                notes(peers).toArray(String[]::new));
    }

    /** Accounts of one sector and size; sizes that are too rare in a sector are put together. */
    private static int[] peers(List<String> ids, Map<String, AccountKind> accounts) {
        Map<String, Integer> sizes = new HashMap<>();
        ids.forEach(id -> sizes.merge(group(AccountKind.of(accounts, id)), 1, Integer::sum));
        Map<String, Integer> groups = new HashMap<>();
        int[] peers = new int[ids.size()];
        for (int a = 0; a < peers.length; a++) {
            AccountKind kind = AccountKind.of(accounts, ids.get(a));
            String group = sizes.getOrDefault(group(kind), 0) < LEAST_PEERS ? kind.sector() : group(kind);
            peers[a] = kind.sector().isEmpty() ? -1 : groups.computeIfAbsent(group, key -> groups.size());
        }
        return peers;
    }

    private static String group(AccountKind kind) {
        return kind.sector() + "\n" + kind.size();
    }

    private static List<String> notes(int[] peers) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Peers are accounts of the same sector and size; sizes with fewer than %d accounts in a sector are put together. A gap needs %d peers that buy."
                        .formatted(LEAST_PEERS, LEAST_BUYING));
        long alone = Arrays.stream(peers).filter(group -> group < 0).count();
        if (alone > 0) {
            notes.add("%d accounts name no sector and have no peers.".formatted(alone));
        }
        return notes;
    }

    private static boolean wanted(WhiteSpaceQuery query, AccountKind kind, String productId) {
        return (query.sector().isEmpty() || query.sector().equals(kind.sector()))
                && (query.size().isEmpty() || query.size().equals(kind.size()))
                && (query.region().isEmpty() || query.region().equals(kind.region()))
                && (query.productId().isEmpty() || query.productId().equals(productId));
    }

    private static WhiteSpaceRow row(String id, AccountKind kind, String productId, Gap gap, Bought bought) {
        long[] tried = bought.of(id, productId);
        return new WhiteSpaceRow(
                id,
                kind.name(),
                kind.sector(),
                kind.size(),
                productId,
                gap.peersBuying(),
                gap.peers(),
                gap.share().value(),
                gap.share().low(),
                gap.share().high(),
                gap.money(),
                gap.value(),
                tried[1],
                tried[2]);
    }

    /** Money in cents, lost and open deals of each account and product. Crosses the grid wire. */
    private static final class Bought {
        private static final long[] NOTHING = new long[3];

        private final TreeMap<String, TreeMap<String, long[]>> byAccount = new TreeMap<>();

        void add(String accountId, String productId, int at, long more) {
            byAccount.computeIfAbsent(accountId, id -> new TreeMap<>())
                    .computeIfAbsent(productId, id -> new long[NOTHING.length])[at] += more;
        }

        void add(Bought other) {
            other.byAccount.forEach((account, products) -> products.forEach((product, counts) -> {
                for (int at = 0; at < counts.length; at++) {
                    add(account, product, at, counts[at]);
                }
            }));
        }

        long[] of(String accountId, String productId) {
            return byAccount.getOrDefault(accountId, new TreeMap<>()).getOrDefault(productId, NOTHING);
        }

        Set<String> products() {
            var products = new TreeSet<String>();
            byAccount.values().forEach(each -> products.addAll(each.keySet()));
            return products;
        }
    }

    private static final class BoughtPart implements Share<Bought> {
        private final int[] partitions;

        BoughtPart(int[] partitions) {
            this.partitions = partitions;
        }

        @Override
        public Bought work(Ignite here) {
            var bought = new Bought();
            DealScan.deals(here, partitions, deal -> {
                if (!deal.accountId().isEmpty()) {
                    if (deal.stage() == DealStage.WON) {
                        bought.add(deal.accountId(), deal.productId(), 0, (long) Math.rint(deal.amount() * CENTS));
                    } else {
                        bought.add(deal.accountId(), deal.productId(), deal.stage() == DealStage.LOST ? 1 : 2, 1);
                    }
                }
            });
            return bought;
        }
    }
}
