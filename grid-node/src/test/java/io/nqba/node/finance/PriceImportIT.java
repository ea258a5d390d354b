package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.load.BadRows;
import io.nqba.node.load.LoadCommand;
import io.nqba.node.load.ProgressLine;
import io.nqba.node.testing.GridFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceImportIT {
    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(1);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void theRealPricesAreLoadedWithTheirGaps() {
        Path file = data().resolve("goliath/pyportfolioopt/stock_prices.csv");
        assumeThat(file).as("set of prices named by NQBA_DATA").exists();

        PriceImport.Summary summary = wide(file, wish("real"));

        assertThat(summary.days()).isEqualTo(7126);
        assertThat(summary.instruments()).isEqualTo(20);
        assertThat(summary.refused()).isZero();
        PriceHistory history = PriceHistory.of(grid.ignite(), "real");
        assertThat(LocalDate.ofEpochDay(history.days()[0])).isEqualTo("1989-12-29");
        assertThat(history.closeAt("AAPL", 1)).isEqualTo(0.123853);
        assertThat(history.closeAt("GOOG", 1)).isNaN();
        assertThat(history.returns(history.instrumentIds(), Long.MIN_VALUE, Long.MAX_VALUE)
                        .completePeriods()
                        .periods())
                .isEqualTo(895);
    }

    @Test
    void aWideFileTellsWhatIsWrongPriceByPriceAndKeepsTheRest() throws IOException {
        Path file = file(
                "date,A,B,A,",
                "2026-01-05,10,20,1,",
                "2026-01-06,10.5,-3,1,",
                "2026-01-07,2000,21,1,",
                "2026-01-07,11,21,1,",
                "2026-01-02,11,21,1,",
                "yesterday,11,21,1,",
                "2026-01-08,11,abc,1,",
                "2026-01-09,,22,1,",
                "2026-01-12,11,NaN,1",
                "2026-01-13,0,23,1,",
                "3026-01-13,0,23,1,",
                "2026-01-14,12,24,1,");

        PriceImport.Summary summary = wide(file, wish("hostile"));

        PriceHistory history = PriceHistory.of(grid.ignite(), "hostile");
        assertThat(history.instrumentIds()).containsExactly("A", "B");
        assertThat(history.closes()[0])
                .usingComparatorWithPrecision(0.0)
                .containsExactly(10, 10.5, Double.NaN, 11, Double.NaN, Double.NaN, 12);
        assertThat(summary.prices()).isEqualTo(4 + 5);
        assertThat(report())
                .extracting(PriceImportIT::lineAndField)
                .containsExactly(
                        "1 A",
                        "1 ticker",
                        "3 B",
                        "4 A",
                        "5 date",
                        "6 date",
                        "7 date",
                        "8 B",
                        "10 row",
                        "11 A",
                        "12 date");
    }

    @Test
    void aLongFileTellsWhatIsWrongRowByRowAndKeepsTheRest() throws IOException {
        Path file = file(
                "ticker,date,open,high,low,close,volume",
                "A,2026-01-05,10,11,9,10,100",
                "B,2026-01-05,20,21,19,20,100",
                "A,2099-01-06,10,12,9,10,100",
                "A,2026-01-06,10,9,8,10,100",
                "A,2026-01-06,10,12,10,11,-1",
                "A,2026-01-06,10,12,10,11,50",
                "A,2026-01-06,10,12,10,11,50",
                "A,2026-01-02,10,12,10,11,50",
                "A,2026-01-07,10,12",
                "A,2026-01-08,200,220,200,210,1",
                ",2026-01-08,10,12,10,11,50",
                "B,2026-01-06,20,22,20,22,0");

        PriceImport.Summary summary =
                new PriceImport(grid.ignite(), ProgressLine.silent(), wish("long")).ohlcv(file, badRows());

        assertThat(summary.prices()).isEqualTo(4);
        assertThat(summary.refused()).isEqualTo(8);
        PriceBar bar = grid.ignite()
                .<PriceBarKey, PriceBar>cache(CacheNames.PRICE_BAR)
                .get(new PriceBarKey("A", LocalDate.of(2026, 1, 6).toEpochDay()));
        assertThat(bar).isEqualTo(new PriceBar(10, 12, 10, 11, 11, 50));
        assertThat(PriceHistory.of(grid.ignite(), "long").lastClose("B")).isEqualTo(22);
    }

    @Test
    void unknownTickersAreRefusedWhereOnlyKnownOnesMayCome() throws IOException {
        grid.ignite().cache(CacheNames.INSTRUMENT).clear();
        wide(file("date,KNOWN", "2026-01-05,10", "2026-01-06,11"), wish("first"));

        PriceImport.Summary summary = wide(
                file("date,KNOWN,STRANGER", "2026-01-05,10,5"),
                new PriceImport.Wish("second", "USD", "KNOWN", true, 10));

        assertThat(summary.instruments()).isEqualTo(1);
        assertThat(summary.refused()).isEqualTo(1);
        assertThat(PriceHistory.of(grid.ignite(), "second").universe().marketId())
                .isEqualTo("KNOWN");
    }

    @Test
    void aFileWithoutPricesOrWithoutAHeaderIsRefusedWhole() throws IOException {
        assertThatThrownBy(() -> wide(file("date,A", "2026-01-05,-1"), wish("none")))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("no price that can be loaded; 1 were refused");
        assertThatThrownBy(() -> wide(file("A,B", "1,2"), wish("none"))).hasMessageContaining("first column");
        assertThatThrownBy(() -> wide(directory.resolve("missing.csv"), wish("none")))
                .hasMessageContaining("cannot be read");
        assertThat(grid.ignite().cache(CacheNames.UNIVERSE).containsKey("none")).isFalse();
    }

    @Test
    void theCommandLoadsFilesMarketsAndBooks() throws IOException {
        Path file = file("date,C1,C2", "2026-01-05,10,20", "2026-01-06,11,");

        assertThat(command("--wide", file.toString(), "--universe", "cli"))
                .startsWith("0 ")
                .contains("3 prices of 2 instruments on 2 days");
        assertThat(command("--generate", "12", "--universe", "made", "--days", "300"))
                .startsWith("0 ")
                .contains("13 instruments");
        assertThat(command("--portfolios", "25", "--universe", "made", "--book", "cli-book", "--held", "5"))
                .startsWith("0 ")
                .contains("25 portfolios");
        assertThat(PortfolioBook.portfolioIds(grid.ignite(), "cli-book")).hasSize(25);
        assertThat(command("--portfolios", "25", "--universe", "nowhere")).startsWith("1 ");
        assertThat(command("--generate", "9999")).startsWith("2 ").contains("instruments (9999)");
        assertThat(command("--wide", file.toString(), "--most-jump", "0.5")).startsWith("2 ");
    }

    private String command(String... arguments) {
        List<String> all = new ArrayList<>(List.of("finance"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--join",
                grid.discoveryAddress(),
                "--report",
                directory.resolve("cli.csv").toString()));
        StringWriter out = new StringWriter();
        int code = LoadCommand.run(new PrintWriter(out, true), new PrintWriter(out, true), all.toArray(String[]::new));
        return code + " " + out;
    }

    private static PriceImport.Wish wish(String universe) {
        return new PriceImport.Wish(universe, "USD", "", false, 10);
    }

    private PriceImport.Summary wide(Path file, PriceImport.Wish wish) {
        try (BadRows badRows = badRows()) {
            return new PriceImport(grid.ignite(), ProgressLine.silent(), wish).wide(file, badRows);
        }
    }

    private static String lineAndField(String row) {
        List<String> fields = List.of(row.split(",", -1));
        return fields.get(1) + " " + fields.get(2);
    }

    private BadRows badRows() {
        return new BadRows(directory.resolve("report.csv"));
    }

    private List<String> report() throws IOException {
        return Files.readAllLines(directory.resolve("report.csv")).stream()
                .skip(1)
                .toList();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("prices.csv"), Arrays.asList(lines));
    }

    private static Path data() {
        String named = System.getenv("NQBA_DATA");
        return Path.of(named == null ? "../../shared/data" : named);
    }
}
