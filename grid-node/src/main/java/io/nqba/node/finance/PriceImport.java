package io.nqba.node.finance;

import de.siegmar.fastcsv.reader.CsvReader;
import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.intake.CsvSource;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.load.RowStreams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.ignite.Ignite;

/**
 * Loads prices from a file into a universe of their own: a wide one ({@code date,TICKER…}, one row a day, an empty field
 * for a gap) or a long one ({@code date,ticker,open,high,low,close,volume}). What is wrong is reported price by price, the
 * rest is kept. Loading a universe again replaces it.
 */
public final class PriceImport {
    private static final List<String> LONG_COLUMNS =
            List.of("date", "ticker", "open", "high", "low", "close", "volume");
    private static final int MOST_INSTRUMENTS = 5_000;
    private static final int LONGEST_TICKER = 28;

    private final Ignite ignite;
    private final ProgressLine progress;
    private final Wish wish;

    /**
     * What the prices shall become.
     *
     * @param universeId id of the universe
     * @param currency ISO 4217 code of the prices
     * @param marketId ticker that stands for the market; empty for none
     * @param knownOnly whether a ticker that is not in the grid yet is refused instead of made
     * @param mostJump largest change from one price to the next, as a factor up or down
     */
    public record Wish(String universeId, String currency, String marketId, boolean knownOnly, double mostJump) {}

    /**
     * What became of a file.
     *
     * @param prices closes stored
     * @param instruments instruments with prices
     * @param days days with prices
     * @param refused rows or prices left out
     * @param elapsed from the first row to the last one stored
     */
    public record Summary(int prices, int instruments, int days, long refused, Duration elapsed) {
        /** Returns one line for people. */
        public String text() {
            double seconds = Math.max(1e-3, elapsed.toMillis() / 1e3);
            return String.format(
                    Locale.ROOT,
                    "%,d prices of %,d instruments on %,d days in %.1f s (%,.0f prices/s), %,d refused",
                    prices,
                    instruments,
                    days,
                    seconds,
                    prices / seconds,
                    refused);
        }
    }

    PriceImport(Ignite ignite, ProgressLine progress, Wish wish) {
        this.ignite = ignite;
        this.progress = progress;
        this.wish = wish;
    }

    /** Loads a wide file. */
    Summary wide(Path file, BadRows badRows) {
        return load(file, badRows, (check, table, streams) -> {
            List<String> columns = header(file);
            if (columns.isEmpty() || !columns.get(0).strip().equalsIgnoreCase("date")) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "The first column of (%s) is (%s).".formatted(file, columns.isEmpty() ? "" : columns.get(0)),
                        "Begin the file with a header date,TICKER,TICKER….");
            }
            Set<String> wanted = new HashSet<>();
            List<String> tickers = new ArrayList<>();
            for (String column : columns.subList(1, columns.size())) {
                if (accepts(1, column.strip(), check) && unique(column.strip(), wanted, check)) {
                    tickers.add(column.strip());
                    table.begin(column.strip());
                }
            }
            new WideRows(check, table, streams, tickers).read(new CsvSource(file, with(columns.get(0), tickers)));
        });
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> all = new ArrayList<>(rest);
        all.add(0, first.strip());
        return all;
    }

    private static boolean unique(String ticker, Set<String> wanted, PriceCheck check) {
        if (wanted.add(ticker)) {
            return true;
        }
        check.refuse(1, ticker, ticker, "The header has this ticker twice.", "Keep one of the two columns.");
        return false;
    }

    /** Loads a long file. */
    Summary ohlcv(Path file, BadRows badRows) {
        return load(
                file,
                badRows,
                (check, table, streams) -> new CsvSource(file, LONG_COLUMNS)
                        .forEach(
                                badRows,
                                progress::advance,
                                (line, fields) -> addLong(line, fields, check, table, streams)));
    }

    /** Reads a file into a table. */
    @FunctionalInterface
    private interface Reader {
        void read(PriceCheck check, PriceTable table, RowStreams streams);
    }

    private Summary load(Path file, BadRows badRows, Reader reader) {
        long began = System.nanoTime();
        progress.begin("Loading " + file.getFileName(), size(file));
        PriceCheck check = new PriceCheck(file, badRows, wish.mostJump());
        PriceTable table = new PriceTable();
        try (RowStreams streams = new RowStreams(ignite, true)) {
            reader.read(check, table, streams);
        }
        List<String> ids = table.instrumentIds();
        if (ids.isEmpty()) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The file (%s) has no price that can be loaded; %d were refused."
                            .formatted(file, badRows.refused()),
                    "Look into the report (%s).".formatted(badRows.report()));
        }
        ids.forEach(id -> makeInstrument(id, table));
        long[] days = table.days();
        String market = ids.contains(wish.marketId()) ? wish.marketId() : "";
        new UniverseStore(ignite)
                .put(
                        new Universe(wish.universeId(), wish.universeId(), wish.currency(), ids, days, 0, market),
                        table.matrix(days));
        Summary summary = new Summary(
                table.prices(),
                ids.size(),
                days.length,
                badRows.refused(),
                Duration.ofNanos(System.nanoTime() - began));
        progress.end(summary.text());
        return summary;
    }

    /** Reads the rows of a wide file. */
    private final class WideRows {
        private final PriceCheck check;
        private final PriceTable table;
        private final RowStreams streams;
        private final List<String> tickers;
        private final Set<Long> seen = new HashSet<>();
        private long last = Long.MIN_VALUE;

        WideRows(PriceCheck check, PriceTable table, RowStreams streams, List<String> tickers) {
            this.check = check;
            this.table = table;
            this.streams = streams;
            this.tickers = tickers;
        }

        void read(CsvSource source) {
            source.forEach(check.badRows(), progress::advance, this::add);
        }

        private void add(long line, List<String> fields) {
            Optional<LocalDate> date = check.day(line, fields.get(0));
            if (date.isEmpty()) {
                return;
            }
            long day = date.get().toEpochDay();
            if (!seen.add(day)) {
                check.refuse(
                        line, "date", fields.get(0), "An earlier line has this day.", "Keep one of the two lines.");
                return;
            }
            if (day < last) {
                check.refuse(
                        line,
                        "date",
                        fields.get(0),
                        "It lies before the day of the line above.",
                        "Sort the file by date.");
                return;
            }
            last = day;
            for (int i = 0; i < tickers.size(); i++) {
                String text = fields.get(i + 1);
                if (!text.isBlank()) {
                    addPrice(line, tickers.get(i), text, day);
                }
            }
        }

        private void addPrice(long line, String ticker, String text, long day) {
            OptionalDouble price = check.price(line, ticker, text);
            if (price.isEmpty() || !check.follows(line, ticker, price.getAsDouble(), table.lastClose(ticker))) {
                return;
            }
            double close = price.getAsDouble();
            table.put(ticker, day, close);
            streams.add(
                    CacheNames.PRICE_BAR,
                    new PriceBarKey(ticker, day),
                    new PriceBar(close, close, close, close, close, 0));
        }
    }

    private void addLong(long line, List<String> fields, PriceCheck check, PriceTable table, RowStreams streams) {
        String ticker = fields.get(1).strip();
        Optional<LocalDate> date = check.day(line, fields.get(0));
        if (date.isEmpty() || !accepts(line, ticker, check)) {
            return;
        }
        long day = date.get().toEpochDay();
        Long last = table.lastDay(ticker);
        if (last != null && day <= last) {
            boolean same = day == last;
            check.refuse(
                    line,
                    "date",
                    fields.get(0),
                    same ? "An earlier line has this ticker and day." : "It lies before the last day of the ticker.",
                    same ? "Keep one of the two lines." : "Sort the lines of each ticker by date.");
            return;
        }
        OptionalDouble open = check.price(line, "open", fields.get(2));
        OptionalDouble high = open.isEmpty() ? open : check.price(line, "high", fields.get(3));
        OptionalDouble low = high.isEmpty() ? high : check.price(line, "low", fields.get(4));
        OptionalDouble close = low.isEmpty() ? low : check.price(line, "close", fields.get(5));
        OptionalDouble volume = close.isEmpty() ? close : check.volume(line, fields.get(6));
        if (open.isEmpty() || high.isEmpty() || low.isEmpty() || close.isEmpty() || volume.isEmpty()) {
            return;
        }
        PriceBar bar = new PriceBar(
                open.getAsDouble(),
                high.getAsDouble(),
                low.getAsDouble(),
                close.getAsDouble(),
                close.getAsDouble(),
                volume.getAsDouble());
        if (encloses(line, bar, check) && check.follows(line, "close", bar.close(), table.lastClose(ticker))) {
            table.put(ticker, day, bar.close());
            streams.add(CacheNames.PRICE_BAR, new PriceBarKey(ticker, day), bar);
        }
    }

    private static boolean encloses(long line, PriceBar bar, PriceCheck check) {
        if (bar.low() <= Math.min(bar.open(), bar.close()) && bar.high() >= Math.max(bar.open(), bar.close())) {
            return true;
        }
        check.refuse(
                line,
                "high",
                Double.toString(bar.high()),
                "Open (%s) and close (%s) must lie between low (%s) and high."
                        .formatted(bar.open(), bar.close(), bar.low()),
                "Correct the line, or leave it out.");
        return false;
    }

    private boolean accepts(long line, String ticker, PriceCheck check) {
        if (ticker.isEmpty() || ticker.length() > LONGEST_TICKER) {
            check.refuse(
                    line,
                    "ticker",
                    ticker,
                    "It must have 1 to %d characters.".formatted(LONGEST_TICKER),
                    "Correct the ticker.");
            return false;
        }
        if (wish.knownOnly() && !ignite.cache(CacheNames.INSTRUMENT).containsKey(ticker)) {
            check.refuse(
                    line,
                    "ticker",
                    ticker,
                    "There is no such instrument.",
                    "Correct the ticker, or leave out --known-only to make it.");
            return false;
        }
        return true;
    }

    /** An instrument that is there keeps what is known about it. */
    private void makeInstrument(String id, PriceTable table) {
        ignite.<String, Instrument>cache(CacheNames.INSTRUMENT)
                .putIfAbsent(
                        id,
                        new Instrument(
                                id,
                                id,
                                id,
                                "Other",
                                wish.currency(),
                                1,
                                0,
                                0,
                                table.firstDay(id),
                                Instrument.NOT_DELISTED));
    }

    private static List<String> header(Path file) {
        try (var reader = CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
            var records = reader.iterator();
            List<String> columns = records.hasNext() ? records.next().getFields() : List.of();
            if (columns.size() > MOST_INSTRUMENTS + 1) {
                throw new NqbaException(
                        ErrorCode.TOO_LARGE,
                        "The file (%s) has %d instruments.".formatted(file, columns.size() - 1),
                        "Split it into universes of at most %d instruments.".formatted(MOST_INSTRUMENTS));
            }
            return columns;
        } catch (IOException | UncheckedIOException e) {
            throw new NqbaException(
                    ErrorCode.DATA_SET_NOT_FOUND,
                    "The file (%s) cannot be read.".formatted(file),
                    "Check the path and the permissions.",
                    List.of(),
                    e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // The reader will say what is wrong with the file.
            return 0;
        }
    }
}
