package io.nqba.node.finance;

import io.nqba.node.load.UnitLoad;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the loader does for the finance unit: price files, a generated market, a generated book. */
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
public final class FinanceLoad implements UnitLoad {
    private static final int DAYS_PER_WEEK = 7;
    private static final int TRADING_DAYS_PER_WEEK = 5;

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

    @Override
    public String unit() {
        return "finance";
    }

    @Override
    public String summary() {
        return "Prices, markets and books of the finance unit";
    }

    @Override
    public Load load() {
        if (!(mostJump > 1)) {
            throw new IllegalArgumentException("The --most-jump (%s) must be more than 1.".formatted(mostJump));
        }
        if (source.instruments != null) {
            MarketRecipe market = recipe(source.instruments);
            return (ignite, progress, badRows) ->
                    new MarketLoad(ignite, progress).load(new MarketGenerator(market), bars);
        }
        if (source.portfolios != null) {
            BookRecipe book = new BookRecipe(bookId, bookId, source.portfolios, allowed, held, seed);
            return (ignite, progress, badRows) -> new BookLoad(ignite, progress).load(book, universeId);
        }
        return prices();
    }

    private Load prices() {
        Path wide = source.wide;
        Path ohlcv = source.ohlcv;
        PriceImport.Wish wish = new PriceImport.Wish(universeId, currency, marketId, knownOnly, mostJump);
        if (wide != null) {
            return (ignite, progress, badRows) -> new PriceImport(ignite, progress, wish).wide(wide, badRows);
        }
        if (ohlcv != null) {
            return (ignite, progress, badRows) -> new PriceImport(ignite, progress, wish).ohlcv(ohlcv, badRows);
        }
        throw new IllegalStateException("No source was given.");
    }

    private MarketRecipe recipe(int instruments) {
        LocalDate yesterday = LocalDate.now(Clock.systemUTC()).minusDays(1);
        LocalDate first = yesterday.minusDays((long) days * DAYS_PER_WEEK / TRADING_DAYS_PER_WEEK);
        return new MarketRecipe(universeId, universeId, instruments, first, yesterday, seed);
    }
}
