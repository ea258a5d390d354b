package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.CountDistribution;
import io.nqba.compute.platform.ShareTask.Share;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Opportunity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ignite.Ignite;

/**
 * How many open deals have which probability to be won, by product, outlook and stretch: outlooks go down to the deals, counts come up.
 * Probabilities are counted in 64 steps with their exact sum in each, so the mean is exact and the variance nearly. Crosses the grid
 * wire.
 */
final class PipelineCounts {
    private static final int STEPS = 64;
    private static final double UNIT = 1L << 40;

    private final int[] stretches;
    private final TreeMap<String, long[][]> counts = new TreeMap<>();
    private final TreeMap<String, long[][]> sums = new TreeMap<>();

    private PipelineCounts(int[] stretches) {
        this.stretches = stretches;
    }

    /** Asks the nodes. */
    static PipelineCounts of(Ignite ignite, List<Outlook> outlooks) {
        int[] stretches = outlooks.stream().mapToInt(Outlook::stretches).toArray();
        var all = new PipelineCounts(stretches);
        DealScan.ask(ignite, CacheNames.OPPORTUNITY, mine -> new Part(outlooks, mine))
                .forEach(all::add);
        return all;
    }

    private void add(PipelineCounts other) {
        merge(counts, other.counts);
        merge(sums, other.sums);
    }

    private void merge(Map<String, long[][]> mine, Map<String, long[][]> more) {
        more.forEach((id, each) -> {
            long[][] into = mine.computeIfAbsent(id, key -> empty());
            for (int o = 0; o < into.length; o++) {
                ProductTally.add(into[o], each[o]);
            }
        });
    }

    private long[][] empty() {
        long[][] empty = new long[stretches.length][];
        for (int o = 0; o < empty.length; o++) {
            empty[o] = new long[stretches[o] * STEPS];
        }
        return empty;
    }

    private void add(int outlook, String productId, double[] probabilities) {
        long[] count = counts.computeIfAbsent(productId, id -> empty())[outlook];
        long[] sum = sums.computeIfAbsent(productId, id -> empty())[outlook];
        for (int w = 0; w < probabilities.length; w++) {
            int at = w * STEPS + Math.min(STEPS - 1, (int) (probabilities[w] * STEPS));
            count[at]++;
            sum[at] += (long) Math.rint(probabilities[w] * UNIT);
        }
    }

    /** Returns how many of a product's open deals are won in a stretch. */
    CountDistribution wins(String productId, int outlook, int stretch) {
        long[][] count = counts.get(productId);
        long[][] sum = sums.get(productId);
        long[] counted = new long[STEPS];
        double[] chances = new double[STEPS];
        for (int step = 0; count != null && sum != null && step < STEPS; step++) {
            counted[step] = count[outlook][stretch * STEPS + step];
            chances[step] = counted[step] == 0 ? 0 : sum[outlook][stretch * STEPS + step] / UNIT / counted[step];
        }
        return CountDistribution.of(counted, chances);
    }

    private static final class Part implements Share<PipelineCounts> {
        private final ArrayList<Outlook> outlooks;
        private final int[] partitions;

        Part(List<Outlook> outlooks, int[] partitions) {
            this.outlooks = new ArrayList<>(outlooks);
            this.partitions = partitions;
        }

        @Override
        public PipelineCounts work(Ignite here) {
            var pipeline = new PipelineCounts(
                    outlooks.stream().mapToInt(Outlook::stretches).toArray());
            List<Map<String, double[]>> known = new ArrayList<>();
            outlooks.forEach(outlook -> known.add(new HashMap<>()));
            DealScan.deals(here, partitions, deal -> {
                for (int o = 0; o < outlooks.size(); o++) {
                    add(pipeline, o, outlooks.get(o), known.get(o), deal);
                }
            });
            return pipeline;
        }

        /** Deals of one age, product and agent are alike. */
        private static void add(
                PipelineCounts pipeline, int at, Outlook outlook, Map<String, double[]> known, Opportunity deal) {
            long asOf = outlook.asOfDay();
            if (deal.engageDay() <= asOf && (deal.isOpen() || deal.closeDay() > asOf)) {
                long age = asOf - deal.engageDay();
                String kind = age + "\n" + deal.productId() + "\n" + deal.repId();
                double[] won = known.computeIfAbsent(kind, key -> outlook.won(age, deal.productId(), deal.repId()));
                pipeline.add(at, deal.productId(), won);
            }
        }
    }
}
