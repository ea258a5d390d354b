package io.nqba.compute.kernel.revenue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who does not buy what their peers buy. Of a product's share of buyers among an account's peers its own purchases are no part, and small
 * groups of peers are drawn towards the share among all accounts (empirical Bayes). O(accounts × products).
 */
public final class WhiteSpace {
    private WhiteSpace() {}

    /**
     * A product that an account does not have.
     *
     * @param account its number
     * @param product its number
     * @param peersBuying peers that bought it
     * @param peers peers there are
     * @param share share of such accounts that buy it, with its interval
     * @param money what it brings from an account that buys it, on average
     */
    public record Gap(int account, int product, int peersBuying, int peers, Interval share, double money) {
        /** Returns the money to be expected if the account is as its peers are. */
        public double value() {
            return share.value() * money;
        }
    }

    /**
     * Finds the gaps, the most valuable first.
     *
     * @param peers group of each account; −1 for those that have none, which are left out
     * @param money what each account paid for each product, 0 where it bought none, shape {@code [accounts][products]}
     * @param leastBuying gaps that fewer peers than this support are left out
     */
    public static List<Gap> of(int[] peers, double[][] money, int leastBuying, double level) {
        int products = money.length == 0 ? 0 : money[0].length;
        int groups = 0;
        for (int group : peers) {
            groups = Math.max(groups, group + 1);
        }
        List<Gap> gaps = new ArrayList<>();
        for (int p = 0; p < products; p++) {
            long[] buying = new long[groups];
            long[] size = new long[groups];
            double paid = 0;
            long buyers = 0;
            for (int a = 0; a < peers.length; a++) {
                if (peers[a] >= 0) {
                    size[peers[a]]++;
                    buying[peers[a]] += money[a][p] > 0 ? 1 : 0;
                    paid += money[a][p];
                    buyers += money[a][p] > 0 ? 1 : 0;
                }
            }
            ShrunkRates rates = ShrunkRates.of(buying, size);
            for (int a = 0; a < peers.length; a++) {
                if (peers[a] >= 0 && money[a][p] == 0 && buying[peers[a]] >= leastBuying) {
                    int others = (int) size[peers[a]] - 1;
                    int theirs = (int) buying[peers[a]];
                    gaps.add(new Gap(a, p, theirs, others, rates.rate(theirs, others, level), paid / buyers));
                }
            }
        }
        gaps.sort(Comparator.comparingDouble((Gap gap) -> -gap.value())
                .thenComparingInt(Gap::account)
                .thenComparingInt(Gap::product));
        return gaps;
    }
}
