package io.nqba.compute.sales.revenue;

import io.nqba.compute.platform.ShareTask.Share;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.SizeBand;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ignite.Ignite;

/** What deals need to know of an account. Few accounts have many deals, so this goes to the deals. Crosses the grid wire. */
final class AccountKind {
    /** What is said of an account that no deal names. */
    static final AccountKind UNKNOWN = new AccountKind("", "", "", "");

    private final String name;
    private final String sector;
    private final String size;
    private final String region;

    private AccountKind(String name, String sector, String size, String region) {
        this.name = name;
        this.sector = sector;
        this.size = size;
        this.region = region;
    }

    /** Asks the nodes that hold accounts. */
    static Map<String, AccountKind> all(Ignite ignite) {
        var all = new TreeMap<String, AccountKind>();
        DealScan.ask(ignite, CacheNames.ACCOUNT, Part::new).forEach(all::putAll);
        return all;
    }

    String name() {
        return name;
    }

    String sector() {
        return sector;
    }

    String size() {
        return size;
    }

    String region() {
        return region;
    }

    private static final class Part implements Share<Map<String, AccountKind>> {
        private final int[] partitions;

        Part(int[] partitions) {
            this.partitions = partitions;
        }

        @Override
        public Map<String, AccountKind> work(Ignite here) {
            var kinds = new TreeMap<String, AccountKind>();
            DealScan.rows(
                    here,
                    CacheNames.ACCOUNT,
                    partitions,
                    (String id, Account account) -> kinds.put(
                            id,
                            new AccountKind(
                                    account.name(),
                                    account.sector(),
                                    SizeBand.of(account.employees()),
                                    account.region())));
            return kinds;
        }
    }

    static AccountKind of(Map<String, AccountKind> known, String accountId) {
        return known.getOrDefault(accountId, UNKNOWN);
    }
}
