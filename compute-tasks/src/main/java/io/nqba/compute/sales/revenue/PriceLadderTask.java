package io.nqba.compute.sales.revenue;

import io.nqba.compute.kernel.revenue.BetaDistribution;
import io.nqba.compute.kernel.revenue.Interval;
import io.nqba.compute.kernel.revenue.PriceRatios;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.PriceBand;
import io.nqba.model.sales.PriceLadder;
import io.nqba.model.sales.PriceRow;
import io.nqba.model.sales.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;

/** Prices beside the list: by product and segment, and by bands of discount with what they win and earn. */
public final class PriceLadderTask extends SalesTask<DealGroupQuery, PriceLadder> {
    private static final long serialVersionUID = 1L;
    /** Ends of the bands, price per list price. */
    private static final double[] EDGES = {0, 0.85, 0.9, 0.95, 1, 1.05, 1.1, Double.POSITIVE_INFINITY};

    /** With fewer deals a band or segment is told as too thin. */
    private static final int THIN = 30;

    @Override
    protected PriceLadder work(Ignite here, DealGroupQuery query) {
        within("level", query.level(), 0.5, 0.99);
        DealGroups groups = DealGroups.of(here, query);
        Map<String, Product> products = DealTally.products(here);
        List<PriceRow> rows = new ArrayList<>();
        for (DealDimension by : query.by()) {
            groups.byProduct(by)
                    .forEach((value, tallies) -> tallies.forEach((productId, tally) -> {
                        Product product = products.get(productId);
                        if (product != null && tally.wonPrices().count() > 0) {
                            rows.add(row(product, by, value, tally, query.level()));
                        }
                    }));
        }
        Bands all = new Bands(query.level());
        List<PriceBand> bands = new ArrayList<>();
        Map<String, GroupTally> byProduct = groups.groups(DealDimension.PRODUCT);
        byProduct.forEach((productId, tally) -> {
            Product product = products.get(productId);
            if (product != null) {
                bands.addAll(all.of(product, tally));
            }
        });
        bands.addAll(0, all.together());
        return new PriceLadder(
                groups.look().asOfDay(),
                rows.toArray(PriceRow[]::new),
                bands.toArray(PriceBand[]::new),
                groups.all().lostOffers().count(),
                groups.all().lost(),
                notes(groups, products, rows).toArray(String[]::new));
    }

    private static List<String> notes(DealGroups groups, Map<String, Product> products, List<PriceRow> rows) {
        List<String> notes = new ArrayList<>();
        long offers = groups.all().lostOffers().count();
        if (offers == 0) {
            notes.add(
                    "No lost deal keeps what was offered, so a discount's win rate and expected margin cannot be told, only what won"
                            + " deals paid. Deals that keep their offer change that.");
        } else if (offers < groups.all().lost()) {
            notes.add("%d of %d lost deals keep what was offered; win rates are of these and of the deals won."
                    .formatted(offers, groups.all().lost()));
        }
        long thin = rows.stream().filter(row -> row.won() < THIN).count();
        if (thin > 0) {
            notes.add("%d of %d rows have fewer than %d wins: their interval says how little that tells."
                    .formatted(thin, rows.size(), THIN));
        }
        if (products.values().stream().allMatch(product -> product.margin() == 1)) {
            notes.add("The book tells no costs: the whole price counts as earned.");
        }
        return notes;
    }

    private static PriceRow row(Product product, DealDimension by, String value, GroupTally tally, double level) {
        PriceRatios prices = tally.wonPrices();
        Interval mean = prices.mean(level);
        return new PriceRow(
                product.productId(),
                by,
                value,
                product.listPrice(),
                prices.count(),
                mean.value(),
                mean.low(),
                mean.high(),
                prices.quantile(0.1),
                prices.quantile(0.9),
                margin(product, mean.value()));
    }

    /** A discount leaves the costs as they are. */
    private static double margin(Product product, double ratio) {
        return product.listPrice() * (ratio - (1 - product.margin()));
    }

    /** Bands of one product after the other, and of all together. */
    private static final class Bands {
        private final double level;
        private final long[] won = new long[EDGES.length - 1];
        private final long[] lost = new long[EDGES.length - 1];
        private final double[] earned = new double[EDGES.length - 1];
        private boolean offers;

        Bands(double level) {
            this.level = level;
        }

        List<PriceBand> of(Product product, GroupTally tally) {
            boolean known = tally.lostOffers().count() > 0;
            offers |= known;
            List<PriceBand> bands = new ArrayList<>();
            for (int b = 0; b < won.length; b++) {
                long wins = tally.wonPrices().count(EDGES[b], EDGES[b + 1]);
                long losses = tally.lostOffers().count(EDGES[b], EDGES[b + 1]);
                double margin = wins == 0
                        ? Double.NaN
                        : margin(product, tally.wonPrices().mean(EDGES[b], EDGES[b + 1]));
                won[b] += wins;
                lost[b] += losses;
                earned[b] += wins == 0 ? 0 : wins * margin;
                bands.add(band(product.productId(), b, wins, losses, margin, known));
            }
            return bands;
        }

        List<PriceBand> together() {
            List<PriceBand> bands = new ArrayList<>();
            for (int b = 0; b < won.length; b++) {
                bands.add(band("", b, won[b], lost[b], won[b] == 0 ? Double.NaN : earned[b] / won[b], offers));
            }
            return bands;
        }

        private PriceBand band(String productId, int b, long wins, long losses, double margin, boolean known) {
            Interval rate = known ? BetaDistribution.rate(wins, wins + losses, level) : Interval.UNKNOWN;
            return new PriceBand(
                    productId,
                    EDGES[b],
                    EDGES[b + 1],
                    wins,
                    losses,
                    rate.value(),
                    rate.low(),
                    rate.high(),
                    margin,
                    rate.value() * margin);
        }
    }
}
