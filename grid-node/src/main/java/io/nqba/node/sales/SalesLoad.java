package io.nqba.node.sales;

import io.nqba.node.load.UnitLoad;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the loader does for the sales unit: a generated book, and a new key for personal data. */
@Command(
        name = "sales",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Loads leads and deals into a running grid, persons sealed before they travel.",
        footer = {
            "",
            "The keys that seal persons lie in NQBA_KEYS, by default in 'keys' of the work directory NQBA_WORK.",
            "Console and loader need the same; whoever comes first makes them."
        })
public final class SalesLoad implements UnitLoad {
    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--keys", paramLabel = "DIR", description = "Directory of the keys, in place of NQBA_KEYS.")
    private @Nullable Path keys;

    @Option(
            names = "--prefix",
            paramLabel = "ID",
            defaultValue = "book",
            description = "First part of generated ids, and the schema of generated leads. Default: ${DEFAULT-VALUE}")
    private String prefix = "book";

    @Option(
            names = "--features",
            paramLabel = "F",
            defaultValue = "12",
            description = "Features of a generated lead. Default: ${DEFAULT-VALUE}")
    private int features = LeadGenerator.PLAIN_FEATURES;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "40",
            description = "Generated accounts. Default: ${DEFAULT-VALUE}")
    private int accounts;

    @Option(
            names = "--reps",
            paramLabel = "N",
            defaultValue = "12",
            description = "Generated agents. Default: ${DEFAULT-VALUE}")
    private int reps;

    @Option(
            names = "--deals",
            paramLabel = "N",
            defaultValue = "0",
            description = "Generated deals. Default: ${DEFAULT-VALUE}")
    private int deals;

    @Option(names = "--activities", description = "Give generated leads a timeline.")
    private boolean activities;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of what is generated; equal seeds give equal data. Default: ${DEFAULT-VALUE}")
    private long seed;

    /** What to do: exactly one of these. */
    static final class Source {
        @Option(names = "--generate", paramLabel = "N", description = "A generated book of N leads.")
        private @Nullable Long leads;

        @Option(
                names = "--rotate-keys",
                description = "Seal every person again with a new key; the key before goes with the next rotation.")
        private boolean rotate;
    }

    @Override
    public String unit() {
        return "sales";
    }

    @Override
    public String summary() {
        return "Leads, deals and agents of the sales unit";
    }

    @Override
    public Load load() {
        Path directory = SalesKeys.directory(keys);
        if (source.leads != null) {
            LocalDate today = LocalDate.now(Clock.systemUTC());
            SalesRecipe recipe =
                    new SalesRecipe(prefix, source.leads, accounts, reps, deals, features, activities, seed, today);
            return (ignite, progress, badRows) ->
                    new GeneratedSales(ignite, SalesKeys.open(ignite, directory), progress).load(recipe);
        }
        if (source.rotate) {
            return (ignite, progress, badRows) ->
                    new Resealing(ignite, SalesKeys.open(ignite, directory), progress).rotate();
        }
        throw new IllegalStateException("No source was given.");
    }
}
