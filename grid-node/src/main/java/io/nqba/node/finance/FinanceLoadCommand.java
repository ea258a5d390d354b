package io.nqba.node.finance;

import io.nqba.model.error.NqbaException;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.GridClient;
import io.nqba.node.load.ProgressLine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command line of the finance loader: joins a running grid and streams prices or a generated market into it. */
@Command(
        name = "finance",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Loads prices, a generated market or a generated book into a running grid.",
        footer = {
            "",
            "Bad rows are left out and listed one by one in the report; the rest is loaded. A universe that is",
            "in the grid already is replaced, so a load may simply be run again."
        })
public final class FinanceLoadCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int DAYS_PER_WEEK = 7;
    private static final int TRADING_DAYS_PER_WEEK = 5;

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--universe",
            paramLabel = "ID",
            defaultValue = "market",
            description = "Id of the universe. Default: ${DEFAULT-VALUE}")
    private String universeId = "market";

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            description = "Currency of loaded prices. Default: ${DEFAULT-VALUE}")
    private String currency = "USD";

    @Option(
            names = "--market",
            paramLabel = "TICKER",
            defaultValue = "",
            description = "Loaded instrument that stands for the market, against which beta is measured.")
    private String marketId = "";

    @Option(names = "--known-only", description = "Refuse tickers that are not in the grid instead of making them.")
    private boolean knownOnly;

    @Option(
            names = "--most-jump",
            paramLabel = "X",
            defaultValue = "10",
            description = "Refuse a price more than X times above or below the one before. Default: ${DEFAULT-VALUE}")
    private double mostJump = PriceCheck.DEFAULT_JUMP;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "2000",
            description = "Days of trading to generate, the last one before today. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--bars",
            paramLabel = "D",
            defaultValue = "250",
            description = "Last days that get a row of open, high, low, close and volume. Default: ${DEFAULT-VALUE}")
    private int bars;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of what is generated; equal seeds give equal data. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--book",
            paramLabel = "ID",
            defaultValue = "book",
            description = "Id of the generated book. Default: ${DEFAULT-VALUE}")
    private String bookId = "book";

    @Option(
            names = "--allowed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Instruments each mandate may hold; 0 for the whole universe. Default: ${DEFAULT-VALUE}")
    private int allowed;

    @Option(
            names = "--held",
            paramLabel = "N",
            defaultValue = "20",
            description = "Instruments each portfolio holds. Default: ${DEFAULT-VALUE}")
    private int held;

    @Option(names = "--bar", description = "Redraw one line of progress; for terminals.")
    private boolean bar;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "load-report.csv",
            description = "Where refused rows are listed; written only when there are any. Default: ${DEFAULT-VALUE}")
    private Path report = Path.of("load-report.csv");

    @Option(
            names = "--join",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:47500",
            description = "Discovery address of a node of the grid. Default: ${DEFAULT-VALUE}; scripts/load.sh takes"
                    + " that of the local grid")
    private String join = "127.0.0.1:47500";

    @Option(
            names = "--bind",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address of this machine that the nodes can reach. Default: ${DEFAULT-VALUE}")
    private String bind = "127.0.0.1";

    /** What to load: exactly one of these. */
    static final class Source {
        @Option(
                names = "--wide",
                paramLabel = "FILE",
                description = "Prices, one row a day: date,TICKER,TICKER…; an empty field is a gap.")
        private @Nullable Path wide;

        @Option(
                names = "--ohlcv",
                paramLabel = "FILE",
                description = "Prices, one row a day and ticker: date,ticker,open,high,low,close,volume.")
        private @Nullable Path ohlcv;

        @Option(names = "--generate", paramLabel = "N", description = "A generated market of N companies.")
        private @Nullable Integer instruments;

        @Option(
                names = "--portfolios",
                paramLabel = "N",
                description = "A generated book of N portfolios over the universe.")
        private @Nullable Integer portfolios;
    }

    /**
     * Runs the command.
     *
     * @return the exit code: 0 loaded, 1 not loaded, 2 wrong arguments
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new FinanceLoadCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof NqbaException refusal) {
                        command.getErr()
                                .printf("%s: %s Fix: %s%n", refusal.code().id(), refusal.problem(), refusal.remedy());
                        return FAILED;
                    }
                    throw problem;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        CommandSpec given = spec == null ? CommandSpec.create() : spec;
        PrintWriter out = given.commandLine().getOut();
        Load load = checked(given);
        ProgressLine progress = new ProgressLine(out, bar, System::nanoTime);
        try (GridClient client = GridClient.join(
                        join, bind, "loader-" + ProcessHandle.current().pid());
                BadRows badRows = new BadRows(report)) {
            load.run(client.ignite(), progress, badRows);
            if (badRows.refused() > 0) {
                out.printf("Refused rows are listed in %s.%n", badRows.report());
            }
        }
        out.flush();
        return 0;
    }

    /** What to do once the grid is joined. */
    @FunctionalInterface
    private interface Load {
        void run(Ignite ignite, ProgressLine progress, BadRows badRows);
    }

    private Load checked(CommandSpec given) {
        if (!(mostJump > 1)) {
            throw new ParameterException(
                    given.commandLine(), "The --most-jump (%s) must be more than 1.".formatted(mostJump));
        }
        Path wide = source.wide;
        Path ohlcv = source.ohlcv;
        try {
            if (source.instruments != null) {
                MarketRecipe market = recipe(source.instruments);
                return (ignite, progress, badRows) ->
                        new MarketLoad(ignite, progress).load(new MarketGenerator(market), bars);
            }
            if (source.portfolios != null) {
                BookRecipe book = new BookRecipe(bookId, bookId, source.portfolios, allowed, held, seed);
                return (ignite, progress, badRows) -> new BookLoad(ignite, progress).load(book, universeId);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(given.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PriceImport.Wish wish = new PriceImport.Wish(universeId, currency, marketId, knownOnly, mostJump);
        return (ignite, progress, badRows) -> {
            PriceImport prices = new PriceImport(ignite, progress, wish);
            if (wide != null) {
                prices.wide(wide, badRows);
            } else if (ohlcv != null) {
                prices.ohlcv(ohlcv, badRows);
            }
        };
    }

    private MarketRecipe recipe(int instruments) {
        LocalDate yesterday = LocalDate.now(Clock.systemUTC()).minusDays(1);
        LocalDate first = yesterday.minusDays((long) days * DAYS_PER_WEEK / TRADING_DAYS_PER_WEEK);
        return new MarketRecipe(universeId, universeId, instruments, first, yesterday, seed);
    }
}
