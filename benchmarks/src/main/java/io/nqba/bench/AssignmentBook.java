package io.nqba.bench;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.ignite.Ignite;

/** What is assigned in the benchmark: the open deals of the real book, and invented leads with their agents. */
final class AssignmentBook {
    /** Hours of each agent of the real book. */
    static final double CAPACITY = 70;

    static final int AGENTS = 1_000;
    static final long NOW = 1_795_000_000_000L;

    private static final long DAY = 86_400_000L;
    /** Rows are stored by transactions here, and one over several nodes takes time that grows with the square of its rows. */
    private static final int BATCH = 500;

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private AssignmentBook() {}

    /** Agents of the pipeline, as the published figure has them; the product that is spelled twice counts once. */
    static List<String> loadDeals(Ignite ignite, Path folder) throws IOException {
        Map<String, Product> products = new HashMap<>();
        for (String[] row : rows(folder.resolve("products.csv"))) {
            products.put(row[0], new Product(row[0], row[0], row[1], Double.parseDouble(row[2]), 1, 1));
        }
        Map<String, SalesRep> reps = new TreeMap<>();
        Map<String, Opportunity> deals = new HashMap<>();
        for (String[] row : rows(folder.resolve("sales_pipeline.csv"))) {
            reps.put(
                    row[1],
                    SalesRep.of(row[1])
                            .name(row[1])
                            .hoursCapacity(CAPACITY)
                            .active(true)
                            .build());
            String product = row[2].equals("GTXPro") ? "GTX Pro" : row[2];
            deals.put(
                    row[0],
                    Opportunity.of(row[0])
                            .productId(product)
                            .repId(row[1])
                            .stage(DealStage.valueOf(row[4].toUpperCase(Locale.ROOT)))
                            .amount(Double.NaN)
                            .build());
        }
        ignite.<String, Product>cache(CacheNames.PRODUCT).putAll(products);
        ignite.<String, SalesRep>cache(CacheNames.SALES_REP).putAll(reps);
        ignite.<String, Opportunity>cache(CacheNames.OPPORTUNITY).putAll(new TreeMap<>(deals));
        return new ArrayList<>(reps.keySet());
    }

    /** None of these files quotes its cells. */
    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    static void loadLeads(Ignite ignite, int leads) {
        var dice = new SplittableRandom(2026);
        for (int p = 0; p < 7; p++) {
            ignite.<String, Product>cache(CacheNames.PRODUCT)
                    .put("p" + p, new Product("p" + p, "Product " + p, "", 500 * (p + 1), 0.2 + 0.1 * p, 1));
        }
        Map<String, SalesRep> reps = new TreeMap<>();
        for (int a = 0; a < AGENTS; a++) {
            reps.put("a" + a, agent("a" + a, dice, leads));
        }
        ignite.<String, SalesRep>cache(CacheNames.SALES_REP).putAll(reps);
        loadClosedDeals(ignite, dice);
        Map<String, Lead> batch = new TreeMap<>();
        for (int i = 0; i < leads; i++) {
            batch.put("l" + i, lead("l" + i, dice));
            if (batch.size() == BATCH || i == leads - 1) {
                ignite.<String, Lead>cache(CacheNames.LEAD).putAll(batch);
                batch.clear();
            }
        }
    }

    private static SalesRep agent(String repId, SplittableRandom dice, int leads) {
        String languages = "en" + (dice.nextBoolean() ? "," + LANGUAGES.get(1 + dice.nextInt(3)) : "");
        return SalesRep.of(repId)
                .name("Agent " + repId)
                .territory("t" + dice.nextInt(10))
                .languages(languages)
                // Six tenths of all hours of work, at a mean of 2 hours.
                .hoursCapacity(1.2 * leads / AGENTS * dice.nextDouble(0.6, 1.4))
                .active(true)
                .build();
    }

    private static void loadClosedDeals(Ignite ignite, SplittableRandom dice) {
        for (int a = 0; a < AGENTS; a++) {
            Map<String, Opportunity> deals = new TreeMap<>();
            for (int d = 0; d < 30; d++) {
                String id = "d" + a + "-" + d;
                boolean won = dice.nextDouble() < 0.3 + 0.4 * ((a * 7919) % 1000) / 1000.0;
                deals.put(
                        id,
                        Opportunity.of(id)
                                .productId("p" + dice.nextInt(7))
                                .repId("a" + a)
                                .stage(won ? DealStage.WON : DealStage.LOST)
                                .amount(1_000)
                                .build());
            }
            ignite.<String, Opportunity>cache(CacheNames.OPPORTUNITY).putAll(deals);
        }
    }

    static Lead lead(String leadId, SplittableRandom dice) {
        return Lead.of(leadId)
                .schemaId("bench")
                .territory("t" + dice.nextInt(10))
                .language(dice.nextDouble() < 0.7 ? "en" : LANGUAGES.get(1 + dice.nextInt(3)))
                .productId("p" + dice.nextInt(7))
                .amount(Math.rint(500 * Math.exp(2 * dice.nextDouble(-1, 1))))
                .workHours(0.5 + 0.25 * dice.nextInt(13))
                .ownerRepId(dice.nextInt(2) == 0 ? "a" + dice.nextInt(AGENTS) : "")
                .createdAtMillis(NOW - dice.nextLong(90 * DAY))
                .build();
    }
}
