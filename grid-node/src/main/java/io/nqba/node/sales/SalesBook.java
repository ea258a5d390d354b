package io.nqba.node.sales;

import io.nqba.model.sales.Account;
import io.nqba.model.sales.Campaign;
import io.nqba.model.sales.NameKey;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What a generated book has few of: products, agents, campaigns, accounts. Prices span two powers of ten, as in real lists. */
final class SalesBook {
    static final List<String> TERRITORIES = List.of("North", "East", "South", "West");
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");
    static final List<String> SECTORS = List.of(
            "retail", "software", "medical", "finance", "services", "entertainment", "telecom", "manufacturing");
    private static final List<Product> PRODUCTS = List.of(
            new Product("orbit-basic", "Orbit Basic", "Orbit", 550, 0.42, 1),
            new Product("orbit-plus", "Orbit Plus", "Orbit", 1_096, 0.40, 1),
            new Product("orbit-pro", "Orbit Pro", "Orbit", 4_821, 0.35, 1),
            new Product("orbit-max", "Orbit Max", "Orbit", 5_482, 0.33, 1),
            new Product("lens-start", "Lens Start", "Lens", 55, 0.60, 1),
            new Product("lens-team", "Lens Team", "Lens", 3_393, 0.38, 1),
            new Product("forge-500", "Forge 500", "Forge", 26_768, 0.22, 1));

    private static final double HIGHEST_REVENUE = 12e9;

    private final SalesRecipe recipe;
    private final List<SalesRep> reps = new ArrayList<>();

    SalesBook(SalesRecipe recipe) {
        this.recipe = recipe;
        for (int i = 0; i < recipe.reps(); i++) {
            reps.add(rep(i));
        }
    }

    static List<Product> products() {
        return PRODUCTS;
    }

    List<SalesRep> reps() {
        return reps;
    }

    List<Campaign> campaigns() {
        long today = recipe.today().toEpochDay();
        return List.of(
                new Campaign(id("spring"), "Spring mailing", "e-mail", today - 380, today - 290, 1),
                new Campaign(id("fair"), "Trade fair", "event", today - 210, today - 206, 1),
                new Campaign(id("autumn"), "Autumn mailing", "e-mail", today - 150, today - 60, 1),
                new Campaign(id("search"), "Search advertising", "web", today - 400, today + 60, 1),
                new Campaign(id("partners"), "Partner programme", "referral", today - 300, today + 90, 1));
    }

    Account account(int number) {
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.SALES_ACCOUNT, number, 0);
        String name = SalesNames.company(number);
        double size = Dice.lognormal(dice.nextGaussian(), 1.1);
        boolean subsidiary = number > 5 && dice.nextInt(8) == 0;
        return Account.of(accountId(number))
                .name(name)
                .nameKey(NameKey.of(name))
                .sector(SECTORS.get(dice.nextInt(SECTORS.size())))
                .region(TERRITORIES.get(number % TERRITORIES.size()))
                .yearFounded(1979 + dice.nextInt(40))
                .revenue(Math.rint(Math.min(HIGHEST_REVENUE, 1.9e9 * size) / 1e6) * 1e6)
                .employees((int) Math.max(9, Math.rint(4_500 * size)))
                .parentId(subsidiary ? accountId(dice.nextInt(5)) : "")
                .build();
    }

    String accountId(int number) {
        return id("account-%03d".formatted(number + 1));
    }

    private SalesRep rep(int number) {
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.SALES_REP, number, 0);
        String skills = PRODUCTS.stream()
                .filter(product -> dice.nextInt(4) > 0)
                .map(Product::productId)
                .collect(Collectors.joining(","));
        String second = LANGUAGES.get(1 + number % (LANGUAGES.size() - 1));
        return SalesRep.of(id("rep-%02d".formatted(number + 1)))
                .name("Agent %02d".formatted(number + 1))
                .manager("Team " + TERRITORIES.get(number % TERRITORIES.size()))
                .territory(TERRITORIES.get(number % TERRITORIES.size()))
                .languages(number % 3 == 0 ? "en" : "en," + second)
                .skills(skills)
                .hoursCapacity(60 + 10 * dice.nextInt(4))
                .build();
    }

    private String id(String rest) {
        return recipe.prefix() + "-" + rest;
    }
}
