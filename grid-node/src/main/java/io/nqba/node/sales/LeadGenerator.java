package io.nqba.node.sales;

import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.NameKey;
import io.nqba.model.sales.Outcome;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import io.nqba.privacy.Person;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Leads with a known truth: whether one is won is drawn from a logistic model of its features, which drifts with time as real ones do.
 * Each lead follows from its number alone. About one in a hundred came in before under another spelling of its company.
 */
final class LeadGenerator {
    /** Features that mean something; further ones are signals, every fifth of which counts a little. */
    static final int PLAIN_FEATURES = 12;

    private static final List<String> SOURCES = List.of("web", "referral", "event", "e-mail", "partner", "cold call");
    private static final List<String> LEVELS = List.of("staff", "manager", "director", "board");
    private static final List<String> YES_NO = List.of("no", "yes");
    private static final String[] NAMES = {
        "visits", "pages_per_visit", "minutes_on_site", "mails_opened", "days_since_last_visit", "employees",
        "industry", "region", "source", "job_level", "budget_known", "asked_for_price"
    };
    private static final String[] UNITS = {"", "", "min", "", "d", "", "", "", "", "", "", ""};
    private static final double[] SOURCE_EFFECT = {0, 0.9, 0.4, 0.1, 0.6, -0.7};
    private static final double[] LEVEL_EFFECT = {-0.3, 0.1, 0.5, 0.3};
    private static final double BASE = -3.0;
    private static final double DRIFT = 0.5;
    private static final double UNKNOWN_SHARE = 0.03;
    private static final int REPEAT_EVERY = 97;
    private static final int REPEAT_BACK = 37;
    private static final int OPEN_AT_LEAST_DAYS = 14;
    private static final int OPEN_AT_MOST_DAYS = 75;

    private final SalesRecipe recipe;
    private final SalesBook book;
    private final int companies;
    private final long firstMillis;

    /**
     * A lead before its person is sealed.
     *
     * @param lead the lead without its person
     * @param person who it is
     */
    record Draft(Lead lead, Person person) {}

    LeadGenerator(SalesRecipe recipe, SalesBook book) {
        this.recipe = recipe;
        this.book = book;
        this.companies = (int) Math.max(recipe.accounts(), recipe.leads() / 12);
        this.firstMillis = recipe.today()
                .minusDays(SalesRecipe.DAYS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }

    static LeadSchema schema(String schemaId, int features) {
        String[] names = Arrays.copyOf(NAMES, features);
        FeatureKind[] kinds = new FeatureKind[features];
        String[][] words = new String[features][];
        String[] units = Arrays.copyOf(UNITS, features);
        for (int i = 0; i < features; i++) {
            List<String> of = words(i);
            kinds[i] = of.isEmpty() ? FeatureKind.NUMBER : FeatureKind.CATEGORY;
            words[i] = of.toArray(String[]::new);
            if (i >= PLAIN_FEATURES) {
                names[i] = "signal_" + (i + 1);
                units[i] = "";
            }
        }
        return new LeadSchema(schemaId, names, kinds, words, units, "won");
    }

    private static List<String> words(int feature) {
        return switch (feature) {
            case 6 -> SalesBook.SECTORS;
            case 7 -> SalesBook.TERRITORIES;
            case 8 -> SOURCES;
            case 9 -> LEVELS;
            case 10, 11 -> YES_NO;
            default -> List.of();
        };
    }

    String leadId(long number) {
        return "%s-lead-%07d".formatted(recipe.prefix(), number + 1);
    }

    Draft draft(long number) {
        boolean again = number % REPEAT_EVERY == REPEAT_EVERY - 1 && number >= REPEAT_BACK;
        long told = again ? number - REPEAT_BACK : number;
        SplittableRandom who = Dice.at(recipe.seed(), Purpose.LEAD, told, 1);
        String company = SalesNames.company(who.nextInt(companies));
        Person person = SalesNames.person(who, company, told);
        String written = again ? SalesNames.respelled(company) : company;
        return new Draft(lead(number, written), person);
    }

    private Lead lead(long number, String company) {
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.LEAD, number, 0);
        double place = (number + dice.nextDouble()) / recipe.leads();
        double[] values = values(dice);
        boolean won = dice.nextDouble() < chance(values, place);
        Product product = product(dice);
        double age = (1 - place) * SalesRecipe.DAYS;
        boolean decided = age > OPEN_AT_LEAST_DAYS + dice.nextDouble() * (OPEN_AT_MOST_DAYS - OPEN_AT_LEAST_DAYS);
        LeadStatus open = age < 3 ? LeadStatus.NEW : dice.nextInt(3) == 0 ? LeadStatus.QUALIFIED : LeadStatus.WORKING;
        LeadStatus status = decided ? won ? LeadStatus.CONVERTED : LeadStatus.LOST : open;
        String territory = SalesBook.TERRITORIES.get((int) values[7]);
        String language = SalesBook.LANGUAGES.get(Math.max(0, dice.nextInt(7) - 3));
        double amount = product.listPrice() * Dice.lognormal(dice.nextGaussian(), 0.3);
        return Lead.of(leadId(number))
                .schemaId(recipe.prefix())
                .values(blanked(values, dice))
                .company(company)
                .companyKey(NameKey.of(company))
                .source(SOURCES.get((int) values[8]))
                .campaignId(campaign(values[8]))
                .territory(territory)
                .language(language)
                .productId(product.productId())
                .amount(Math.rint(amount * 100) / 100)
                .workHours(Math.rint(2 + 2 * Math.log10(amount) * dice.nextDouble()) / 2)
                .ownerRepId(status == LeadStatus.NEW ? "" : owner(territory, product, dice))
                .status(status)
                .createdAtMillis(firstMillis + (long) (place * SalesRecipe.DAYS * 86_400_000))
                .outcome(decided ? won ? Outcome.WON : Outcome.LOST : Outcome.UNKNOWN)
                .build();
    }

    private double[] values(SplittableRandom dice) {
        double[] values = new double[recipe.features()];
        double interest = dice.nextGaussian();
        values[0] = Math.floor(1 + 4 * Dice.lognormal(0.6 * interest + 0.8 * dice.nextGaussian(), 0.8));
        values[1] = Math.rint(10 * (1 + 3 * Dice.lognormal(0.4 * interest + dice.nextGaussian(), 0.5))) / 10;
        values[2] = Math.rint(10 * values[0] * (0.5 + 2 * dice.nextDouble())) / 10;
        values[3] = Math.floor(Math.max(0, 2 + 1.5 * interest + 1.5 * dice.nextGaussian()));
        values[4] = Math.floor(60 * dice.nextDouble() * dice.nextDouble());
        values[5] = Math.floor(5 + 300 * Dice.lognormal(dice.nextGaussian(), 1.3));
        values[6] = dice.nextInt(SalesBook.SECTORS.size());
        values[7] = dice.nextInt(SalesBook.TERRITORIES.size());
        values[8] = dice.nextInt(SOURCES.size());
        values[9] = dice.nextInt(LEVELS.size());
        values[10] = dice.nextInt(3) == 0 ? 1 : 0;
        values[11] = dice.nextInt(4) == 0 ? 1 : 0;
        for (int i = PLAIN_FEATURES; i < values.length; i++) {
            values[i] = Math.rint(1_000 * dice.nextGaussian()) / 1_000;
        }
        return values;
    }

    /** Returns the probability that a lead is won: the truth that a score is learnt to guess. */
    static double chance(double[] values, double place) {
        double logit = BASE + DRIFT * place;
        logit += 0.5 * Math.log(values[0]) + 0.25 * Math.min(6, values[3]) - 0.02 * values[4];
        logit += 0.15 * Math.log(values[5] / 300) + SOURCE_EFFECT[(int) values[8]] + LEVEL_EFFECT[(int) values[9]];
        logit += 0.7 * values[10] + 0.6 * values[11] + 0.4 * values[10] * values[11];
        for (int i = PLAIN_FEATURES; i < values.length; i += 5) {
            logit += 0.2 * values[i];
        }
        return 1 / (1 + Math.exp(-logit));
    }

    /** What was not asked is not known. */
    private static double[] blanked(double[] values, SplittableRandom dice) {
        double[] told = values.clone();
        for (int i = 0; i < told.length; i++) {
            if (i != 7 && i != 8 && dice.nextDouble() < UNKNOWN_SHARE) {
                told[i] = Double.NaN;
            }
        }
        return told;
    }

    private static Product product(SplittableRandom dice) {
        List<Product> products = SalesBook.products();
        return products.get(dice.nextInt(products.size()));
    }

    private String campaign(double source) {
        return switch ((int) source) {
            case 0 -> recipe.prefix() + "-search";
            case 2 -> recipe.prefix() + "-fair";
            case 4 -> recipe.prefix() + "-partners";
            default -> "";
        };
    }

    private String owner(String territory, Product product, SplittableRandom dice) {
        List<SalesRep> reps = book.reps();
        int first = dice.nextInt(reps.size());
        for (int i = 0; i < reps.size(); i++) {
            SalesRep rep = reps.get((first + i) % reps.size());
            if (rep.covers(territory) && rep.sells(product.productId())) {
                return rep.repId();
            }
        }
        return reps.get(first).repId();
    }
}
