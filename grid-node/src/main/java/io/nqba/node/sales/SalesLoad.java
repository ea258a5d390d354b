package io.nqba.node.sales;

import io.nqba.intake.CsvInput;
import io.nqba.intake.CsvSource;
import io.nqba.intake.sales.DealImport;
import io.nqba.intake.sales.LeadFile;
import io.nqba.intake.sales.LeadImport;
import io.nqba.node.load.GridTarget;
import io.nqba.node.load.UnitLoad;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the loader does for the sales unit: files, a generated book, and a new key for personal data. */
@Command(
        name = "sales",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Loads leads and deals into a running grid, persons sealed before they travel.",
        footer = {
            "",
            "The keys that seal persons lie in NQBA_KEYS, by default in 'keys' of the work directory NQBA_WORK.",
            "Console and loader need the same; whoever comes first makes them.",
            "Bad rows are left out and listed one by one in the report. What is in the grid stays: run a load again."
        })
public final class SalesLoad implements UnitLoad {
    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--keys", paramLabel = "DIR", description = "Directory of the keys, in place of NQBA_KEYS.")
    private @Nullable Path keys;

    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description = "Which column of a file holds a field; as often as needed.")
    private Map<String, String> mapping = new HashMap<>();

    @Option(
            names = "--separator",
            paramLabel = "SIGN",
            defaultValue = ",",
            description = "Sign between the columns of a file. Default: ${DEFAULT-VALUE}")
    private char separator = ',';

    @Option(
            names = "--schema",
            paramLabel = "ID",
            defaultValue = "leads",
            description = "Schema of loaded leads; made from the columns when there is none. Default: ${DEFAULT-VALUE}")
    private String schemaId = "leads";

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "70",
            description = "Hours a period of each agent of a CRM set. Default: ${DEFAULT-VALUE}")
    private double hours;

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
        @Option(
                names = "--bank",
                paramLabel = "FILE",
                description = "The bank marketing set, bank-additional-full.csv.")
        private @Nullable Path bank;

        @Option(
                names = "--crm",
                paramLabel = "DIR",
                description = "A CRM set: accounts.csv, products.csv, sales_teams.csv, sales_pipeline.csv.")
        private @Nullable Path crm;

        @Option(
                names = "--leads",
                paramLabel = "FILE",
                description =
                        "Leads of any CSV file. Columns called id, name, email, phone, company, source, territory,"
                                + " language, product, amount, hours, owner, outcome, created are read as such, others by --map;"
                                + " what is left are features.")
        private @Nullable Path leadFile;

        @Option(
                names = "--opportunities",
                paramLabel = "FILE",
                description = "Deals of any CSV file: opportunity_id, sales_agent, product, account, deal_stage,"
                        + " engage_date, close_date, close_value, or others by --map.")
        private @Nullable Path deals;

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
        return files(directory);
    }

    private Load files(Path directory) {
        Path bank = source.bank;
        Path crm = source.crm;
        Path leadFile = source.leadFile;
        Path dealFile = source.deals;
        if (crm != null) {
            return (ignite, progress, badRows) -> new CrmImport(ignite, progress, badRows).load(crm, hours);
        }
        if (dealFile != null) {
            List<String> columns = DealImport.columns(mapping);
            return (ignite, progress, badRows) -> {
                try (GridTarget target = new GridTarget(ignite)) {
                    new DealImport(target, progress, badRows).load(CsvInput.of(dealFile), separator, columns);
                }
            };
        }
        if (bank != null) {
            return leads(directory, LeadFile.bank(CsvInput.of(bank)));
        }
        if (leadFile != null) {
            List<String> header = CsvSource.header(CsvInput.of(leadFile), separator);
            long now = Clock.systemUTC().millis();
            return leads(directory, LeadFile.plain(CsvInput.of(leadFile), separator, schemaId, mapping, header, now));
        }
        throw new IllegalStateException("No source was given.");
    }

    private static Load leads(Path directory, LeadFile file) {
        return (ignite, progress, badRows) -> {
            try (GridTarget target = new GridTarget(ignite)) {
                new LeadImport(target, SalesKeys.open(ignite, directory), progress, file, badRows).load();
            }
        };
    }
}
