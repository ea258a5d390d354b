package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BookQuery;
import io.nqba.model.finance.BookReport;
import io.nqba.model.finance.PortfolioLine;
import io.nqba.model.finance.PortfolioReport;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.finance.PriceTickBatch;
import io.nqba.model.finance.PriceTickRow;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.IntakeReport;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.node.testing.FinanceFixture;
import io.nqba.node.testing.GridFixture;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.ignite.Ignite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What books are worth, and prices on their way in, on three nodes. */
class BookTasksIT {
    private static final long NOON =
            LocalDate.of(2026, 3, 2).atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(3);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @BeforeEach
    void freshBook() {
        grid.ignite().cache(CacheNames.PRICE_BAR).clear();
        FinanceFixture.put(grid.ignite());
    }

    @Test
    void aBookIsWorthItsCashAndItsSharesDayByDay() {
        double[][] closes = FinanceFixture.closes();
        long[] days = FinanceFixture.days();
        int last = FinanceFixture.DAYS - 1;

        BookReport report = report(days[300], days[last], 10);

        assertThat(report.portfolios()).isEqualTo(3);
        assertThat(report.cash()).isEqualTo(30_500);
        assertThat(report.days()).hasSize(220);
        for (int t : new int[] {300, 410, last}) {
            assertThat(report.values()[t - 300]).isCloseTo(value(closes, t), within(1e-6));
        }
        assertThat(report.value())
                .isCloseTo(
                        report.lines().stream()
                                .mapToDouble(PortfolioLine::value)
                                .sum(),
                        within(1e-6));
        double equal = value(closes, 300);
        for (int t = 301; t <= last; t++) {
            double sum = 0;
            for (double[] series : closes) {
                sum += series[t] / series[t - 1] - 1;
            }
            equal *= 1 + sum / closes.length;
        }
        assertThat(report.equalWeight()[219]).isCloseTo(equal, within(1e-6));
    }

    private static double value(double[][] closes, int t) {
        double value = 30_500;
        for (int i = 0; i < closes.length; i++) {
            for (String id : FinanceFixture.PORTFOLIOS) {
                var position = PortfolioBook.positions(grid.ignite(), id).get(FinanceFixture.id(i));
                value += position == null ? 0 : position.shares() * closes[i][t];
            }
        }
        return value;
    }

    @Test
    void theLinesAreTheLargestAndBestAndWorstAreOfAll() {
        long[] days = FinanceFixture.days();

        BookReport all = report(days[300], days[519], 10);
        BookReport one = report(days[300], days[519], 1);

        assertThat(one.lines()).containsExactly(all.lines().get(0));
        assertThat(one.best()).isEqualTo(all.best());
        assertThat(one.worst()).isEqualTo(all.worst());
        assertThat(all.best().rangeReturn()).isGreaterThanOrEqualTo(all.worst().rangeReturn());
        assertThat(all.lines()).extracting(PortfolioLine::value).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aRangeWithoutTradingAndABookThatIsNotThereAreRefused() {
        assertThatThrownBy(() -> report(0, 10, 5))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("no prices from 1970-01-01 to 1970-01-11");
        assertThatThrownBy(() -> report(new BookQuery("none", 0, 1, 1)))
                .hasMessageContaining("There is no book with id (none).");
        assertThatThrownBy(() -> portfolio("none")).hasMessageContaining("There is no portfolio with id (none).");
    }

    @Test
    void positionsCarryPriceValueAndWeight() {
        PortfolioReport report = portfolio("p-short");

        double[][] closes = FinanceFixture.closes();
        assertThat(report.positions()).hasSize(4);
        assertThat(report.positions().get(1).value()).isEqualTo(-60 * closes[3][519]);
        assertThat(report.positions().get(1).sector()).isEqualTo("Energy");
        assertThat(report.value())
                .isCloseTo(
                        20_000
                                + report.positions().stream()
                                        .mapToDouble(line -> line.value())
                                        .sum(),
                        within(1e-9));
    }

    @Test
    void ticksBeginADayMakeItsBarsAndReachEveryReader() {
        Ignite other = grid.ignite(2);
        double before = PriceHistory.of(other, FinanceFixture.UNIVERSE).lastClose("I1");
        int days = PriceHistory.of(other, FinanceFixture.UNIVERSE).days().length;

        IntakeReport report = take(
                tick("I1", 0, before * 1.01, 10), tick("I1", 2, before * 0.98, 5), tick("I1", 1, before * 1.05, 1));

        assertThat(report).isEqualTo(new IntakeReport(3, List.of()));
        PriceHistory history = PriceHistory.of(other, FinanceFixture.UNIVERSE);
        assertThat(history.days()).hasSize(days + 1);
        assertThat(history.lastClose("I1")).isEqualTo(before * 0.98);
        assertThat(history.closes()[2][days]).isNaN();
        PriceBar bar = other.<PriceBarKey, PriceBar>cache(CacheNames.PRICE_BAR).get(new PriceBarKey("I1", day()));
        assertThat(bar)
                .isEqualTo(new PriceBar(
                        before * 1.01, before * 1.05, before * 0.98, before * 0.98, before * 0.98, 16, NOON + 2));
        var scenarios = new UniverseStore(other).scenarios(history.universe());
        double[][] last = scenarios.get(scenarios.size() - 1).returns();
        assertThat(last[last.length - 1][1]).isCloseTo(-0.02, within(1e-12));
        assertThat(last[last.length - 1][2]).isZero();

        take(tick("I2", 5, 40, 0));

        assertThat(PriceHistory.of(other, FinanceFixture.UNIVERSE).days()).hasSize(days + 1);
        assertThat(PriceHistory.of(other, FinanceFixture.UNIVERSE).lastClose("I2"))
                .isEqualTo(40);
    }

    @Test
    void theSameBatchAgainChangesNothing() {
        take(tick("I1", 0, 31, 10));
        long revision = revision();

        IntakeReport again = take(tick("I1", 0, 31, 10));

        assertThat(again.accepted()).isZero();
        assertThat(again.problems().get(0).problem()).contains("known already");
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void badTicksAreNamedOneByOneAndTheRestIsKept() {
        long yesterday = FinanceFixture.days()[519] - 1;
        IntakeReport report = take(
                tick("I1", 0, -3, 1),
                tick("NONE", 0, 3, 1),
                tick("I2", 0, Double.NaN, 1),
                tick("I2", 0, 4_000, 1),
                tick("I2", 0, 41, 1),
                tick("I2", 0, 41, 1),
                new PriceTickRow("I3", yesterday * 86_400_000L, 50, 0),
                new PriceTickRow("I3", Long.MAX_VALUE / 2, 50, 0),
                new PriceTickRow("I3", Long.MIN_VALUE, 50, 0),
                tick("I3", 0, 50, -1),
                tick("", 0, 50, 0));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "rows[0].price",
                        "rows[1].instrumentId",
                        "rows[2].price",
                        "rows[3].price",
                        "rows[5].at",
                        "rows[6].at",
                        "rows[7].at",
                        "rows[8].at",
                        "rows[9].volumeShares",
                        "rows[10].instrumentId");
        assertThatThrownBy(() -> take()).hasMessageContaining("The batch has no rows.");
    }

    private static long day() {
        return LocalDate.of(2026, 3, 2).toEpochDay();
    }

    private static long revision() {
        return PriceHistory.of(grid.ignite(), FinanceFixture.UNIVERSE)
                .universe()
                .revision();
    }

    private static PriceTickRow tick(String id, long afterNoon, double price, double volume) {
        return new PriceTickRow(id, NOON + afterNoon, price, volume);
    }

    private static IntakeReport take(PriceTickRow... rows) {
        TaskReply<IntakeReport> reply =
                grid.ignite().compute().execute(TaskNames.PRICE_TICKS, new PriceTickBatch(List.of(rows)));
        return reply.orThrow();
    }

    private static BookReport report(long from, long to, int lines) {
        return report(new BookQuery(FinanceFixture.BOOK, from, to, lines));
    }

    private static BookReport report(BookQuery query) {
        TaskReply<BookReport> reply = grid.ignite().compute().execute(TaskNames.BOOK_REPORT, query);
        return reply.orThrow();
    }

    private static PortfolioReport portfolio(String id) {
        TaskReply<PortfolioReport> reply = grid.ignite().compute().execute(TaskNames.PORTFOLIO_REPORT, id);
        return reply.orThrow();
    }
}
