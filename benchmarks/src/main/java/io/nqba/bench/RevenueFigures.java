package io.nqba.bench;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.DealDimension;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.NameKey;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.PriceLadder;
import io.nqba.model.sales.PriceRow;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.RevenueQuery;
import io.nqba.model.sales.RevenueReport;
import io.nqba.model.sales.RevenueScore;
import io.nqba.model.sales.StageVelocity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.ignite.Ignite;

/** The revenue forecast of the real book beside naive ones, its prices beside the list, and what a report about many deals takes. */
final class RevenueFigures implements FigureGroup {
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);
    private static final List<String> NAIVE = List.of("last", "quarter_before", "closing_rate");
    private static final int DEALS = 200_000;
    private static final int BATCH = 10_000;
    private static final int TRIES = 5;

    @Override
    public String name() {
        return "revenue";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        if (context.data().isPresent()) {
            try (BenchGrid grid = new BenchGrid(1)) {
                load(grid.ignite(), context.data().get().resolve("sigma/crm"));
                realBook(context, grid, figures);
            }
        }
        try (BenchGrid grid = new BenchGrid(1)) {
            invent(grid.ignite());
            figures.add("revenue_report_200k_deals_ms", millis(grid), "ms");
        }
    }

    private static void realBook(BenchContext context, BenchGrid grid, Figures figures) throws InterruptedException {
        figures.add("crm_revenue_report_ms", millis(grid), "ms");
        RevenueReport report = grid.ask(TaskNames.REVENUE_REPORT, usual());
        for (RevenueScore score : report.scores()) {
            String months = "crm_forecast_%d_month%s_".formatted(score.months(), score.months() == 1 ? "" : "s");
            figures.add(months + "forecasts", score.forecasts(), "");
            figures.add(months + "error", score.error(), "USD");
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k < NAIVE.size(); k++) {
                figures.add(months + "error_naive_" + NAIVE.get(k), score.naiveErrors()[k], "USD");
                best = Math.min(best, score.naiveErrors()[k]);
            }
            figures.add(months + "error_per_best_naive", score.error() / best, "ratio");
            figures.add(months + "bias", score.bias(), "USD");
            figures.add(months + "interval_held", (double) score.covered() / score.forecasts(), "ratio");
        }
        figures.add("crm_forecast_interval_level", report.level(), "ratio");
        StageVelocity talks = report.stages()[1];
        figures.add("crm_talks_won", talks.rate(), "ratio");
        figures.add("crm_talks_median_days", talks.medianDays(), "d");
        PriceLadder ladder = grid.ask(
                TaskNames.PRICE_LADDER,
                new DealGroupQuery(
                        RevenueQuery.LATEST, new DealDimension[] {DealDimension.PRODUCT}, "", "", "", "", 0.8));
        for (PriceRow row : ladder.rows()) {
            String product = "crm_price_per_list_"
                    + row.productId().toLowerCase(Locale.ROOT).replace(' ', '_');
            figures.add(product, row.ratio(), "ratio");
            figures.add(product + "_half_interval", (row.high() - row.low()) / 2, "ratio");
            figures.add(product + "_wins", (double) row.won(), "");
        }
        Arrays.stream(report.notes()).forEach(context::say);
        Arrays.stream(ladder.notes()).forEach(context::say);
    }

    private static RevenueQuery usual() {
        return new RevenueQuery(RevenueQuery.LATEST, 2, 0.8, 1, 1, 1, 1);
    }

    /** The median of several, the first left out. */
    private static double millis(BenchGrid grid) throws InterruptedException {
        double[] millis = new double[TRIES];
        for (int t = -1; t < TRIES; t++) {
            long begin = System.nanoTime();
            RevenueReport report = grid.ask(TaskNames.REVENUE_REPORT, usual());
            if (report.scores().length != 2) {
                throw new IllegalStateException("The report has %d scores, not 2.".formatted(report.scores().length));
            }
            if (t >= 0) {
                millis[t] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[TRIES / 2];
    }

    /** None of these files quotes its cells. */
    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static void load(Ignite ignite, Path folder) throws IOException {
        for (String[] row : rows(folder.resolve("products.csv"))) {
            ignite.cache(CacheNames.PRODUCT)
                    .put(row[0], new Product(row[0], row[0], row[1], Double.parseDouble(row[2]), 1, 1));
        }
        for (String[] row : rows(folder.resolve("accounts.csv"))) {
            ignite.cache(CacheNames.ACCOUNT)
                    .put(
                            row[0],
                            Account.of(row[0])
                                    .name(row[0])
                                    .nameKey(NameKey.of(row[0]))
                                    .sector(row[1])
                                    .employees(Integer.parseInt(row[4]))
                                    .region(row[5])
                                    .build());
        }
        Map<String, Opportunity> deals = new TreeMap<>();
        for (String[] row : rows(folder.resolve("sales_pipeline.csv"))) {
            DealStage stage = DealStage.valueOf(row[4].toUpperCase(Locale.ROOT));
            boolean closed = stage == DealStage.WON || stage == DealStage.LOST;
            deals.put(
                    row[0],
                    Opportunity.of(row[0])
                            .accountId(row[3])
                            .productId(row[2].equals("GTXPro") ? "GTX Pro" : row[2])
                            .repId(row[1])
                            .stage(stage)
                            .engageDay(day(row[5]))
                            .closeDay(closed ? day(row[6]) : Opportunity.NOT_YET)
                            .amount(closed ? Double.parseDouble(row[7]) : Double.NaN)
                            .build());
        }
        ignite.<String, Opportunity>cache(CacheNames.OPPORTUNITY).putAll(deals);
    }

    private static long day(String text) {
        return text.isEmpty()
                ? Opportunity.NOT_YET
                : LocalDate.parse(text, AMERICAN).toEpochDay();
    }

    private static void invent(Ignite ignite) {
        var dice = new SplittableRandom(2026);
        long start = LocalDate.of(2025, 1, 1).toEpochDay();
        for (int p = 0; p < 20; p++) {
            ignite.cache(CacheNames.PRODUCT).put("p" + p, new Product("p" + p, "P" + p, "", 100 * (p + 1), 0.3, 1));
        }
        Map<String, Opportunity> batch = new TreeMap<>();
        for (int d = 0; d < DEALS; d++) {
            long engaged = start + dice.nextInt(600);
            long close = engaged + dice.nextInt(150);
            boolean open = close >= start + 600;
            boolean won = dice.nextDouble() < 0.55;
            int product = dice.nextInt(20);
            batch.put(
                    "d" + d,
                    Opportunity.of("d" + d)
                            .productId("p" + product)
                            .repId("r" + dice.nextInt(200))
                            .stage(open ? DealStage.ENGAGING : won ? DealStage.WON : DealStage.LOST)
                            .engageDay(engaged)
                            .closeDay(open ? Opportunity.NOT_YET : close)
                            .amount(open ? Double.NaN : won ? 100.0 * (product + 1) : 0)
                            .build());
            if (batch.size() == BATCH || d == DEALS - 1) {
                ignite.<String, Opportunity>cache(CacheNames.OPPORTUNITY).putAll(batch);
                batch.clear();
            }
        }
    }
}
